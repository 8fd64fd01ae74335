/** The side panel, Firefox's sidebar, or the small window in their place: "#/words/<event key>". Wiring only. */
import { Panel } from "../../components/panel/panel.tsx";
import { panelAddress } from "../../components/panel/panel-address.ts";
import { mountSurface } from "../wiring/mount.tsx";

mountSurface(() => <Panel {...panelAddress(location.hash)} />);
