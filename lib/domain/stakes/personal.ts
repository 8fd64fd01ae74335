/** Is it private life or logistics? Owns that one question, asked before any other but cancellation. */
import { personalConcepts } from "./concepts.ts";
import type { PersonalConcept } from "./concepts.ts";
import type { AssessmentInput } from "./input.ts";
import { says } from "./reading.ts";
import type { Reading } from "./reading.ts";
import type { Contribution } from "./contribution.ts";

/** Kinds of entry that calendars themselves mark as no meeting. */
const kindsApart = ["focus-time", "out-of-office", "working-location", "birthday", "holiday"] as const;

/** Airports an entry is likely to name; three capitals alone are as often an institution ("VNO-NCW"). */
const airports =
  "ATL|AUS|BOS|BWI|CLE|CLT|DAL|DCA|DEN|DFW|DTW|EWR|HOU|IAD|IAH|JFK|LAS|LAX|LGA|MCO|MDW|MIA|MSP|MSY|ORD|PDX|PHL|PHX|PIT|SAN|SAT|SEA|SFO|SJC|SLC|STL|TPA|TUL|YUL|YVR|YYC|YYZ|AMS|ARN|ATH|BCN|BER|BIO|BRU|BUD|CDG|CGN|CPH|DUB|DUS|EDI|FCO|FRA|GVA|HAM|HEL|IST|LCY|LGW|LHR|LIN|LIS|LYS|MAD|MAN|MUC|MXP|NCE|NTE|OPO|ORY|OSL|PRG|STN|STR|SVQ|TLS|TRN|VCE|VIE|WAW|ZRH|BKK|BLR|BOM|CAN|DEL|DOH|DXB|AUH|GRU|GIG|CGH|EZE|BOG|LIM|SCL|MEX|HKG|HND|ICN|ITM|JED|KIX|KUL|MEL|MNL|NRT|PEK|PVG|RUH|SHA|SIN|SYD|TLV|TPE|JNB|CAI|NBO|LOS";
const pair = `\\b(?:${airports})\\s?(?:-|–|>|→|/)\\s?(?:${airports})\\b`;
const airlineNumber =
  "\\b(?:AA|UA|DL|BA|LH|AF|KL|SK|SQ|EK|CX|NH|JL|MU|CZ|IB|AZ|LX|OS|QR|TK|AC|NW|WN|TP|LA|AY|U2|FR)\\s?#?\\d{2,4}\\b";
const trainNumber = "\\b(?:TGV|ICE|AVE|IC)\\s?\\d{1,2}[h:]?\\d{0,3}\\b";
/** City pairs, flight numbers of large airlines, trains. Room numbers ("EB 3268") must not match. */
const flight = new RegExp(`${pair}|${airlineNumber}|${trainNumber}|#\\d{3,4}\\b.*\\barr|\\b[Gg]ate [A-Z]\\d`);

/** "Ruth - off", "Out - spring break": the word stands apart. "Dr. Wheeler" and nothing else is a visit to one. */
const absent = /(?:^|\s[-–:/]\s*)(?:off|out(?!-)|ooo|vac)\b(?=\s*(?:[-–:/]|$))/i;
/** "Patti out": a name and the word. */
const nameOut = /^\s*\p{Lu}[\p{L}'.]+(?:\s\p{Lu}[\p{L}'.]*)?\s(?:out|off)\s*$/u;
const doctor = /^\s*dr\.?\s+\p{Lu}[\p{L}'-]+\s*$/iu;

/** How strongly the entry speaks for private life or logistics; from 2 on it is taken as such unless work outweighs. */
export function personalScore(
  event: AssessmentInput,
  reading: Reading,
  work: Contribution[],
): { score: number; word: string } {
  if (kindsApart.some((kind) => kind === event.kind)) return { score: 9, word: event.kind };
  if (event.availability === "out-of-office") return { score: 9, word: "out-of-office" };
  const firstWork = Math.min(
    99,
    ...work.filter((one) => one.value >= 2.4 && one.at !== null).map((one) => one.at ?? 99),
  );
  const found: { score: number; word: string }[] = [];
  for (const find of reading.title.finds) {
    const weight = weightOf(find.concept);
    if (weight > 0) {
      const order = find.start > firstWork ? 0.5 : 1;
      found.push({
        score: weight * find.strength * order * publicShare(find.concept, reading),
        word: find.text,
      });
    } else if (find.concept === "coachSport" || find.concept === "coachBus")
      found.push({ score: 3.2, word: find.text });
  }
  const number = flight.exec(reading.title.text);
  if (number !== null) found.push({ score: firstWork < 2 ? 1.5 : 4, word: number[0] });
  const pattern =
    absent.exec(reading.title.text) ?? nameOut.exec(reading.title.text) ?? doctor.exec(reading.title.text);
  if (pattern !== null) found.push({ score: 2.6, word: pattern[0] });
  const onlyMeal = work.every((one) => one.code === "meal");
  if (says(reading.title, "meal") && reading.unknownWords === 0 && onlyMeal) {
    found.push({ score: 2.1, word: reading.title.text });
  }
  const quiet = work.every((one) => one.at === null);
  if (found.length === 0 && quiet && (reading.contentless || reading.unknownWords <= 4))
    found.push(...fromDescription(reading));
  found.sort((a, b) => b.score - a.score);
  const [best, second] = found;
  if (best === undefined) return { score: 0, word: "" };
  // A weak word alone in a title says more than the same word among others.
  const named = reading.title.finds.filter((find) => find.concept !== "generic").length;
  const alone = reading.unknownWords === 0 && named <= 1 ? 1 : 0;
  return { score: best.score + (second?.score ?? 0) * 0.4 + alone, word: best.word };
}

function fromDescription(reading: Reading): { score: number; word: string }[] {
  return reading.description.finds
    .filter((find) => find.concept === "travel" || find.concept === "health" || find.concept === "absence")
    .map((find) => ({ score: weightOf(find.concept) * find.strength * 0.55, word: find.text }));
}

/** Schools, clinics, stages and pitches are a minister's work; published diaries hold hardly any private life. */
function publicShare(concept: string, reading: Reading): number {
  if (!reading.owner.political || reading.owner.headOfState) return 1;
  return concept === "travel" || concept === "absence" || concept === "block" ? 1 : 0.4;
}

function weightOf(concept: string): number {
  return concept in personalConcepts ? personalConcepts[concept as PersonalConcept] : 0;
}
