/** The shape of a combination, and the few questions combinations ask of a title. */
import type { DecisionDomain, Reason } from "../../assessment.ts";
import type { Factor } from "../concepts.ts";
import type { Find } from "../matcher.ts";
import { findsOf, says } from "../reading.ts";
import type { Reading } from "../reading.ts";

export interface Combined {
  factor: Factor;
  code: string;
  value: number;
  domain: DecisionDomain | null;
  evidence: Reason["evidence"];
}
export interface Combination {
  name: string;
  apply: (reading: Reading) => Combined | null;
}

type Concepts = readonly Find["concept"][];

export function both(
  field: Reading["title"],
  one: Concepts,
  other: Concepts,
  ...without: Find["concept"][]
): boolean {
  return says(field, ...one) && says(field, ...other) && !says(field, ...without);
}

/** "Lunch w/ X re: plan": the topic stands after a colon, a dash or "re". */
export function aboutTopic(field: Reading["title"], concepts: Concepts): boolean {
  const about = /\bre\b\s?:?|:|\bto discuss\b|\bsobre\b|\bzum thema\b/i.exec(field.text);
  if (about === null) return false;
  const tail = field.text.slice(about.index).toLowerCase();
  return findsOf(field, ...concepts).some((one) => tail.includes(one.text.toLowerCase()));
}

/** "Lunch - X - terms": the topic stands after a dash. */
export function afterDash(field: Reading["title"], concepts: Concepts): boolean {
  const dash = /\s[-–—]\s/.exec(field.text);
  if (dash === null) return false;
  const tail = field.text.slice(dash.index).toLowerCase();
  return findsOf(field, ...concepts).some((one) => tail.includes(one.text.toLowerCase()));
}

export function find(field: Reading["title"], ...concepts: Find["concept"][]): Reason["evidence"] {
  const [first] = findsOf(field, ...concepts);
  return first === undefined ? null : { field: "title", text: first.text };
}

export function made(
  factor: Factor,
  code: string,
  value: number,
  domain: DecisionDomain | null,
  evidence: Reason["evidence"],
): Combined {
  return { factor, code, value, domain, evidence };
}
