/** A priority as it is being written: what the form holds, and how it becomes what the background takes. */
import { decisionDomains } from "../../lib/domain/assessment.ts";
import { meetingKinds } from "../../lib/domain/plan.ts";
import type { Priority, Situation } from "../../lib/domain/plan.ts";
import type { Input } from "../../lib/rpc/contract.ts";
import type { StarterPriority } from "../../lib/rpc/views.ts";

export interface PriorityDraft {
  id: string | null;
  starterId: string | null;
  name: string;
  from: string;
  to: string;
  outcome: string;
  impact: string;
  if: string;
  then: string;
  situation: Situation;
}

const nowhere: Situation = { domains: [], kinds: [], people: [], words: [], notWords: [], series: [] };

export function emptyDraft(): PriorityDraft {
  return {
    id: null,
    starterId: null,
    name: "",
    from: "",
    to: "",
    outcome: "",
    impact: "",
    if: "",
    then: "",
    situation: nowhere,
  };
}

export function draftOf(priority: Priority): PriorityDraft {
  return {
    id: priority.id,
    starterId: priority.starterId,
    name: priority.name,
    from: priority.from,
    to: priority.to,
    outcome: priority.outcome,
    impact: priority.impact,
    if: priority.plan?.if ?? "",
    then: priority.plan?.then ?? "",
    situation: priority.situation,
  };
}

export function starterDraft(starter: StarterPriority): PriorityDraft {
  return {
    ...emptyDraft(),
    starterId: starter.id,
    name: starter.name,
    from: starter.from,
    to: starter.to,
    outcome: starter.outcome,
    if: starter.plan.if,
    then: starter.plan.then,
    situation: starter.situation,
  };
}

/** The draft as it is kept while it is being written. */
export function keptText(draft: PriorityDraft): string {
  return JSON.stringify(draft);
}

/** A kept draft, `null` where the text is none. Whatever of its situation cannot be read is left out. */
export function keptDraft(text: string | null): PriorityDraft | null {
  const kept = parsed(text);
  if (kept === null) return null;
  const words = (key: string) => (typeof kept[key] === "string" ? kept[key] : "");
  const idOf = (key: string) => words(key) || null;
  const situation = isRecord(kept["situation"]) ? kept["situation"] : {};
  const among = <T extends string>(known: readonly T[], key: string) =>
    known.filter((each) => strings(situation[key]).includes(each));
  return {
    id: idOf("id"),
    starterId: idOf("starterId"),
    name: words("name"),
    from: words("from"),
    to: words("to"),
    outcome: words("outcome"),
    impact: words("impact"),
    if: words("if"),
    then: words("then"),
    situation: {
      domains: among(decisionDomains, "domains"),
      kinds: among(meetingKinds, "kinds"),
      people: strings(situation["people"]),
      words: strings(situation["words"]),
      notWords: strings(situation["notWords"]),
      series: strings(situation["series"]),
    },
  };
}

function parsed(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    // Not a draft of ours: there is none.
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** What is missing before it can be saved; empty when nothing is. */
export function missing(draft: PriorityDraft): ("name" | "to" | "plan")[] {
  const gaps: ("name" | "to" | "plan")[] = [];
  if (draft.name.trim() === "") gaps.push("name");
  if (draft.to.trim() === "") gaps.push("to");
  // Half an if-then plan is none: both sides or neither.
  if ((draft.if.trim() === "") !== (draft.then.trim() === "")) gaps.push("plan");
  return gaps;
}

/** The draft as the background takes it, trimmed. */
export function inputOf(draft: PriorityDraft): Input<"priority.save"> {
  const hasPlan = draft.if.trim() !== "" && draft.then.trim() !== "";
  return {
    id: draft.id,
    starterId: draft.starterId,
    name: draft.name.trim(),
    from: draft.from.trim(),
    to: draft.to.trim(),
    outcome: draft.outcome.trim(),
    impact: draft.impact.trim(),
    plan: hasPlan ? { if: draft.if.trim(), then: draft.then.trim() } : null,
    situation: draft.situation,
  };
}

/** "review, options ,  plan" as words; commas and line ends part them. */
export function wordList(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,،;\n]/u)
        .map((word) => word.trim().slice(0, 100))
        .filter((word) => word !== ""),
    ),
  ].slice(0, 50);
}
