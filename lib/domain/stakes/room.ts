/** What people in the room, series and length add once the topic is known. */
import type { Contribution } from "./contribution.ts";
import type { Factor } from "./concepts.ts";
import type { Pace } from "./series.ts";
import { says } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Governance meetings recur by nature: they are damped less. */
const damping: Record<Pace, { topic: number; governance: number }> = {
  single: { topic: 0, governance: 0 },
  daily: { topic: -2.2, governance: -1.2 },
  weekly: { topic: -0.9, governance: -0.2 },
  fortnightly: { topic: -0.5, governance: 0 },
  monthly: { topic: -0.2, governance: 0 },
  rarely: { topic: 0.2, governance: 0.2 },
  "unknown-series": { topic: -0.2, governance: 0 },
};

/** Contributions of circumstances; `topical` is what the words gave. */
export function roomContributions(reading: Reading, topical: readonly Contribution[]): Contribution[] {
  const list: Contribution[] = [];
  const add = (
    factor: Factor,
    code: string,
    value: number,
    field: "people" | "series" | "time",
    words: string | number,
  ) =>
    list.push({
      factor,
      code,
      value,
      domain: null,
      vote: 0,
      evidence: { field, text: String(words) },
      params: { words, count: typeof words === "number" ? words : 0 },
      at: null,
    });

  const gains = topical.filter((one) => one.value >= 1);
  const governance = gains.some((one) => one.factor === "governance");
  const step = damping[reading.pace][governance ? "governance" : "topic"];
  if (step !== 0) add("series", step < 0 ? "series" : "seldom", step, "series", reading.pace);

  const board = reading.people.known.filter((person) => person.relation === "board");
  if (board.length > 0)
    add("attendees", "people.board", 2 + 0.3 * Math.min(2, board.length - 1), "people", board.length);
  const sponsor = reading.people.known.find((person) => person.relation === "sponsor");
  if (sponsor !== undefined) add("attendees", "people.sponsor", 0.7, "people", sponsor.name);

  if (gains.length === 0) return list;
  if (
    reading.people.outside > 0 &&
    gains.some((one) => one.factor === "capital" || one.factor === "external" || one.factor === "risk")
  ) {
    add("attendees", "people.outside", 0.5, "people", reading.people.outside);
  }
  const audience = reading.people.count ?? 0;
  if (
    audience >= 30 &&
    !governance &&
    !says(reading.title, "ownPart", "keynote", "investors", "shareholders", "speech")
  ) {
    add("attendees", "people.audience", -0.9, "people", audience);
  }
  if (reading.hours !== null && reading.hours >= 3 && !reading.allDay)
    add("magnitude", "long", 0.3, "time", Math.round(reading.hours));
  return list;
}
