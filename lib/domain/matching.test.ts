import { describe, expect, test } from "vitest";
import { matchPriorities } from "./matching.ts";
import type { MatchableEvent } from "./matching.ts";
import type { Priority, Situation } from "./plan.ts";
import { fold, isSameName, occursIn } from "./text-match.ts";

const nowhere: Situation = { domains: [], kinds: [], people: [], words: [], notWords: [], series: [] };

function priority(id: string, situation: Partial<Situation>, order = 0): Priority {
  return {
    id,
    rev: 1,
    createdAtMs: 0,
    updatedAtMs: 0,
    deletedAtMs: null,
    name: id,
    from: "",
    to: "",
    outcome: "",
    impact: "",
    situation: { ...nowhere, ...situation },
    plan: null,
    adaptations: [],
    rehearsals: [],
    order,
    starterId: null,
  };
}

function event(title: string, changes: Partial<MatchableEvent> = {}): MatchableEvent {
  return {
    title,
    categories: [],
    kind: "event",
    organizer: null,
    attendees: null,
    seriesKey: null,
    ...changes,
  };
}

const none = { domain: "none" } as const;
const guest = (name: string | null, email: string | null, self = false) => ({
  name,
  email,
  self,
  answer: "accepted" as const,
});

test("the most specific match comes first, then the person's own order", () => {
  const list = [
    priority("kind", { kinds: ["board"] }, 0),
    priority("domain", { domains: ["capital-allocation"] }, 1),
    priority("words-late", { words: ["outlook"] }, 3),
    priority("words", { words: ["outlook"] }, 2),
    priority("person", { people: ["Priya Raman"] }, 4),
    priority("series", { series: ["s1"] }, 5),
  ];
  const matches = matchPriorities(
    event("Board: Q4 outlook", { seriesKey: "s1", attendees: [guest("Priya Raman", null)] }),
    { domain: "capital-allocation" },
    ["board"],
    list,
  );
  expect(matches.map((match) => [match.priority.id, match.by])).toEqual([
    ["series", "series"],
    ["person", "person"],
    ["words", "words"],
    ["words-late", "words"],
    ["domain", "domain"],
    ["kind", "kind"],
  ]);
  expect(matches[2]?.why).toEqual({ word: "outlook" });
});

test("an excluded word keeps a priority away, whatever else matches", () => {
  const list = [priority("a", { series: ["s1"], notWords: ["stand-up"] })];
  expect(matchPriorities(event("Finance STAND UP", { seriesKey: "s1" }), none, [], list)).toEqual([]);
  expect(matchPriorities(event("Finance review", { seriesKey: "s1" }), none, [], list)).toHaveLength(1);
});

test("a person is found by address, by name in any order, by known person, and in a title", () => {
  const byName = [priority("a", { people: ["Tomás Ferreira"] })];
  const room = event("Catch-up", { attendees: [guest("Ferreira, Tomas", "t@x.example")] });
  expect(matchPriorities(room, none, [], byName)).toHaveLength(1);
  expect(matchPriorities(room, none, [], [priority("a", { people: ["T@X.example"] })])).toHaveLength(1);
  const known = { id: "p1", name: "Tomás Ferreira", email: "t@x.example", relation: "report" as const };
  expect(matchPriorities(room, none, [], [priority("a", { people: ["p1"] })], [known])[0]?.why).toEqual({
    person: "Tomás Ferreira",
  });
  expect(matchPriorities(event("1:1 Tomas"), none, ["one-to-one"], byName)).toHaveLength(1);
  expect(matchPriorities(event("Lunch at Tomas"), none, [], byName)).toEqual([]);
  expect(matchPriorities(event("Tomás Ferreira / Dana"), none, [], byName)).toHaveLength(1);
});

test("the person whose calendar it is does not count as somebody in the room", () => {
  const list = [priority("a", { people: ["Dana Whitfield"] })];
  const own = event("Prep", { attendees: [guest("Dana Whitfield", null, true)] });
  expect(matchPriorities(own, none, [], list)).toEqual([]);
});

test("focus time and the like match nothing", () => {
  const list = [priority("a", { words: ["board"] })];
  expect(matchPriorities(event("Focus: board follow-up", { kind: "focus-time" }), none, [], list)).toEqual(
    [],
  );
});

describe("words", () => {
  const hits: [string, string][] = [
    ["BUDGET approval", "budget"],
    ["Révision des résultats", "resultats"],
    ["Prüfungsausschuß", "prüfungsausschuss"],
    ["Prüfung: Ausschuss", "prufung"],
    ["取締役会 11月", "取締役会"],
    ["董事会:预算", "预算"],
    ["ﾃﾞｰﾀ戦略", "データ"],
    ["이사회에서 보고", "이사회"],
    ["اجتماع المجلس", "مجلس"],
    ["Quarterly reviews", "review"],
    ["Q4-outlook", "outlook"],
    ["go / no-go", "no go"],
    ["Ergebnisprognose", "ergebnis*"],
    ["ÍSTANBUL", "istanbul"],
    ["R&D steering", "r&d"],
  ];
  test.each(hits)("%s holds %s", (title, word) => {
    expect(occursIn(fold(title), word)).toBe(true);
  });

  const misses: [string, string][] = [
    ["Plant tour", "plan"],
    ["Onboarding", "board"],
    ["Previews", "review"],
    ["anything", " "],
    ["anything", "*"],
    ["取締 役員", "取締役会"],
  ];
  test.each(misses)("%s does not hold %s", (title, word) => {
    expect(occursIn(fold(title), word)).toBe(false);
  });

  test("empty names are nobody's", () => {
    expect(isSameName("", " ")).toBe(false);
  });
});
