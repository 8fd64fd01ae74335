import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loop } from "../../base/messages/en/loop.ts";
import { reasons } from "../../base/messages/en/reasons.ts";
import { decisionDomains, labels } from "../assessment.ts";
import { meetingKinds } from "../plan.ts";
import { starters } from "../starters.ts";
import { choosePrompts, choosePromptsInSeries, timeLeftOf } from "./choose.ts";
import type { PromptContext } from "./choose.ts";
import { prompts } from "./library.ts";
import type { Phase } from "./library.ts";
import { cannotBeUndone, oneWayCodes } from "./one-way.ts";

const board: PromptContext = {
  eventKey: "e1",
  label: "high-stakes",
  domain: "external-board-investor",
  kinds: ["board"],
  oneWay: false,
  minutesLeft: 3 * 24 * 60,
  phase: 4,
};
const ids = (context: PromptContext) => choosePrompts(context).map((prompt) => prompt.id);
const catalogue: Record<string, unknown> = loop;

const session = (phase: Phase) =>
  choosePrompts({ ...board, label: "coaching", domain: "none", kinds: ["one-to-one"], phase });

describe("the library", () => {
  test.each(prompts.map((prompt) => [prompt.id, prompt] as const))(
    "%s has its words, its reason and its fact",
    (id, prompt) => {
      expect(catalogue[`prompt.${id}`]).toBeTypeOf("string");
      expect(catalogue[`prompt.why.${prompt.why}`]).toBeTypeOf("string");
      expect(catalogue[`prompt.author.${prompt.author}`]).toBeTypeOf("string");
      if (prompt.evidence !== undefined)
        expect(catalogue[`evidence.${prompt.evidence}`]).toBeTypeOf("string");
      expect(prompts.filter((other) => other.id === id)).toHaveLength(1);
    },
  );

  test("every text of a prompt belongs to a prompt", () => {
    const known = new Set(prompts.map((prompt) => `prompt.${prompt.id}`));
    const texts = Object.keys(loop).filter((key) => /^prompt\.(?!why\.|author\.|by$)/.test(key));
    expect(texts.filter((key) => !known.has(key))).toEqual([]);
  });

  test("every prompt can come up", () => {
    const seen = new Set<string>();
    for (const label of labels)
      for (const domain of [...decisionDomains, "none"] as const)
        for (const kind of meetingKinds)
          for (const minutesLeft of [10, 300, 5000])
            for (const phase of [1, 2, 3, 4, 5, 6] as const)
              for (const oneWay of [true, false])
                for (const eventKey of ["a", "b", "c", "d", "e", "f"])
                  for (const prompt of choosePrompts({
                    eventKey,
                    label,
                    domain,
                    kinds: [kind],
                    oneWay,
                    minutesLeft,
                    phase,
                  }))
                    seen.add(prompt.id);
    expect(prompts.map((prompt) => prompt.id).filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe("choosing", () => {
  test("at most three, the same each time, and for different reasons", () => {
    expect(ids(board)).toEqual(ids(board));
    const chosen = choosePrompts(board);
    expect(chosen).toHaveLength(3);
    expect(new Set(chosen.map((prompt) => prompt.why)).size).toBe(3);
  });

  test("a decision that cannot be undone is asked about first", () => {
    expect(choosePrompts({ ...board, domain: "capital-allocation", kinds: [], oneWay: true })[0]?.why).toBe(
      "one-way",
    );
  });

  test("what cannot be undone is told from reasons that exist and speak for it", () => {
    for (const code of oneWayCodes) expect(Object.keys(reasons)).toContain(`reason.${code}`);
    expect(cannotBeUndone([{ code: "deal", weight: 1 }])).toBe(true);
    expect(cannotBeUndone([{ code: "deal", weight: -1 }])).toBe(false);
    expect(cannotBeUndone([{ code: "budget", weight: 1 }])).toBe(false);
  });

  test("what needs time is not asked half an hour before", () => {
    const soon = choosePrompts({ ...board, minutesLeft: 20 });
    expect(soon.every((prompt) => prompt.time === undefined || prompt.time.includes("soon"))).toBe(true);
    expect(soon.map((prompt) => prompt.why)).toContain("soon");
    expect([timeLeftOf(-5), timeLeftOf(31), timeLeftOf(24 * 60)]).toEqual(["soon", "hours", "days"]);
  });

  test("a session gets its own prompts, by phase", () => {
    expect(session(1).map((prompt) => prompt.why)).toContain("phase.1");
    expect(session(6).map((prompt) => prompt.why)).toContain("phase.6");
    expect(session(4).every((prompt) => prompt.label?.includes("coaching"))).toBe(true);
  });

  test("personal entries get none", () => {
    expect(ids({ ...board, label: "personal/logistics" })).toEqual([]);
  });

  test("a series is not shown the same three twice while others fit", () => {
    const keys = ["w1", "w2", "w3", "w4"];
    const weekly = keys.map((eventKey, i) =>
      choosePromptsInSeries({ ...board, eventKey }, keys.slice(0, i)).map((prompt) => prompt.id),
    );
    expect(new Set(weekly.flat()).size).toBe(12);
  });

  test("never more than three and never twice the same, whatever the meeting", () => {
    const context = fc.record({
      eventKey: fc.string(),
      label: fc.constantFrom(...labels),
      domain: fc.constantFrom(...decisionDomains, "none" as const),
      kinds: fc.subarray([...meetingKinds]),
      oneWay: fc.boolean(),
      minutesLeft: fc.integer({ min: -100, max: 10_000 }),
      phase: fc.constantFrom<Phase>(1, 2, 3, 4, 5, 6),
    });
    fc.assert(
      fc.property(context, (given) => {
        const chosen = ids(given);
        expect(chosen.length).toBeLessThanOrEqual(3);
        expect(new Set(chosen).size).toBe(chosen.length);
        if (given.label === "high-stakes" || given.label === "coaching") expect(chosen.length).toBe(3);
      }),
    );
  });
});

describe("starter priorities", () => {
  test("there are twelve, each with all its words and a place to apply", () => {
    expect(starters).toHaveLength(12);
    for (const { id, situation } of starters) {
      for (const part of ["name", "from", "to", "outcome", "if", "then"])
        expect(catalogue[`starter.${id}.${part}`], `${id} ${part}`).toBeTypeOf("string");
      const places = [...situation.domains, ...situation.kinds, ...situation.words];
      expect(places.length, id).toBeGreaterThan(0);
    }
  });

  test("every text of a starter belongs to a starter", () => {
    const known = new Set(starters.map(({ id }) => id));
    const texts = Object.keys(loop).filter((key) => key.startsWith("starter."));
    expect(texts.filter((key) => !known.has(key.split(".")[1] ?? ""))).toEqual([]);
  });
});
