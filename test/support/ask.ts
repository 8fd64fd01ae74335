/** Questions to the background, put from a page of the extension as its surfaces do; and a priority to begin with. */
import type { Input, Operation, Outputs } from "../../lib/rpc/contract.ts";

/** A page of either browser's driver, as far as questions are put to it. */
export interface Asked {
  evaluate<A, R>(work: (arg: A) => R | Promise<R>, arg: A): Promise<R>;
}

/** Puts one question to the background. Throws with the code when it is refused. */
export async function ask<O extends Operation>(
  page: Asked,
  operation: O,
  input: Input<O>,
): Promise<Outputs[O]> {
  const reply = await page.evaluate(
    async ([name, value]) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: unknown; code?: string }> };
        };
      };
      return chrome.runtime.sendMessage({ throughline: name, input: value });
    },
    [operation, input] as const,
  );
  if (!reply.ok) throw new Error(`${operation} was refused: ${reply.code}`);
  // The dispatcher is typed by the same contract.
  return reply.value as Outputs[O];
}

/** A priority that applies to the seeded week's board meetings and decisions. */
export const askFirst = {
  id: null,
  name: "Ask first",
  from: "Gives the answer before the question is finished",
  to: "Asks one open question before giving a view",
  outcome: "Decisions carried by the team",
  impact: "",
  plan: { if: "the first proposal is on the table", then: "ask what would have to be true" },
  situation: {
    domains: ["external-board-investor", "capital-allocation", "strategic-execution"],
    kinds: ["board"],
    people: [],
    words: ["board", "decision"],
    notWords: [],
    series: [],
  },
  starterId: null,
} satisfies Input<"priority.save">;
