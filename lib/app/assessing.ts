/**
 * Assesses events with what is known of the person's world, and knows when an assessment is out of date: it carries
 * the model and the context it was made with.
 */
import type { AssessmentContext } from "../domain/assessment.ts";
import type { EventFacts, EventRecord } from "../domain/event-record.ts";
import type { Settings } from "../domain/settings.ts";
import { assess, meetingKinds } from "../domain/stakes/assess.ts";
import { modelVersion } from "../domain/stakes/version.ts";

export interface Assessor {
  /** Names model and context; another value means another judgement is possible. */
  version: string;
  assess(
    facts: EventFacts,
    seriesKey: string | null,
  ): Pick<EventRecord, "assessment" | "kinds" | "assessedWith">;
}

export function assessorFor(settings: Pick<Settings, "people" | "ownDomains">): Assessor {
  const context: AssessmentContext = {
    people: settings.people,
    ownDomains: settings.ownDomains,
    ownerRole: null,
  };
  const version = `${modelVersion}|${JSON.stringify([context.people, context.ownDomains])}`;
  return {
    version,
    assess(facts, seriesKey) {
      const input = { ...facts, seriesId: seriesKey };
      return { assessment: assess(input, context), kinds: meetingKinds(input), assessedWith: version };
    },
  };
}

/** The record with an assessment of today: made again in memory when model or people changed since it was stored. */
export function reassessed(record: EventRecord, assessor: Assessor): EventRecord {
  // A record whose calendar cache was let go of has no facts left to judge: its last assessment stands.
  if (record.assessedWith === assessor.version || record.sightings.length === 0) return record;
  return { ...record, ...assessor.assess(record.facts, record.seriesKey) };
}
