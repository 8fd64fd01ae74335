/** Development priorities. At most three alive: read whole. */
import type { Priority } from "../../domain/plan.ts";
import { collection } from "../collection.ts";

export const priorities = collection<Priority>({ indexes: {}, keys: () => ({}) });
