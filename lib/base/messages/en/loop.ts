/** English, part "loop": the daily loop's own sentences. Wording rules: docs/wording.md. */
import { promptTexts } from "./loop/prompts.ts";
import { queueTexts } from "./loop/queue.ts";
import { starterTexts } from "./loop/starters.ts";

export const loop = {
  ...promptTexts,
  ...queueTexts,
  ...starterTexts,

  "plan.byYou": "Your plan for {priority}",
  "plan.adapted.event": "You, adapted for this meeting on {on}",
  "plan.adapted.series": "You, adapted for this series on {on}",
  "card.outcome.did": "did {count}",
  "card.outcome.partly": "partly {count}",
  "card.outcome.missed": "missed {count}",
  "card.outcome.not-applicable": "did not come up {count}",
  "card.room.coach": "coach",
  "card.room.sponsor": "sponsor",
  "card.room.board": "board",
  "card.room.peer": "peer",
  "card.room.report": "direct report",
  "card.room.boss": "your boss",
  "card.room.other": "stakeholder",

  "reminder.plan": "If {if}, then I will {then}.",
  "reminder.none": "A meeting to prepare.",
  "reminder.soon": { one: "In one minute", other: "In {count} min" },
  "reminder.hours": { one: "In one hour", other: "In {count} h" },
  "reminder.days": { one: "In one day", other: "In {count} days" },
  "reminder.now": "Now",
  "reminder.lookAhead.title": "Today",
  "reminder.lookAhead": {
    one: "One high-stakes meeting, at {first}.",
    other: "{count} high-stakes meetings, the first at {first}.",
  },
  "reminder.sweep.title": "Before the day ends",
  "reminder.sweep": { one: "One capture waiting.", other: "{count} captures waiting." },
  "reminder.recap.title": "This week",
  "reminder.recap": {
    one: "One priority shows up once a week now. A look at how it went.",
    other: "{count} priorities show up once a week now. A look at how they went.",
  },
  "reminder.snooze": "Snooze {minutes} min",
  "reminder.open": "Open",
} as const;
