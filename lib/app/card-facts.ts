/** Facts of a card: how earlier occasions went, who in the room is enrolled, what is promised for it. Never words. */
import type { JudgedEvent } from "../domain/judgement.ts";
import type { Answer, Reflection } from "../domain/reflection.ts";
import { answers } from "../domain/reflection.ts";
import type { Settings } from "../domain/settings.ts";
import { isSameName } from "../domain/text-match.ts";
import type { CardView } from "../rpc/views.ts";
import type { Deps } from "./deps.ts";
import { dayText, say, timeText } from "./queue-say.ts";

const shownOccasions = 5;
const peopleDays = 180;
/** In a crowd everybody has met everybody: who attends says nothing about how it went. */
const smallRoom = 8;

/** Earlier occasions of this series or, outside a series, with these people; oldest first. */
export async function cardBefore(deps: Deps, judged: JudgedEvent): Promise<CardView["before"]> {
  const { record } = judged;
  const { startMs } = record.facts.timing;
  const found =
    record.seriesKey === null
      ? await withThesePeople(deps, judged)
      : await deps.store.reflections.where("series", { is: record.seriesKey });
  const earlier = found
    .filter(({ event, eventKey }) => event.startMs < startMs && eventKey !== record.id)
    .toSorted((a, b) => a.event.startMs - b.event.startMs);
  const outcomes = oneOfEach(earlier)
    .slice(-shownOccasions)
    .map(({ answer }) => answer);
  return outcomes.length === 0 ? null : { outcomes, text: countsText(deps, outcomes) };
}

async function withThesePeople(deps: Deps, { record }: JudgedEvent): Promise<Reflection[]> {
  const names = (record.facts.attendees ?? [])
    .filter(({ self }) => !self)
    .map(({ name, email }) => name ?? email);
  if (names.length === 0 || names.length > smallRoom) return [];
  const { startMs } = record.facts.timing;
  const recent = await deps.store.reflections.where("start", {
    from: startMs - peopleDays * 86_400_000,
    to: startMs,
  });
  return recent.filter(
    ({ event }) =>
      event.people.length <= smallRoom &&
      event.people.some((person) => names.some((name) => name !== null && isSameName(name, person))),
  );
}

/** One answer for each event: several priorities of one meeting are one occasion. */
function oneOfEach(reflections: readonly Reflection[]): Reflection[] {
  return [...new Map(reflections.map((reflection) => [reflection.eventKey, reflection])).values()];
}

/** `did 3, partly 1, missed 1`. */
function countsText(deps: Deps, outcomes: readonly Answer[]): string {
  const counts = answers.flatMap((answer) => {
    const count = outcomes.filter((outcome) => outcome === answer).length;
    return count === 0 ? [] : [say(deps, { code: `card.outcome.${answer}`, params: { count } })];
  });
  return new Intl.ListFormat(deps.locale, { style: "short", type: "unit" }).format(counts);
}

/** Enrolled people who attend or organise, by name; addresses never leave. */
export function cardRoom(deps: Deps, { record }: JudgedEvent, settings: Settings): CardView["room"] {
  const { attendees, organizer } = record.facts;
  const present = [...(attendees ?? []), ...(organizer === null ? [] : [organizer])].filter(
    ({ self }) => !self,
  );
  return settings.people
    .filter((known) =>
      present.some(
        ({ name, email }) =>
          (email !== null && email.toLowerCase() === known.email?.toLowerCase()) ||
          (name !== null && isSameName(name, known.name)),
      ),
    )
    .map(({ name, relation }) => ({ name, note: say(deps, { code: `card.room.${relation}`, params: {} }) }));
}

/** Open commitments bound to the event. */
export async function cardDue(deps: Deps, { record }: JudgedEvent): Promise<CardView["due"]> {
  const bound = await deps.store.commitments.where("event", { is: record.id });
  return bound
    .filter(({ doneAtMs }) => doneAtMs === null)
    .map(({ text, dueMs }) => ({
      text,
      when: dueMs === null ? timeText(deps, record.facts.timing.startMs) : dayText(deps, dueMs),
    }));
}
