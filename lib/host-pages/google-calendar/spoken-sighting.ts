/**
 * A chip's spoken text as a sighting, taken apart once: pages re-render the same chips over and over, and most of what a
 * reading costs is these texts. The same texts give the same object, which tells readers downstream that nothing changed.
 */
import type { IsoDate } from "../../domain/event.ts";
import type { ChipText } from "./chip-text.ts";
import { readSpoken } from "./labels.ts";
import { fromSpoken } from "./sighting.ts";
import type { Sighting } from "./sighting.ts";

const known = new Map<string, Sighting | null>();
/** Many months of a full calendar; beyond that the texts are of views long left. */
const mostKnown = 5_000;

/** `null` where nothing is spoken, or the language or the form of the text is not known. */
export function spokenSighting(
  id: string,
  { shown, spoken: label }: ChipText,
  date: IsoDate | null,
  language: string,
): Sighting | null {
  if (label === null) return null;
  const key = [id, date, language, label, ...shown].join("\n");
  const found = known.get(key);
  if (found !== undefined) return found;
  const spoken = readSpoken(label, shown, language);
  const sighting = spoken === null ? null : fromSpoken(id, spoken, date);
  if (known.size >= mostKnown) known.clear();
  known.set(key, sighting);
  return sighting;
}
