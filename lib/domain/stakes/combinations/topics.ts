/** What surrounds or sharpens a topic: meals, amounts, code names, money at home. Each rule is named. */
import { aboutTopic, afterDash, both, find, made } from "./combination.ts";
import type { Combination } from "./combination.ts";
import { findsOf, says } from "../reading.ts";

const governance = [
  "board",
  "boardWord",
  "boardCommittee",
  "payCommittee",
  "shareholders",
  "exco",
  "cabinet",
  "hearing",
  "offsite",
  "deal",
] as const;
const business = [
  "plan",
  "strategy",
  "budget",
  "budgetMeeting",
  "capital",
  "negotiation",
  "settlement",
  "litigation",
] as const;
const weighty = [...governance, ...business] as const;
/** "Project Falcon", "Projekt Adler", "Projet Étoile": the word and one or two capitalised words. */
const codename = /\b[Pp]ro(?:je[ck]t|yecto|jeto|jet|getto)\s+\p{Lu}[\p{L}\p{N}]*(?:\s+\p{Lu}[\p{L}\p{N}]*)?/u;
const choice =
  /\b(?:which \p{L}+|whether|what (?:we|do we|to|rate|price|terms)|how (?:much|many)|who (?:takes|gets|goes|stays|leads|runs|leaves)|\p{L}{3,} or \p{L}{3,}$|yes or no|in or out|stop ou encore|ja oder nein|wat nu|s[ií] o no|or not|ou pas|oder nicht|of niet)\b/iu;
const namedSale =
  /(?<!garage |bake |yard |book |for )\b(?!Garage|Bake|Yard|Book|For|Car|House)\p{Lu}[\p{L}&]+ [Ss]ale\b(?! (?:team|rep|force))/u;
/** A question about these is no decision. */
const light = [
  "meal",
  "reception",
  "intro",
  "travel",
  "absence",
  "health",
  "family",
  "sport",
  "leisure",
  "errand",
  "party",
  "block",
  "home",
  "webinar",
  "training",
  "coachWord",
] as const;
const amount =
  /(?:[$€£¥]\s?\d[\d.,]*\s?(?:k|m|mm|bn|b|mio|mrd|million|billion)?\b|\b\d[\d.,]*\s?(?:mio|mrd|bn|million|billion|mln|m€|m\$|k€|亿|万|億円)(?:\b|(?=[^\w])|$))/iu;

export const topicRules: readonly Combination[] = [
  {
    name: "a question to settle",
    apply: ({ title, unknownWords }) =>
      title.text.includes("?") &&
      /\p{L}{2}[^?]*\?/u.test(title.text) &&
      title.tokens.length >= 3 &&
      unknownWords <= 9 &&
      !says(title, ...light)
        ? made("decision", "question", 1.6, null, { field: "title", text: title.text.slice(0, 60) })
        : null,
  },
  {
    name: "which, how much, who: something is chosen",
    apply: ({ title }) => {
      const chosen = choice.exec(title.text);
      return chosen === null || says(title, ...light, "demo", "status", "paperwork", "facilities")
        ? null
        : made("decision", "question", 1.85, null, { field: "title", text: chosen[0] });
    },
  },
  {
    name: "something with a name is sold",
    apply: ({ title, owner }) => {
      const sold = namedSale.exec(title.text);
      return sold === null || owner.political || says(title, "deal", ...light)
        ? null
        : made("capital", "deal", 2.2, "capital-allocation", { field: "title", text: sold[0] });
    },
  },
  {
    name: "another organisation's board or committee",
    apply: ({ title, owner }) =>
      !owner.political &&
      !owner.community &&
      both(title, ["association"], ["board", "boardWord", "boardCommittee", "exco", "committee"])
        ? made("adjacent", "association", -1.5, null, find(title, "association"))
        : null,
  },
  {
    name: "news of a case or a crisis is no mere update",
    apply: ({ title }) =>
      both(title, ["update", "status"], ["litigation", "crisis", "investigation", "bankruptcy", "court"])
        ? made(
            "magnitude",
            "despite",
            0.6,
            null,
            find(title, "litigation", "crisis", "investigation", "bankruptcy", "court"),
          )
        : null,
  },
  {
    name: "a visit after something went wrong",
    apply: ({ title, owner }) =>
      !owner.political && both(title, ["visit"], ["incident", "investigation", "regulator", "crisis"])
        ? made("magnitude", "despite", 1.6, null, find(title, "incident", "investigation", "regulator"))
        : null,
  },
  {
    name: "meal or drinks around something important",
    apply: ({ title }) =>
      both(title, ["meal", "reception", "party"], governance) &&
      !aboutTopic(title, weighty) &&
      !afterDash(title, [...business, "deal"])
        ? made("adjacent", "adjacent", -2.6, null, find(title, "meal", "reception", "party"))
        : null,
  },
  {
    name: "a meal with a stated topic is a meeting",
    apply: ({ title }) =>
      says(title, "meal") && (aboutTopic(title, weighty) || afterDash(title, [...business, "deal"]))
        ? made("magnitude", "topic", 0.9, null, find(title, ...weighty))
        : null,
  },
  {
    name: "money at home",
    apply: ({ title }) =>
      says(title, "budget", "planning", "contract", "bid", "closure") &&
      findsOf(title, "errand", "home", "family", "party", "leisure").length > 0
        ? made(
            "adjacent",
            "household",
            -2.5,
            null,
            find(title, "errand", "home", "family", "party", "leisure"),
          )
        : null,
  },
  {
    name: "an amount of money",
    apply: ({ title }) => {
      const found = amount.exec(title.text);
      return found === null
        ? null
        : made("magnitude", "amount", 1, "capital-allocation", { field: "title", text: found[0] });
    },
  },
  {
    name: "a code name beside a deal or a decision",
    apply: ({ title }) => {
      const found = codename.exec(title.text);
      return found !== null &&
        says(title, "deal", "decision", "approval", "bid", "negotiation", "financing", "goNoGo")
        ? made("visibility", "codename", 0.6, null, { field: "title", text: found[0] })
        : null;
    },
  },
  {
    name: "review with those who decide",
    apply: ({ title }) =>
      says(title, "reviewWord") && says(title, "forecast", "planning", "contract", "budget", "programme")
        ? made("decision", "review", 0.4, null, find(title, "reviewWord"))
        : null,
  },
];
