/** Calendar sources. A handful: read whole. */
import type { Source } from "../../domain/source.ts";
import { collection } from "../collection.ts";

export const sources = collection<Source>({ indexes: {}, keys: () => ({}) });
