/**
 * What Throughline thinks of an event: label, domain, stakes, reasons. Owns the words of the label guide.
 * The rules that produce it live in stakes/.
 */

export const labels = ["high-stakes", "coaching", "routine", "personal/logistics"] as const;
export type Label = (typeof labels)[number];

export const decisionDomains = [
  "strategic-execution",
  "capital-allocation",
  "talent-direction",
  "executive-team-effectiveness",
  "enterprise-risk",
  "external-board-investor",
] as const;
export type DecisionDomain = (typeof decisionDomains)[number];

/**
 * One reason in a form that can be said in any language: `code` is a key of the message catalogue
 * (`reason.<code>`), `params` are its blanks, `evidence` is the piece of the event that carries it.
 */
export interface Reason {
  code: string;
  params: Record<string, string | number>;
  evidence: {
    field: "title" | "description" | "location" | "people" | "time" | "series" | "plan" | "mark";
    text: string;
  } | null;
  /** Contribution to the score; may be negative. Sorted by size, largest first. */
  weight: number;
}

export interface Assessment {
  label: Label;
  /** `none` unless the label is `high-stakes`. */
  domain: DecisionDomain | "none";
  /** 0 to 1, ranks high-stakes only; being a coaching session does not raise it. Shown as 0 to 100. */
  stakes: number;
  reasons: Reason[];
}

/** Somebody whose presence matters, or whose session this is. */
export interface KnownPerson {
  id: string;
  name: string;
  email: string | null;
  relation: "coach" | "sponsor" | "board" | "peer" | "report" | "boss" | "other";
}

/** What is known about the person's world when an event is assessed. Empty arrays are fine. */
export interface AssessmentContext {
  people: KnownPerson[];
  /** Mail domains of the person's own organisation; people from others count as outside. */
  ownDomains: string[];
  /** What the owner does, where known ("CFO of ..."); helps reading terse titles. */
  ownerRole: string | null;
}

export const emptyContext: AssessmentContext = { people: [], ownDomains: [], ownerRole: null };
