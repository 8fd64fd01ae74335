/** What people make of a meeting: interviews, appointments, departures, principals, coaches. Each rule is named. */
import { both, find, made } from "./combination.ts";
import type { Combination } from "./combination.ts";
import { findsOf, says } from "../reading.ts";
import type { Reading } from "../reading.ts";

/** "President @ Northline", "CEO/Northline". */
const headAt =
  /(?<!vice |vice-)\b(?:president|chairman|chairwoman|ceo|chief executive)\s*(?:@|\/(?=\p{Lu}))\s*\p{Lu}[\p{L}&]+/iu;

/** "Vendors" and "shortlist" are about coaching only beside a word for it. */
function isAboutCoaching(title: Reading["title"]): boolean {
  return (
    says(title, "coachWord", "coachSession", "mentor", "peerCircle", "coachPlatform") ||
    findsOf(title, "coachBuying", "coachLearning", "coachOther").some((one) =>
      /coach|mentor|コーチ|教练|كوتش|مدرب/iu.test(one.text),
    )
  );
}

export const peopleRules: readonly Combination[] = [
  {
    name: "interview of a senior person",
    apply: ({ title }) =>
      both(title, ["interview"], ["senior"], "junior", "media", "coachOther")
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
    name: "ratings or pay of the owner's own reports",
    apply: ({ title }) =>
      both(title, ["performance", "compensation", "talentCommittee"], ["staff"])
        ? made(
            "magnitude",
            "despite",
            1.2,
            null,
            find(title, "performance", "compensation", "talentCommittee"),
          )
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
      (says(title, "coachBuying", "coachLearning", "coachOther") && isAboutCoaching(title)) ||
      /^\s*coach \p{Lu}\p{Ll}+ (?:through|on|for)\b/iu.test(title.text)
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
    name: "a head of another organisation, told by the sign of place",
    apply: ({ title, owner }) => {
      const head = headAt.exec(title.text);
      return head === null || owner.political
        ? null
        : made("external", "principal", 2.4, "external-board-investor", { field: "title", text: head[0] });
    },
  },
  {
    name: "several principals in one room",
    apply: ({ title, owner }) =>
      !owner.political && findsOf(title, "principal").length > 1
        ? made("external", "principals", 1.2, "external-board-investor", find(title, "principal"))
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
    name: "regulator and its principals or its staff",
    apply: ({ title, owner }) =>
      !owner.political &&
      says(title, "regulator") &&
      says(title, "principal", "hearing", "negotiation", "decision")
        ? made("magnitude", "finality", 0.7, "external-board-investor", find(title, "regulator"))
        : null,
  },
];
