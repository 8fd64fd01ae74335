/**
 * Starter priorities for shifts that come up again and again in executive coaching. Owns when each applies; the words
 * (name, from, to, outcome, if, then) are the catalogue's, `starter.<id>.<part>`, and are the person's to change.
 * Situation words are given in several languages, since they are matched against titles.
 */
import type { Situation } from "./plan.ts";

export interface Starter {
  id: string;
  situation: Situation;
}

function starter(id: string, situation: Partial<Situation>): Starter {
  return {
    id,
    situation: { domains: [], kinds: [], people: [], words: [], notWords: [], series: [], ...situation },
  };
}

const standUp = ["stand-up", "standup", "daily", "lunch"];

export const starters: readonly Starter[] = [
  starter("ask-first", {
    kinds: ["one-to-one", "team-meeting"],
    words: ["options", "proposal", "Optionen", "propuesta", "proposition"],
    notWords: standUp,
  }),
  starter("say-the-gap", {
    domains: ["external-board-investor"],
    kinds: ["board"],
    words: ["outlook", "forecast", "results", "covenant", "Ergebnis*", "résultats", "resultados"],
  }),
  starter("name-the-owner", {
    domains: ["strategic-execution", "executive-team-effectiveness"],
    words: ["steering", "committee", "Lenkungskreis", "comité", "comitato"],
    notWords: standUp,
  }),
  starter("speak-last", {
    kinds: ["team-meeting", "committee"],
    domains: ["executive-team-effectiveness", "capital-allocation"],
    notWords: standUp,
  }),
  starter("hand-over", {
    kinds: ["one-to-one", "review"],
    words: ["approval", "sign-off", "Freigabe", "validation"],
  }),
  starter("disagree-in-the-room", {
    domains: ["executive-team-effectiveness"],
    kinds: ["board", "committee"],
    words: ["ExCo", "leadership team", "Vorstand", "codir", "comité de direction"],
  }),
  starter("pause-under-pressure", {
    domains: ["enterprise-risk", "external-board-investor"],
    kinds: ["negotiation"],
    words: ["escalation", "crisis", "incident", "Krise", "crise"],
  }),
  starter("one-message", {
    kinds: ["presentation", "board", "external"],
    words: ["all-hands", "town hall", "keynote", "Betriebsversammlung"],
  }),
  starter("feedback-within-a-day", {
    domains: ["talent-direction"],
    kinds: ["one-to-one", "review"],
    words: ["feedback", "performance", "Beurteilung", "évaluation"],
  }),
  starter("stop-something", {
    domains: ["strategic-execution", "capital-allocation"],
    words: ["planning", "budget", "portfolio", "roadmap", "Planung", "priorités"],
  }),
  starter("can-it-be-undone", {
    domains: ["capital-allocation", "strategic-execution"],
    words: ["go / no-go", "decision", "approval", "Entscheidung", "décision", "decisión"],
  }),
  starter("ask-for-one-suggestion", { kinds: ["one-to-one"], notWords: standUp }),
];
