import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { emptyContext } from "../../assessment.ts";
import { readEvent } from "../reading.ts";
import { eventTitled } from "../testing.ts";
import { combinations } from "./index.ts";
import { officeRules } from "./office.ts";
import { peopleRules } from "./people.ts";
import { topicRules } from "./topics.ts";

const minister = "Minister of Ports";
const president = "President of the Republic";
const community = "open-source foundation programme calendar";

/** A title and role on which each combination speaks. */
const examples: Record<string, [title: string, role?: string]> = {
  "a question to settle": ["Tin mine: keep it?"],
  "which, how much, who: something is chosen": ["Tin mine - which partner"],
  "another organisation's board or committee": ["NERC board call"],
  "news of a case or a crisis is no mere update": ["Litigation update"],
  "a visit after something went wrong": ["Visit after the explosion"],
  "a politician and a member of another government": ["Call with the Danish minister", minister],
  "a head of another organisation, told by the sign of place": ["Ann Lee, President @ Northline"],
  "something with a name is sold": ["Kestrel Sale - Tuesday"],
  "ratings or pay of the owner's own reports": ["Performance reviews - directs"],
  "interview of a senior person": ["Interview: VP Operations"],
  "an offer to a senior person": ["Offer - CFO"],
  "somebody senior leaves or is replaced": ["Leaving: our CTO"],
  "coaching is bought, taught or staffed": ["Coaching vendors shortlist"],
  "interview for the press": ["Interview w/ Reuters"],
  "an interview of nobody in particular": ["Interview: Peter M."],
  "meal or drinks around something important": ["Dinner after board"],
  "a meal with a stated topic is a meeting": ["Lunch w/ Karin re: acquisition"],
  "principal of another organisation": ["Call w/ chairman of Northline"],
  "officials and chief executives are a politician's daily work": ["CEO of Northline", minister],
  "several principals in one room": ["CEO Northline, chairman Southline"],
  "a politician's talk with an organisation": ["Port dues – Harbour Trust", minister],
  "strategies and plans are what ministers talk about all day": ["Regional energy strategy", minister],
  "the head of state speaks": ["The President delivers remarks", president],
  "a politician meets a head of state or government": ["Meeting with the King of Estmark", president],
  "a meal between governments is a meeting": ["Lunch with the prime minister"],
  "the owner speaks to many": ["Speak at all employee meeting"],
  "a talk about a crisis or a negotiation is no general talk": ["Roundtable on the crisis"],
  "regulator and its principals or its staff": ["FERC hearing"],
  "committees of an open community": ["Steering committee", community],
  "money at home": ["Budget kitchen"],
  "an amount of money": ["Loan $20M"],
  "a code name beside a deal or a decision": ["Project Heron due diligence"],
  "review with those who decide": ["Quarterly forecast review, reviews"],
};

test("every file of rules is in the list, and no name stands twice", () => {
  const own = new Set(["index.ts", "index.test.ts", "combination.ts"]);
  const files = readdirSync(new URL(".", import.meta.url)).filter((name) => !own.has(name));
  expect(files.toSorted()).toEqual(["office.ts", "people.ts", "topics.ts"]);
  expect(combinations).toHaveLength(peopleRules.length + officeRules.length + topicRules.length);
  expect(new Set(combinations.map(({ name }) => name)).size).toBe(combinations.length);
});

describe("every combination", () => {
  test.each(combinations.map((combination) => [combination.name, combination] as const))(
    "%s",
    (name, combination) => {
      const [title, role = null] = examples[name] ?? [""];
      const spoken = combination.apply(readEvent(eventTitled(title), { ...emptyContext, ownerRole: role }));
      expect(spoken, title).not.toBeNull();
      expect(combination.apply(readEvent(eventTitled("Weekly sync"), emptyContext))).toBeNull();
    },
  );
});
