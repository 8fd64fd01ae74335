/** What holds for holders of public office and for open communities, told from the owner's role or the words. Each rule is named. */
import { find, made } from "./combination.ts";
import type { Combination } from "./combination.ts";
import { says } from "../reading.ts";

/** A foreign government's member, told by the adjective of a country before the office. */
const foreignCounterpart =
  /\b\p{Lu}\p{L}+(?:se|sche|an|ish|ese|ian)\s+(?:(?:vice-?)?(?:minister|premier|president)|ambtgenoot|collega|foreign minister|counterpart|bondskanselier)|\beurocommissaris|\b(?:european|eu) commissioner|\bhoge commissaris|\bsecretaris-generaal (?:van de )?(?:vn|navo)/iu;

/** Topics that make a minister's talk with an organisation more than a talk. */
const contested = [
  "deal",
  "bankruptcy",
  "labour",
  "dispute",
  "exposure",
  "investigation",
  "termination",
] as const;

const withHeadOfState =
  /\bwith (?:the )?(?:president|prime minister|chancellor|king|queen|emir|crown prince|sultan)\b/i;

export const officeRules: readonly Combination[] = [
  {
    name: "strategies and plans are what ministers talk about all day",
    apply: ({ title, owner }) =>
      owner.political &&
      says(title, "strategy", "strategic", "plan", "budget") &&
      !says(title, "cabinet", "parliament", "ministerCouncil", "negotiation", "crisis", "budgetMeeting")
        ? made("routine", "dailyWork", -1.2, null, find(title, "strategy", "strategic", "plan", "budget"))
        : null,
  },
  {
    name: "officials and chief executives are a politician's daily work",
    apply: ({ title, owner }) =>
      owner.political &&
      says(title, "principal", "legislator", "regulator") &&
      !foreignCounterpart.test(title.text) &&
      !withHeadOfState.test(title.text) &&
      !says(
        title,
        "headOfState",
        "press",
        "keynote",
        "hearing",
        "parliament",
        "crisis",
        "negotiation",
        "legislation",
      )
        ? made("routine", "dailyWork", -1.6, null, find(title, "principal", "legislator", "regulator"))
        : null,
  },
  {
    name: "a politician's talk with an organisation",
    apply: ({ title, owner }) =>
      owner.political &&
      !owner.headOfState &&
      /\s[–—-]\s\p{Lu}/u.test(title.text) &&
      !says(
        title,
        "negotiation",
        "crisis",
        "cabinet",
        "parliament",
        "ministerCouncil",
        "press",
        "closure",
        "incident",
        "headOfState",
        "media",
        "interview",
        "hearing",
      )
        ? made("routine", "dailyWork", says(title, ...contested) ? -0.3 : -1.4, null, {
            field: "title",
            text: title.text.slice(0, 60),
          })
        : null,
  },
  {
    name: "the head of state speaks",
    apply: ({ title, owner }) =>
      owner.headOfState && says(title, "speech")
        ? made(
            "visibility",
            "ownSpeech",
            says(title, "conference") ? 2.2 : 1.1,
            "external-board-investor",
            find(title, "speech"),
          )
        : null,
  },
  {
    name: "a politician meets a head of state or government",
    apply: ({ title, owner }) =>
      owner.political && withHeadOfState.test(title.text)
        ? made("external", "headOfState", 2.7, "external-board-investor", {
            field: "title",
            text: title.text.slice(0, 60),
          })
        : null,
  },
  {
    name: "a politician and a member of another government",
    apply: ({ title, owner }) =>
      owner.political &&
      foreignCounterpart.test(title.text) &&
      !says(title, "headOfState", "ceremony", "reception", "intro", "visit", "negotiation")
        ? made("external", "principal", 2, "external-board-investor", {
            field: "title",
            text: foreignCounterpart.exec(title.text)?.[0] ?? "",
          })
        : null,
  },
  {
    name: "a meal between governments is a meeting",
    apply: ({ title }) =>
      says(title, "headOfState") && says(title, "meal")
        ? made("magnitude", "topic", 0.9, null, find(title, "headOfState"))
        : null,
  },
  {
    name: "a talk about a crisis or a negotiation is no general talk",
    apply: ({ title }) =>
      says(title, "general") &&
      says(title, "crisis", "negotiation", "closure", "incident", "settlement", "layoffs", "headOfState")
        ? made(
            "magnitude",
            "despite",
            1.3,
            null,
            find(title, "crisis", "negotiation", "closure", "incident", "settlement", "layoffs"),
          )
        : null,
  },
  {
    name: "committees of an open community",
    apply: ({ title, owner }) =>
      owner.community &&
      says(title, "steering", "exco", "committee", "strategic", "strategy", "boardCommittee") &&
      !says(title, "board")
        ? made("routine", "community", -1.6, null, find(title, "steering", "exco", "committee"))
        : null,
  },
];
