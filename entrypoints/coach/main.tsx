/** The coach's page. Wiring only. */
import { Coach } from "../../components/coach/coach.tsx";
import { mountSurface } from "../wiring/mount.tsx";

mountSurface(() => <Coach />);
