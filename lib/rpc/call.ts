/**
 * How a surface or a page script knows the world: `call(operation, input)`. Carries types only.
 * Must never depend on the background staying alive: one message, one reply.
 */
import { AppError, errorCodes } from "../base/errors.ts";
import type { ErrorCode } from "../base/errors.ts";
import type { Input, Operation, Outputs, Reply, Request } from "./contract.ts";

export type Call = <O extends Operation>(operation: O, input: Input<O>) => Promise<Outputs[O]>;

/** What the transport has to offer: the browser's runtime.sendMessage, or a fake in tests and in the gallery. */
export type Send = (request: Request) => Promise<unknown>;

/**
 * A `call` over a transport. Throws AppError with the background's code; `updated` when the extension was replaced
 * under this script and can no longer be reached.
 */
export function callOver(send: Send): Call {
  return async (operation, input) => {
    let reply: unknown;
    try {
      reply = await send({ throughline: operation, input });
    } catch (thrown) {
      throw new AppError(isOrphaned(thrown) ? "updated" : "internal", { cause: thrown });
    }
    if (!isReply(reply)) throw new AppError("internal", { params: { operation } });
    if (!reply.ok) {
      const code: ErrorCode = errorCodes.find((known) => known === reply.code) ?? "internal";
      throw new AppError(code, {
        params: reply.params,
        ...(reply.retryAtMs === null ? {} : { retryAtMs: reply.retryAtMs }),
      });
    }
    // The dispatcher is typed by the same contract; JSON on the wire carries no other proof.
    return reply.value as never;
  };
}

/** True for the errors both browsers throw once an update has cut this script off. */
export function isOrphaned(thrown: unknown): boolean {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return /context invalidated|Extension context|can't access dead object/i.test(message);
}

function isReply(value: unknown): value is Reply {
  return typeof value === "object" && value !== null && "ok" in value && typeof value.ok === "boolean";
}
