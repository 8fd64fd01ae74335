/** Commitments, found by the event they are bound to. */
import type { Commitment } from "../../domain/commitment.ts";
import { collection } from "../collection.ts";

export const commitments = collection<Commitment>({
  indexes: { event: "one" },
  keys: (record) => ({ event: record.eventKey ?? undefined }),
});
