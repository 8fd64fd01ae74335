/** The welcome page; "#source" begins with the source. Wiring only. */
import { Welcome } from "../../components/welcome/welcome.tsx";
import { mountSurface } from "../wiring/mount.tsx";

mountSurface(() => <Welcome start={location.hash === "#source" ? "source" : "role"} />);
