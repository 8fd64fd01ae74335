/**
 * Two answers about one meeting become one, when it proves that it was seen twice. Must never lose a word: of texts
 * that differ both stay, the earlier first; of everything else the later answer counts, where it says something.
 */
import type { Reflection } from "./reflection.ts";

/** The reflection that stands under `eventKey` and `id`; sharing becomes the narrower of the two. */
export function joinReflections(a: Reflection, b: Reflection, id: string, eventKey: string): Reflection {
  const [earlier, later] = a.answeredAtMs <= b.answeredAtMs ? [a, b] : [b, a];
  const both = (field: "nextTime" | "surprised" | "decisionTaken" | "whoNoticed") =>
    [...new Set([earlier[field], later[field]])].filter((text) => text !== "").join("\n\n");
  return {
    ...later,
    id,
    eventKey,
    plan: later.plan ?? earlier.plan,
    effort: later.effort ?? earlier.effort,
    outcome: later.outcome ?? earlier.outcome,
    energy: later.energy ?? earlier.energy,
    nextTime: both("nextTime"),
    surprised: both("surprised"),
    decisionTaken: both("decisionTaken"),
    whoNoticed: both("whoNoticed"),
    bringToSession: earlier.bringToSession || later.bringToSession,
    sharing:
      widths.indexOf(earlier.sharing) < widths.indexOf(later.sharing) ? earlier.sharing : later.sharing,
  };
}

const widths: readonly Reflection["sharing"][] = ["device", "coach", "coach-and-sponsor"];
