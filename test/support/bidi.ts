/**
 * The few commands of WebDriver BiDi that journeys in Firefox need, over Node's own WebSocket. Chromium's journeys use
 * Playwright; the libraries that speak BiDi lose sight of pages of an extension, which Firefox tells no events of.
 */

interface Answer {
  id?: number;
  type: "success" | "error" | "event";
  result?: unknown;
  error?: string;
  message?: string;
}

/** What a script in a page answers with. */
interface Evaluated {
  type: "success" | "exception";
  result?: { type: string; value?: string };
  exceptionDetails?: { text: string };
}

/** A function to be run elsewhere: it sees its arguments and that place's globals, nothing of this file's. */
export type Remote<A extends unknown[], R> = (...args: A) => R | Promise<R>;

export interface Bidi {
  /** One command; rejects with the browser's own words. */
  send(method: string, params: object): Promise<unknown>;
  /** Runs a function in a context. Arguments and answer travel as JSON. */
  evaluate<A extends unknown[], R>(context: string, work: Remote<A, R>, ...args: A): Promise<R>;
  close(): void;
}

/** Connects to `ws://…` and resolves when commands can be sent. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    // Written by the browser this file has started.
    const answer = JSON.parse(String(data)) as Answer;
    const asked = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (asked === undefined || answer.id === undefined) return;
    waiting.delete(answer.id);
    if (answer.type === "success") asked.resolve(answer.result);
    else asked.reject(new Error(`${answer.error}: ${answer.message}`));
  });
  socket.addEventListener("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The browser has gone."));
    waiting.clear();
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error(`Nobody answers at ${address}.`)));
  });

  const send = (method: string, params: object) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    send,
    async evaluate<A extends unknown[], R>(context: string, work: Remote<A, R>, ...args: A): Promise<R> {
      const answer = (await send("script.callFunction", {
        functionDeclaration: `async (args) => JSON.stringify({ value: await (${work.toString()})(...JSON.parse(args)) })`,
        arguments: [{ type: "string", value: JSON.stringify(args) }],
        target: { context },
        awaitPromise: true,
        userActivation: false,
      })) as Evaluated;
      if (answer.type === "exception") throw new Error(answer.exceptionDetails?.text ?? "A script failed.");
      // The function above has made it, out of what `work` returned.
      return (JSON.parse(answer.result?.value ?? "{}") as { value: R }).value;
    },
    close: () => socket.close(),
  };
}
