/**
 * The dispatcher: the one listener of the background. Checks that the operation exists, who asks, and what was sent,
 * in this order; then runs the handler and puts the answer or the error into a Reply. Must never await anything
 * before the handler is called: some of what it does is only allowed in the turn of the person's gesture.
 */
import { asAppError, AppError } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import { errors } from "../base/messages/en/errors.ts";
import { translator } from "../base/messages/messages.ts";
import { operations } from "./contract.ts";
import type { Input, Operation, Outputs, Reply } from "./contract.ts";
import { readSender } from "./sender.ts";
import type { RawSender, Sender } from "./sender.ts";

/** One handler per operation: a missing one does not compile. */
export type Handlers<D> = {
  [O in Operation]: (deps: D, input: Input<O>, sender: Sender) => Promise<Outputs[O]> | Outputs[O];
};

/** What the listener needs of the browser's `runtime`. */
export interface ServingRuntime {
  onMessage: {
    addListener(
      listener: (message: unknown, sender: RawSender, sendResponse: (reply: unknown) => void) => unknown,
    ): void;
  };
}

export interface Serving<D> {
  handlers: Handlers<D>;
  deps: D & { log: Log; locale: string };
  own: { id: string; origin: string };
}

/** Registers the listener. Call at top level: the browser delivers a waking message only to listeners set at once. */
export function serve<D>(runtime: ServingRuntime, serving: Serving<D>): void {
  runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (!isRequest(message)) return undefined; // somebody else's message: leave it to its listener
    void answer(serving, message, sender).then(sendResponse);
    return true;
  });
}

/** The reply to one message; never rejects. */
export async function answer<D>(
  { handlers, deps, own }: Serving<D>,
  message: { throughline: unknown; input?: unknown },
  raw: RawSender,
): Promise<Reply> {
  const name = message.throughline;
  try {
    if (!isOperation(name)) throw new AppError("unknown-operation");
    const sender = readSender(raw, own);
    const { tier, input } = operations[name];
    if (sender === null || (tier === "own" && sender.tier !== "own")) throw new AppError("forbidden-sender");
    const parsed = input.safeParse(message.input);
    if (!parsed.success) throw new AppError("bad-input", { params: placeOf(parsed.error.issues[0]?.path) });
    // Name and input belong together by the lines above; TypeScript cannot follow a union of pairs.
    const handle = handlers[name] as (deps: D, input: unknown, sender: Sender) => unknown;
    return { ok: true, value: (await handle(deps, parsed.data, sender)) ?? null };
  } catch (thrown) {
    const error = asAppError(thrown);
    deps.log.note("rpc.failed", { operation: isOperation(name) ? name : "?", code: error.code });
    return replyFor(error, deps.locale);
  }
}

/** An error as it travels: code for programs, sentence for people. */
export function replyFor(error: AppError, locale: string): Reply {
  const t = translator(errors, locale);
  return {
    ok: false,
    code: error.code,
    params: error.params,
    // The catalogue has a sentence for every code; which blanks it needs is known where the error is thrown.
    sentence: (t as (key: string, blanks: AppError["params"]) => string)(`error.${error.code}`, error.params),
    retryAtMs: error.retryAtMs,
  };
}

function isRequest(message: unknown): message is { throughline: unknown; input?: unknown } {
  return typeof message === "object" && message !== null && "throughline" in message;
}

function isOperation(name: unknown): name is Operation {
  return typeof name === "string" && Object.hasOwn(operations, name);
}

/** Where in the input the first fault is, without its value: it may be private. */
function placeOf(path: PropertyKey[] | undefined): AppError["params"] {
  return path === undefined ? {} : { place: path.map(String).join(".").slice(0, 80) };
}
