/** Which kinds of meeting an event is, for matching priorities' situations. Uses the same terms as stakes. */
import { emptyContext } from "../assessment.ts";
import type { MeetingKind } from "../plan.ts";
import type { ConceptId } from "./concepts.ts";
import type { AssessmentInput } from "./input.ts";
import { readEvent, says } from "./reading.ts";

const concepts: Record<MeetingKind, readonly ConceptId[]> = {
  "one-to-one": ["oneOnOne"],
  "team-meeting": ["staff", "exco", "allHands"],
  board: ["board", "boardWord", "boardCommittee", "payCommittee", "shareholders"],
  committee: [
    "committee",
    "boardCommittee",
    "payCommittee",
    "exco",
    "steering",
    "talentCommittee",
    "cabinet",
  ],
  negotiation: ["negotiation", "settlement", "labour"],
  interview: ["interview"],
  presentation: ["keynote", "speech", "allHands", "investors", "earnings", "ownPart", "hearing", "press"],
  review: ["reviewWord", "forecast", "performance", "auditFindings", "talentCommittee"],
  workshop: ["offsite", "strategy", "planning"],
  external: [
    "investors",
    "regulator",
    "legislator",
    "press",
    "rating",
    "keyCustomer",
    "customerAtRisk",
    "principal",
    "headOfState",
  ],
};

/** The kinds the title names; two people alone make a one-to-one. Empty when nothing tells. */
export function meetingKinds(event: AssessmentInput): MeetingKind[] {
  const reading = readEvent(event, emptyContext);
  const kinds = (Object.keys(concepts) as MeetingKind[]).filter((kind) =>
    says(reading.title, ...concepts[kind]),
  );
  if (reading.people.count === 2 && !kinds.includes("one-to-one") && !kinds.includes("interview"))
    kinds.push("one-to-one");
  return kinds;
}
