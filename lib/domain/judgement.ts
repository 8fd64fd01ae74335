/**
 * What is shown of an event once the person's own word and the caps are heard: assessment, then marks, then flags.
 * A mark on the event wins over one on its series, either wins over the score.
 */
import type { DecisionDomain, Label, Reason } from "./assessment.ts";
import { isAttending } from "./event.ts";
import type { EventRecord } from "./event-record.ts";
import { chooseFlags } from "./flags.ts";
import type { FlagCaps } from "./flags.ts";
import type { Mark, MarkKind } from "./mark.ts";
import { isSession } from "./sessions.ts";

export interface JudgedEvent {
  record: EventRecord;
  /** The mark that counts, `null` without one. */
  mark: Mark | null;
  label: Label;
  domain: DecisionDomain | "none";
  /** 0 to 1. */
  stakes: number;
  reasons: Reason[];
  flag: "high-stakes" | "coaching" | null;
  /** True when the flag comes from the person's own mark. */
  marked: boolean;
  /** Takes place and the person takes part, as far as is known. */
  attending: boolean;
}

/** Judges events that are all there is in their weeks: the caps must know what else is there. */
export function judgeEvents(
  records: readonly EventRecord[],
  marks: readonly Mark[],
  caps: FlagCaps,
): JudgedEvent[] {
  const markOf = new Map(marks.map((mark) => [`${mark.scope}:${mark.key}`, mark]));
  const heard = records.map((record) => {
    const mark = markOf.get(`event:${record.id}`) ?? markOf.get(`series:${record.seriesKey ?? ""}`) ?? null;
    return { record, mark, label: labelUnder(record.assessment.label, mark) };
  });
  const candidates = heard
    .filter(({ record }) => record.missingSinceMs === null)
    .map(({ record, mark, label }) => ({
      ...record.facts,
      eventKey: record.id,
      label,
      stakes: record.assessment.stakes,
      mark: mark?.kind ?? null,
    }));
  const flagged = chooseFlags(candidates, caps);
  const sessions = new Set(candidates.filter(isSession).map((candidate) => candidate.eventKey));
  return heard.map(({ record, mark, label }) => {
    const flag = flagged.has(record.id) ? "high-stakes" : sessions.has(record.id) ? "coaching" : null;
    return {
      record,
      mark,
      label,
      domain: label === "high-stakes" ? record.assessment.domain : "none",
      stakes: record.assessment.stakes,
      reasons: record.assessment.reasons,
      flag,
      marked: flag !== null && mark?.kind === flag,
      attending: isAttending(record.facts) && record.missingSinceMs === null,
    };
  });
}

const labelFor: Record<MarkKind, (assessed: Label) => Label> = {
  "high-stakes": () => "high-stakes",
  coaching: () => "coaching",
  ordinary: () => "routine",
  "not-coaching": (assessed) => (assessed === "coaching" ? "routine" : assessed),
};

function labelUnder(assessed: Label, mark: Mark | null): Label {
  return mark === null ? assessed : labelFor[mark.kind](assessed);
}
