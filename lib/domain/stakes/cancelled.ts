/** Is it off, or not the person's to attend? Owns that one question; it comes first and silences every topic. */
import type { AssessmentInput } from "./input.ts";
import { findsOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

export interface Off {
  code: "off.cancelled" | "off.declined" | "off.fyi";
  words: string;
}

/** Why the event needs no preparation whatever its topic, or `null`. */
export function whyOff(event: AssessmentInput, reading: Reading): Off | null {
  if (event.status === "cancelled") return { code: "off.cancelled", words: "" };
  if (event.answer === "declined") return { code: "off.declined", words: "" };
  const [cancelled] = findsOf(reading.title, "cancelled");
  if (cancelled !== undefined) return { code: "off.cancelled", words: cancelled.text };
  const [postponed] = findsOf(reading.title, "postponed");
  if (postponed !== undefined && !/\d/.test(after(reading.title.text, postponed.text))) {
    return { code: "off.cancelled", words: postponed.text };
  }
  const [fyi] = findsOf(reading.title, "fyi", "notAttending");
  if (fyi !== undefined) return { code: "off.fyi", words: fyi.text };
  return fromDescription(reading);
}

/** A short note that says so. Long descriptions tell of many things and of other dates. */
function fromDescription(reading: Reading): Off | null {
  const { description } = reading;
  if (
    description.text.length > 220 ||
    /resched|re-sched|new date|moved to|neuer termin|nieuwe datum/i.test(description.text)
  )
    return null;
  const [find] = findsOf(description, "notAttending", "cancelled");
  if (find === undefined || find.start > 14) return null;
  return { code: find.concept === "cancelled" ? "off.cancelled" : "off.fyi", words: find.text };
}

function after(text: string, words: string): string {
  return text.slice(text.indexOf(words) + words.length);
}
