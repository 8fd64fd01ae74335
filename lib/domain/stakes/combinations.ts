/**
 * What two things mean together that neither means alone: an interview of a vice president, drinks after a board
 * meeting. An explicit list; every rule is named. Must never look at raw words where a concept exists.
 */
import type { DecisionDomain, Reason } from "../assessment.ts";
import type { Factor } from "./concepts.ts";
import { findsOf, says } from "./reading.ts";
import type { Reading } from "./reading.ts";
import type { Find } from "./matcher.ts";

export interface Combined {
  factor: Factor;
  code: string;
  value: number;
  domain: DecisionDomain | null;
  evidence: Reason["evidence"];
}
export interface Combination {
  name: string;
  apply: (reading: Reading) => Combined | null;
}

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
const topics = [
  ...governance,
  "plan",
  "strategy",
  "budget",
  "budgetMeeting",
  "capital",
  "negotiation",
  "settlement",
  "litigation",
] as const;
const amount =
  /(?:[$€£¥]\s?\d[\d.,]*\s?(?:k|m|mm|bn|b|mio|mrd|million|billion)?\b|\b\d[\d.,]*\s?(?:mio|mrd|bn|million|billion|mln|m€|m\$|k€|亿|万|億円)(?:\b|(?=[^\w])|$))/iu;

export const combinations: readonly Combination[] = [
  {
    name: "interview of a senior person",
    apply: ({ title }) =>
      both(title, ["interview"], ["senior"], "junior", "media")
        ? made("people", "seniorHire", 3, "talent-direction", find(title, "senior"))
        : null,
  },
  {
    name: "an offer to a senior person",
    apply: ({ title }) =>
      both(title, ["bid"], ["senior"], "principal", "deal", "interview")
        ? made("people", "seniorHire", 2, "talent-direction", find(title, "senior"))
        : null,
  },
  {
    name: "somebody senior leaves or is replaced",
    apply: ({ title }) =>
      both(title, ["leaving"], ["senior"], "interview", "exit", "ceremony", "reception", "board")
        ? made("people", "exit", 2.7, "talent-direction", find(title, "senior"))
        : null,
  },
  {
    name: "coaching is bought, taught or staffed",
    apply: ({ title }) =>
      says(title, "coachBuying", "coachLearning", "coachOther")
        ? made("routine", "paperwork", -2.2, null, find(title, "coachBuying", "coachLearning", "coachOther"))
        : null,
  },
  {
    name: "interview for the press",
    apply: ({ title, owner }) => {
      if (!says(title, "interview") || says(title, "junior")) return null;
      if (says(title, "media"))
        return made("external", "press", 2.7, "external-board-investor", find(title, "media"));
      return owner.political
        ? made("external", "press", 2.4, "external-board-investor", find(title, "interview"))
        : null;
    },
  },
  {
    name: "an interview of nobody in particular",
    apply: ({ title, owner }) =>
      says(title, "interview") &&
      !says(title, "senior", "media", "investigation", "search") &&
      !owner.political
        ? made("routine", "interview", -1, null, find(title, "interview"))
        : null,
  },
  {
    name: "meal or drinks around something important",
    apply: ({ title }) =>
      both(title, ["meal", "reception"], governance) && !aboutTopic(title, topics)
        ? made("adjacent", "adjacent", -2.6, null, find(title, "meal", "reception"))
        : null,
  },
  {
    name: "a meal with a stated topic is a meeting",
    apply: ({ title }) =>
      says(title, "meal") && aboutTopic(title, topics)
        ? made("magnitude", "topic", 0.9, null, find(title, ...topics))
        : null,
  },
  {
    name: "principal of another organisation",
    apply: ({ title, people, owner }) => {
      if (!says(title, "principal") || owner.political) return null;
      const outside =
        people.outside > 0 || says(title, "outsideMark", "negotiation", "keyCustomer", "contract", "deal");
      return outside
        ? made("external", "principal", 1, "external-board-investor", find(title, "principal"))
        : null;
    },
  },
  {
    name: "officials and chief executives are a politician's daily work",
    apply: ({ title, owner }) =>
      owner.political &&
      says(title, "principal", "legislator", "regulator") &&
      !says(title, "headOfState", "press", "keynote", "hearing", "parliament", "crisis", "negotiation") &&
      !/^the president (?!of)/i.test(title.text)
        ? made("routine", "dailyWork", -1.6, null, find(title, "principal", "legislator", "regulator"))
        : null,
  },
  {
    name: "several principals in one room",
    apply: ({ title, owner }) =>
      !owner.political && findsOf(title, "principal").length > 1
        ? made("external", "principals", 1.2, "external-board-investor", find(title, "principal"))
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
        ? made("routine", "dailyWork", -1.4, null, { field: "title", text: title.text.slice(0, 60) })
        : null,
  },
  {
    name: "the head of state speaks",
    apply: ({ title, owner }) =>
      owner.headOfState && says(title, "speech")
        ? made(
            "external",
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
      owner.political &&
      /\bwith (?:the )?(?:president|prime minister|chancellor|king|queen|emir|crown prince|sultan)\b/i.test(
        title.text,
      )
        ? made("external", "headOfState", 2.7, "external-board-investor", {
            field: "title",
            text: title.text.slice(0, 60),
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
    name: "the owner speaks to many",
    apply: ({ title }) =>
      says(title, "ownPart") && says(title, "allHands", "conference")
        ? made(
            "external",
            "ownSpeech",
            says(title, "conference") ? 2.8 : 1.2,
            "external-board-investor",
            find(title, "ownPart"),
          )
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
    name: "regulator and its principals or its staff",
    apply: ({ title, owner }) =>
      !owner.political &&
      says(title, "regulator") &&
      says(title, "principal", "hearing", "negotiation", "decision")
        ? made("magnitude", "finality", 0.7, "external-board-investor", find(title, "regulator"))
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
    apply: ({ title }) =>
      /\bprojec?k?t[oe]?\s+\p{Lu}|\bprojet\s+\p{Lu}|\bprogetto\s+\p{Lu}/u.test(title.text) &&
      says(title, "deal", "decision", "approval", "bid", "negotiation", "financing", "goNoGo")
        ? made("visibility", "codename", 0.6, null, { field: "title", text: title.text.slice(0, 60) })
        : null,
  },
  {
    name: "review with those who decide",
    apply: ({ title }) =>
      says(title, "reviewWord") && says(title, "forecast", "planning", "contract", "budget", "programme")
        ? made("decision", "review", 0.4, null, find(title, "reviewWord"))
        : null,
  },
];

/** Everything the combinations say about a reading. */
export function combine(reading: Reading): Combined[] {
  return combinations.flatMap((combination) => combination.apply(reading) ?? []);
}

type Concepts = readonly Find["concept"][];

function both(
  field: Reading["title"],
  one: Concepts,
  other: Concepts,
  ...without: Find["concept"][]
): boolean {
  return says(field, ...one) && says(field, ...other) && !says(field, ...without);
}

/** "Lunch w/ X re: plan": the topic stands after a colon, a dash or "re". */
function aboutTopic(field: Reading["title"], concepts: Concepts): boolean {
  const about = /\bre\b\s?:?|:|\bto discuss\b|\bsobre\b|\bzum thema\b/i.exec(field.text);
  if (about === null) return false;
  const tail = field.text.slice(about.index).toLowerCase();
  return findsOf(field, ...concepts).some((one) => tail.includes(one.text.toLowerCase()));
}

function find(field: Reading["title"], ...concepts: Find["concept"][]): Reason["evidence"] {
  const [first] = findsOf(field, ...concepts);
  return first === undefined ? null : { field: "title", text: first.text };
}

function made(
  factor: Factor,
  code: string,
  value: number,
  domain: DecisionDomain | null,
  evidence: Reason["evidence"],
): Combined {
  return { factor, code, value, domain, evidence };
}
