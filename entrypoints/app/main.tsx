/** The Throughline page with its routes: "#/today", "#/queue" and so on. Wiring only. */
import { App, routeOf } from "../../components/app/app.tsx";
import { mountSurface } from "../wiring/mount.tsx";

mountSurface(() => <App route={routeOf(location.hash)} />);
