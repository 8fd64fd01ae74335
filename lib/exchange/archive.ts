/**
 * The archive: everything a person has in Throughline as one JSON text, and back (docs/archive-format.md). Owns its
 * format and versions; every record goes out through the sharing module. Must never store anything: reading answers
 * with records that are whole, or throws.
 */
import * as z from "zod/mini";
import { AppError } from "../base/errors.ts";
import { mostArchiveMegabytes } from "../domain/archive-size.ts";
import type { RecordBase } from "../domain/record.ts";
import { exportable } from "../domain/sharing/exportable.ts";
import type { RecordKind, Shareable } from "../domain/sharing/classes.ts";
import { archivedNames, recordSchemas, tombstoneSchema } from "./record-schemas.ts";
import type { ArchivedName } from "./record-schemas.ts";

export const archiveFormat = "throughline-archive";
export const archiveVersion = 1;

export interface ArchivedRecord {
  base: RecordBase;
  /** `null` for a tombstone. */
  record: RecordBase | null;
}
export type ArchiveContents = Record<ArchivedName, ArchivedRecord[]>;

const kindOf: Record<ArchivedName, RecordKind> = {
  events: "event",
  sources: "source",
  reflections: "reflection",
  priorities: "priority",
  marks: "mark",
  commitments: "commitment",
  settings: "settings",
  queueEdits: "queueEdit",
  days: "day",
};

const headSchema = z.object({
  format: z.literal(archiveFormat),
  version: z.int().check(z.gte(1)),
  records: z.record(z.string(), z.unknown()),
});

/** The archive as text. It is the person's own file, made by their word: feed addresses are in it. */
export function writeArchive(contents: ArchiveContents, made: { atMs: number; by: string }): string {
  const records = Object.fromEntries(
    archivedNames.map((name) => [name, contents[name].map((one) => outgoing(kindOf[name], one))]),
  );
  const head = { format: archiveFormat, version: archiveVersion, madeAtMs: made.atMs, madeBy: made.by };
  return `${JSON.stringify({ ...head, records }, null, 1)}\n`;
}

function outgoing(kind: RecordKind, { base, record }: ArchivedRecord): unknown {
  // The store's record of a collection is the sharing module's record of its kind.
  return record === null
    ? base
    : exportable(kind, record as Shareable[typeof kind], "self", { withSecrets: true });
}

/**
 * Every record of an archive, each checked. Throws AppError `file-too-large`, `archive-newer`, or `archive-invalid`
 * with the place of the first fault; never answers with a part.
 */
export function readArchive(text: string): ArchiveContents {
  if (text.length > mostArchiveMegabytes * 1024 * 1024) throw new AppError("file-too-large");
  const head = headSchema.safeParse(parseJson(text));
  if (!head.success) throw invalid(head.error.issues[0]?.path.join(".") ?? "");
  if (head.data.version > archiveVersion) throw new AppError("archive-newer");
  const contents = archivedNames.map((name) => [name, readCollection(name, head.data.records[name] ?? [])]);
  return Object.fromEntries(contents) as ArchiveContents; // one entry per name, by the line above
}

function readCollection(name: ArchivedName, given: unknown): ArchivedRecord[] {
  if (!Array.isArray(given)) throw invalid(name);
  const seen = new Set<string>();
  return given.map((one: unknown, at) => {
    const read = readRecord(name, one);
    if ("fault" in read) throw invalid([name, at + 1, ...read.fault].join(" "));
    if (seen.has(read.base.id)) throw invalid(`${name} ${at + 1} id`);
    seen.add(read.base.id);
    return read;
  });
}

/** One record or tombstone of a collection, checked; else where in it the first fault is. */
export function readRecord(name: ArchivedName, one: unknown): ArchivedRecord | { fault: PropertyKey[] } {
  const isTombstone = isObject(one) && one["deletedAtMs"] !== null && one["deletedAtMs"] !== undefined;
  const schema: z.ZodMiniType<RecordBase> = isTombstone ? tombstoneSchema : recordSchemas[name];
  const parsed = schema.safeParse(one);
  if (!parsed.success) return { fault: parsed.error.issues[0]?.path ?? [] };
  const record = parsed.data;
  const { id, rev, createdAtMs, updatedAtMs, deletedAtMs } = record;
  return { base: { id, rev, createdAtMs, updatedAtMs, deletedAtMs }, record: isTombstone ? null : record };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (cause) {
    throw new AppError("archive-invalid", { params: { place: "JSON" }, cause });
  }
}

function invalid(place: string): AppError {
  return new AppError("archive-invalid", { params: { place: place.slice(0, 120) || "JSON" } });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
