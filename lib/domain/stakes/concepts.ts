/**
 * The trade's vocabulary behind stakes, independent of language: each concept belongs to one named factor, has a
 * weight and perhaps a decision domain. The words for a concept are in terms/<language>.ts. Must never hold a word.
 *
 * Scale: contributions add up on a log-odds scale that starts at `bias`; stakes = 1 / (1 + exp(-sum)); an event is
 * flagged from 0.5 on, so a concept of 2 or more flags by itself, and two weak ones flag together.
 */
import type { DecisionDomain } from "../assessment.ts";

export const bias = -1.8;

export const factors = [
  "governance",
  "external",
  "capital",
  "decision",
  "people",
  "risk",
  "direction",
  "magnitude",
  "visibility",
  "attendees",
  "series",
  "routine",
  "learning",
  "ceremony",
  "social",
  "adjacent",
] as const;
export type Factor = (typeof factors)[number];

export interface Concept {
  factor: Factor;
  weight: number;
  domain?: DecisionDomain;
  /** How strongly the concept speaks for its domain, 1 by default: who is in the room says little about the topic. */
  vote?: number;
  /** Added when the title says little else ("Budget meeting" against "budget for kitchen tiles, north wing"). */
  focus?: number;
}

const strategic = "strategic-execution";
const capital = "capital-allocation";
const talent = "talent-direction";
const team = "executive-team-effectiveness";
const risk = "enterprise-risk";
const outside = "external-board-investor";

/** Concepts that raise or lower stakes. */
export const stakeConcepts = {
  board: { factor: "governance", weight: 3.2, domain: outside, vote: 1.2 },
  boardWord: { factor: "governance", weight: 2, domain: outside, focus: 0.8 },
  boardCommittee: { factor: "governance", weight: 2.9, domain: outside, vote: 1.25 },
  payCommittee: { factor: "governance", weight: 2.9, domain: talent, vote: 1.2 },
  shareholders: { factor: "governance", weight: 3.2, domain: outside },
  cabinet: { factor: "governance", weight: 2.9, domain: strategic },
  parliament: { factor: "governance", weight: 2.9, domain: outside, vote: 1.3 },
  ministerCouncil: { factor: "governance", weight: 2.8, domain: outside },
  exco: { factor: "governance", weight: 2.5, domain: team, vote: 0.45 },
  steering: { factor: "governance", weight: 2.6, domain: strategic, vote: 0.9 },
  committee: { factor: "governance", weight: 0.9, domain: strategic, vote: 0.3 },

  earnings: { factor: "external", weight: 2.9, domain: outside },
  investors: { factor: "external", weight: 2.6, domain: outside },
  rating: { factor: "external", weight: 2.7, domain: outside },
  regulator: { factor: "external", weight: 1.9, domain: outside, vote: 0.8, focus: 0.7 },
  hearing: { factor: "external", weight: 2.5, domain: outside },
  legislator: { factor: "external", weight: 2.3, domain: outside, vote: 0.8 },
  press: { factor: "external", weight: 2.5, domain: outside, vote: 1.3 },
  keynote: { factor: "external", weight: 2.4, domain: outside },
  speech: { factor: "external", weight: 1.5, domain: outside },
  headOfState: { factor: "external", weight: 2.6, domain: outside },
  summit: { factor: "external", weight: 2.5, domain: outside },
  principal: { factor: "external", weight: 1.8, domain: outside, vote: 0.7 },
  legislation: { factor: "external", weight: 1.3, domain: outside, vote: 0.8 },
  donorAsk: { factor: "external", weight: 2.4, domain: outside },
  customerAtRisk: { factor: "external", weight: 2.4, domain: outside },
  keyCustomer: { factor: "external", weight: 1.2, domain: outside },

  deal: { factor: "capital", weight: 2.7, domain: capital, vote: 1.2 },
  financing: { factor: "capital", weight: 2.5, domain: capital, vote: 1.2 },
  capital: { factor: "capital", weight: 2.5, domain: capital, vote: 1.2 },
  budgetMeeting: { factor: "capital", weight: 2.5, domain: capital, vote: 1.1 },
  budget: { factor: "capital", weight: 1.9, domain: capital, focus: 0.5 },
  forecast: { factor: "capital", weight: 2, domain: capital, vote: 0.6, focus: 0.3 },
  pricing: { factor: "capital", weight: 2.2, domain: capital, focus: 0.5 },
  bid: { factor: "capital", weight: 2, domain: capital, focus: 0.5 },
  negotiation: { factor: "capital", weight: 2.4, domain: capital, vote: 0.7 },
  contract: { factor: "capital", weight: 0.6, domain: capital, vote: 0.4 },
  codename: { factor: "capital", weight: 0.5, domain: capital, vote: 0.3 },
  savings: { factor: "capital", weight: 2, domain: capital },

  goNoGo: { factor: "decision", weight: 2.8, domain: strategic, vote: 0.7 },
  decision: { factor: "decision", weight: 2, domain: strategic, vote: 0.3, focus: 0.6 },
  approval: { factor: "decision", weight: 1.5, domain: strategic, vote: 0.3, focus: 0.4 },
  options: { factor: "decision", weight: 1.1, domain: strategic, vote: 0.3 },

  talentCommittee: { factor: "people", weight: 2.9, domain: talent, vote: 1.2 },
  compensation: { factor: "people", weight: 2.1, domain: talent, vote: 1.5, focus: 0.5 },
  reorganisation: { factor: "people", weight: 2.5, domain: talent, vote: 1.2 },
  layoffs: { factor: "people", weight: 2.9, domain: talent, vote: 1.3 },
  exit: { factor: "people", weight: 2.6, domain: talent, vote: 1.3 },
  search: { factor: "people", weight: 2.4, domain: talent, vote: 1.2 },
  succession: { factor: "people", weight: 2.5, domain: talent, vote: 1.2 },
  performance: { factor: "people", weight: 2.3, domain: talent },
  hardTalk: { factor: "people", weight: 2.4, domain: talent },
  labour: { factor: "people", weight: 2.4, domain: talent },

  litigation: { factor: "risk", weight: 2.4, domain: risk, vote: 1.2 },
  court: { factor: "risk", weight: 2.5, domain: risk },
  settlement: { factor: "risk", weight: 2.5, domain: risk },
  bankruptcy: { factor: "risk", weight: 2.4, domain: risk, vote: 1.2 },
  crisis: { factor: "risk", weight: 2.7, domain: risk, vote: 1.3 },
  investigation: { factor: "risk", weight: 2.6, domain: risk, vote: 1.3 },
  incident: { factor: "risk", weight: 2.4, domain: risk, vote: 1.3 },
  auditFindings: { factor: "risk", weight: 2.4, domain: risk, vote: 1.1 },
  exposure: { factor: "risk", weight: 2, domain: risk, vote: 1.2, focus: 0.5 },
  dispute: { factor: "risk", weight: 2.3, domain: risk, vote: 1.1 },
  termination: { factor: "risk", weight: 2.2, domain: risk },
  closure: { factor: "risk", weight: 2.2, domain: strategic },
  concern: { factor: "risk", weight: 1.1, domain: risk, vote: 0.5 },
  riskWord: { factor: "risk", weight: 0.8, domain: risk },

  plan: { factor: "direction", weight: 2.4, domain: strategic },
  strategy: { factor: "direction", weight: 2.4, domain: strategic },
  strategic: { factor: "direction", weight: 1.4, domain: strategic, focus: 0.9 },
  offsite: { factor: "direction", weight: 2.3, domain: team, vote: 0.8 },
  planning: { factor: "direction", weight: 1.2, domain: strategic, focus: 0.4 },
  integration: { factor: "direction", weight: 1.6, domain: strategic, focus: 0.4 },
  programme: { factor: "direction", weight: 1.4, domain: strategic },
  policyAct: { factor: "direction", weight: 2.4, domain: strategic },
  roadmap: { factor: "direction", weight: 1.1, domain: strategic, focus: 0.5 },

  finality: { factor: "magnitude", weight: 0.7 },
  urgency: { factor: "magnitude", weight: 0.5 },
  confidential: { factor: "visibility", weight: 0.8 },
  allHands: { factor: "visibility", weight: 1.2, domain: outside, vote: 0.6 },
  ownPart: { factor: "visibility", weight: 1.1, domain: outside, vote: 0.3 },
  preparation: { factor: "visibility", weight: 0.4 },
  rehearsal: { factor: "visibility", weight: 2.2, domain: outside, vote: 0.3 },

  staff: { factor: "routine", weight: -1.6 },
  status: { factor: "routine", weight: -1.2 },
  update: { factor: "routine", weight: -0.8 },
  general: { factor: "routine", weight: -1.5 },
  oneOnOne: { factor: "routine", weight: -0.8 },
  demo: { factor: "routine", weight: -1.8 },
  intro: { factor: "routine", weight: -2 },
  visit: { factor: "routine", weight: -2.4 },
  junior: { factor: "routine", weight: -2.4 },
  workingGroup: { factor: "routine", weight: -1.9 },
  paperwork: { factor: "routine", weight: -2 },
  facilities: { factor: "routine", weight: -2 },
  monitor: { factor: "routine", weight: -1.6 },
  training: { factor: "learning", weight: -3.2 },
  webinar: { factor: "learning", weight: -3.4 },
  conference: { factor: "learning", weight: -1.8 },
  ceremony: { factor: "ceremony", weight: -3 },
  reception: { factor: "social", weight: -2.6 },
  meal: { factor: "social", weight: -0.9 },
  arrangements: { factor: "adjacent", weight: -3.2 },
  others: { factor: "adjacent", weight: -2.6 },
} as const satisfies Record<string, Concept>;
export type StakeConcept = keyof typeof stakeConcepts;

/** Concepts that speak for private life and logistics, with how strongly. From 2 on they decide, unless work outweighs. */
export const personalConcepts = {
  travel: 4,
  absence: 3.6,
  health: 3.6,
  family: 3,
  sport: 2.8,
  leisure: 2.8,
  errand: 2.8,
  party: 2.4,
  block: 2,
  home: 2.4,
} as const;
export type PersonalConcept = keyof typeof personalConcepts;

/** Concepts around coaching, with how strongly they speak for a coaching session. */
export const coachingConcepts = {
  coachSession: 4,
  coachWord: 2.6,
  coachPlatform: 3,
  peerCircle: 3,
  mentor: 2.4,
  feedback360: 0.9,
  coachSport: -6,
  coachBus: -6,
  coachLearning: -4,
  coachBuying: -4,
  coachOther: -4,
} as const;
export type CoachingConcept = keyof typeof coachingConcepts;

/** Concepts without a weight of their own: they act in combinations, or only hide a shorter word ("board game"). */
export const markers = [
  "cancelled",
  "fyi",
  "notAttending",
  "postponed",
  "interview",
  "senior",
  "after",
  "generic",
  "media",
  "outsideMark",
  "reviewWord",
  "association",
  "leaving",
  "hide",
] as const;
export type Marker = (typeof markers)[number];

export type ConceptId = StakeConcept | PersonalConcept | CoachingConcept | Marker;

export const conceptIds: readonly ConceptId[] = [
  ...(Object.keys(stakeConcepts) as StakeConcept[]),
  ...(Object.keys(personalConcepts) as PersonalConcept[]),
  ...(Object.keys(coachingConcepts) as CoachingConcept[]),
  ...markers,
];

/** The stakes side of a concept, `null` for the others. */
export function stakeConcept(id: ConceptId): Concept | null {
  return id in stakeConcepts ? stakeConcepts[id as StakeConcept] : null;
}
