/** The toolbar popup. Wiring only. */
import { Popup } from "../../components/popup/popup.tsx";
import { mountSurface } from "../wiring/mount.tsx";

mountSurface(() => <Popup />);
