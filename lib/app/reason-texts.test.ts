import { describe, expect, test } from "vitest";
import { reasons } from "../base/messages/en/reasons.ts";
import { translator } from "../base/messages/messages.ts";
import { emptyContext } from "../domain/assessment.ts";
import { assess } from "../domain/stakes/assess.ts";
import { stakeConcepts } from "../domain/stakes/concepts.ts";
import { eventTitled } from "../domain/stakes/testing.ts";
import { reasonTexts } from "./reason-texts.ts";

const t = translator(reasons, "en");
const say = (title: string) => reasonTexts(assess(eventTitled(title), emptyContext), t);

test("every concept that counts has a sentence", () => {
  for (const concept of Object.keys(stakeConcepts))
    expect(Object.keys(reasons)).toContain(`reason.${concept}`);
});

describe("the sentences", () => {
  test("are at most three, the strongest first", () => {
    const texts = say("Board meeting: acquisition of Halden, final approval");
    expect(texts).toHaveLength(3);
    expect(texts[0]).toBe("A board meeting");
    expect(texts[1]).toBe("A one-way decision: acquisition");
  });

  test("leave out what spoke against a flag", () => {
    expect(say("Board update")).not.toContain("An update: update");
  });

  test("say why something is off", () => {
    expect(say("Cancelled: board")).toEqual(["Cancelled or postponed"]);
  });

  test("say so when there is nothing to say", () => {
    expect(say("xyz")).toEqual(["Nothing in it says that much is at stake"]);
  });

  test("never leave a blank unfilled", () => {
    for (const title of [
      "BOD",
      "Interview VP Ops",
      "Coaching 3/6",
      "Flight to Oslo",
      "Dinner after board",
      "Deal $20M",
    ]) {
      for (const text of say(title)) expect(text).not.toMatch(/[{}]/);
    }
  });
});
