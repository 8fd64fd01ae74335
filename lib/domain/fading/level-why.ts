/** Why a priority stands at its fading level and what would move it, as keys of the message catalogue with blanks. */
import { heldCaptures, heldDays, runNeeded } from "./fading.ts";
import type { FadingState } from "./fading.ts";

export interface Said {
  code:
    | "fading.next.0"
    | "fading.next.1"
    | "fading.next.2"
    | "fading.next.3"
    | "fading.owned"
    | "fading.stands"
    | "fading.held"
    | "fading.missed"
    | "fading.missed.0"
    | "fading.back.0"
    | "fading.back.1"
    | "fading.back.2"
    | "fading.back.3";
  params: Record<string, string | number>;
}

/** One to three sentences, in order. */
export function levelWhy(state: FadingState, nowMs: number): Said[] {
  const said: Said[] = [whatIsNext(state)];
  if (state.level < 3 && state.run > 0) said.push({ code: "fading.stands", params: { count: state.run } });
  if (state.level === 3) {
    const days = state.sinceMs === null ? 0 : Math.floor((nowMs - state.sinceMs) / 86_400_000);
    said.push({
      code: "fading.held",
      params: { days: Math.min(days, heldDays), count: Math.min(state.captures, heldCaptures) },
    });
  }
  if (state.misses > 0) {
    if (state.level === 0) said.push({ code: "fading.missed.0", params: {} });
    else said.push({ code: "fading.missed", params: {} }, { code: backTo(state.level), params: {} });
  }
  return said;
}

function whatIsNext({ level }: FadingState): Said {
  switch (level) {
    case 0:
      return { code: "fading.next.0", params: { count: runNeeded[0] } };
    case 1:
      return { code: "fading.next.1", params: { count: runNeeded[1] } };
    case 2:
      return { code: "fading.next.2", params: { count: runNeeded[2] } };
    case 3:
      return { code: "fading.next.3", params: { days: heldDays } };
    case 4:
      return { code: "fading.owned", params: {} };
    default:
      return level satisfies never;
  }
}

function backTo(level: 1 | 2 | 3 | 4): Said["code"] {
  const codes = { 1: "fading.back.0", 2: "fading.back.1", 3: "fading.back.2", 4: "fading.back.3" } as const;
  return codes[level];
}
