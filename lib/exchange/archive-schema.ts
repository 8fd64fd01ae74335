/** The archive's form as a JSON Schema, made from the very schemas that read it (docs/archive-format.schema.json). */
import * as z from "zod/mini";
import { archiveFormat, archiveVersion } from "./archive.ts";
import { archivedNames, recordSchemas, tombstoneSchema } from "./record-schemas.ts";

/** JSON Schema 2020-12 of a whole archive. */
export function archiveJsonSchema(): Record<string, unknown> {
  const records = Object.fromEntries(
    archivedNames.map((name) => [name, z.optional(z.array(z.union([recordSchemas[name], tombstoneSchema])))]),
  );
  const archive = z.object({
    format: z.literal(archiveFormat),
    version: z.literal(archiveVersion),
    madeAtMs: z.number(),
    madeBy: z.string(),
    records: z.object(records),
  });
  // What a reader meets that it does not know it leaves out, so nothing is closed.
  return { ...z.toJSONSchema(archive, { io: "input" }), title: "Throughline archive, version 1" };
}
