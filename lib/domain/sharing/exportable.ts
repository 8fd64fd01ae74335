/**
 * What may leave the device, decided here and nowhere else: every exporter (archive, print for others, packet,
 * report) takes its records through `exportable`. Three gates, and all must open: the class of the field, the
 * boundaries agreed in the contract, and what the person chose for the record. What is not known stays.
 */
import type { SharingClass } from "../record.ts";
import { fieldClasses } from "./classes.ts";
import type { FieldClass, RecordKind, Shareable } from "./classes.ts";

/** `self` is the person's own archive; the others are people who read what was sent. */
export type Audience = "self" | "coach" | "sponsor";

/** Which kinds of record the contract lets out at all. */
export interface Boundaries {
  coach: readonly RecordKind[];
  sponsor: readonly RecordKind[];
}

/** Until a contract says otherwise, nothing leaves. */
export const deviceOnly: Boundaries = { coach: [], sponsor: [] };

export interface ExportChoice {
  boundaries?: Boundaries;
  /** The person's word that feed addresses go into their own archive too. */
  withSecrets?: boolean;
}

/** A part of a record, as an audience may have it. */
export type Exported = Readonly<Record<string, unknown>>;

/**
 * The part of a record an audience may have; `null` when none of it may leave. For `self` it is the whole record,
 * without secrets unless asked for.
 */
export function exportable<K extends RecordKind>(
  kind: K,
  record: Shareable[K],
  audience: Audience,
  choice: ExportChoice = {},
): Exported | null {
  if (audience !== "self" && !isLetOut(kind, record, audience, choice.boundaries ?? deviceOnly)) return null;
  const part = partOf(record, fieldClasses[kind], audience, choice.withSecrets === true);
  return isObject(part) ? part : null;
}

/** True when the record as a whole may go to somebody else. */
function isLetOut<K extends RecordKind>(
  kind: K,
  record: Shareable[K],
  audience: "coach" | "sponsor",
  boundaries: Boundaries,
): boolean {
  if (record.deletedAtMs !== null || !boundaries[audience].includes(kind)) return false;
  if (!("sharing" in record)) return true;
  return isChosen(record.sharing, audience);
}

function isChosen(sharing: SharingClass | null, audience: "coach" | "sponsor"): boolean {
  if (sharing === "coach-and-sponsor") return true;
  return sharing === "coach" && audience === "coach";
}

function allows(fieldClass: FieldClass, audience: Audience, withSecrets: boolean): boolean {
  switch (fieldClass) {
    case "secret":
      return audience === "self" && withSecrets;
    case "device":
      return audience === "self";
    case "coach":
      return audience !== "sponsor";
    case "sponsor":
      return true;
    default:
      return fieldClass satisfies never;
  }
}

function partOf(value: unknown, classes: unknown, audience: Audience, withSecrets: boolean): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => partOf(one, classes, audience, withSecrets));
  // A plain value where parts were expected has no class of its own, so it is the person's alone.
  if (!isObject(value) || !isObject(classes))
    return audience === "self" || value === null ? value : undefined;
  const part: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const given = Object.hasOwn(classes, name) ? classes[name] : "device";
    if (isFieldClass(given)) {
      if (allows(given, audience, withSecrets)) part[name] = inner;
    } else part[name] = partOf(inner, given, audience, withSecrets);
  }
  return part;
}

function isFieldClass(value: unknown): value is FieldClass {
  return typeof value === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
