/**
 * The gallery's fake world: a call that answers from given views, a clock that stands still, and a platform that does
 * nothing. Never part of the product.
 */
import { AppError } from "../../lib/base/errors.ts";
import type { ErrorCode } from "../../lib/base/errors.ts";
import type { Call } from "../../lib/rpc/call.ts";
import type { Input, Operation, Outputs } from "../../lib/rpc/contract.ts";
import type { Platform, Surroundings } from "../../components/ui/surroundings.tsx";
import { nowMs, zone } from "./week.ts";

/** Answers of operations; a function is given the input. What is not named never answers. */
export type Answers = { [O in Operation]?: Outputs[O] | ((input: Input<O>) => Outputs[O]) };

export interface World {
  answers?: Answers;
  /** Everything fails with this code. */
  failing?: ErrorCode;
  platform?: Partial<Platform>;
}

/** Answers that look the same in every state: what clicks in the gallery lead to. */
const clicks: Answers = {
  "capture.save": (input) => ({
    ...input,
    priorityName: null,
    endedMs: nowMs - 60_000,
    answeredAtMs: nowMs,
  }),
  "capture.undo": { capture: null },
  "mark.set": { undoId: "gallery" },
  undo: { undone: true },
  pause: null,
  snooze: null,
};

/** Surroundings for one exhibit. */
export function fakeSurroundings(world: World): Surroundings {
  const answers: Answers = { ...clicks, ...world.answers };
  const call: Call = (operation, input) => {
    if (world.failing !== undefined) return Promise.reject(new AppError(world.failing));
    const answer = answers[operation];
    if (answer === undefined) return new Promise(() => {});
    // The mapped type pairs every operation with its own answer, which TypeScript cannot follow through a variable.
    const value = typeof answer === "function" ? (answer as (given: unknown) => unknown)(input) : answer;
    return Promise.resolve(value as never);
  };
  return {
    call,
    onChanged: () => () => {},
    clock: { nowMs: () => nowMs, zone: () => zone },
    locale: "en-GB",
    platform: { ...stillPlatform, ...world.platform },
  };
}

const stillPlatform: Platform = {
  openPanel: async () => {},
  openPage: async () => {},
  openSite: async () => {},
  requestSite: async () => true,
  removeSite: async () => {},
  addFeed: async () => true,
  importIcs: async () => ({ eventCount: 61, problems: ["board.ics stops making sense at line 214."] }),
  download: () => {},
  copy: async () => {},
  keepDraft: () => {},
  keptDraft: () => null,
  print: () => {},
  close: () => {},
};
