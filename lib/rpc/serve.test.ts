import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { AppError } from "../base/errors.ts";
import { memoryLog } from "../base/log.ts";
import { operations } from "./contract.ts";
import type { RawSender } from "./sender.ts";
import { answer, serve } from "./serve.ts";
import type { Handlers, Serving } from "./serve.ts";

const own = { id: "ourselves", origin: "chrome-extension://ourselves" };
const popup: RawSender = { id: "ourselves", url: "chrome-extension://ourselves/popup.html" };
const calendar: RawSender = {
  id: "ourselves",
  url: "https://calendar.google.com/calendar/u/0/r/week",
  frameId: 0,
  tab: { id: 7, windowId: 1 },
};

/** A server on which every handler answers with its own name; some are replaced. */
function serving(replaced: Partial<Handlers<unknown>> = {}): Serving<unknown> {
  const names = Object.keys(operations);
  const handlers = Object.fromEntries(names.map((name) => [name, () => Promise.resolve(name)]));
  const log = memoryLog(() => 0);
  return { handlers: { ...handlers, ...replaced } as never, deps: { log, locale: "en" }, own };
}

const ask = (name: string, input: unknown, sender: RawSender, server = serving()) =>
  answer(server, { throughline: name, input }, sender);

test("an own page may ask for everything, a calendar page only for what is meant for it", async () => {
  expect(await ask("popup.get", {}, popup)).toEqual({ ok: true, value: "popup.get" });
  expect(await ask("undo", { undoId: "u" }, calendar)).toEqual({ ok: true, value: "undo" });
  for (const [name, { tier }] of Object.entries(operations)) {
    if (tier === "page") continue;
    expect(await ask(name, {}, calendar)).toMatchObject({ ok: false, code: "forbidden-sender" });
  }
});

test("everybody else is refused before the input is looked at", async () => {
  const others: RawSender[] = [
    { ...calendar, frameId: 3 },
    { ...calendar, url: "https://calendar.google.com.evil.example/" },
    { ...calendar, url: "http://calendar.google.com/" },
    { ...calendar, id: "another extension" },
    { ...calendar, url: undefined },
    { ...calendar, tab: undefined },
    { ...popup, url: "chrome-extension://another/popup.html" },
    { ...popup, url: "not an address" },
    {},
  ];
  for (const sender of others)
    expect(await ask("page.card", { eventKey: "k" }, sender)).toMatchObject({ code: "forbidden-sender" });
});

test("an unknown operation is told so, inherited names included", async () => {
  for (const name of ["nothing", "constructor", "__proto__", "toString"])
    expect(await ask(name, {}, popup)).toMatchObject({ ok: false, code: "unknown-operation" });
});

test("input of the wrong shape never reaches a handler, and its text never reaches the reply", async () => {
  const handler = vi.fn();
  const server = serving({ "mark.set": handler });
  const reply = await ask(
    "mark.set",
    { eventKey: 5, kind: "secret words", scope: "event" },
    calendar,
    server,
  );
  expect(reply).toMatchObject({ ok: false, code: "bad-input" });
  expect(JSON.stringify(reply)).not.toContain("secret words");
  expect(handler).not.toHaveBeenCalled();
});

test("whatever is sent to whatever operation, the answer is a reply", async () => {
  const names = fc.constantFrom(...Object.keys(operations));
  await fc.assert(
    fc.asyncProperty(names, fc.anything(), fc.constantFrom(popup, calendar), async (name, input, sender) => {
      expect(typeof (await ask(name, input, sender)).ok).toBe("boolean");
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("an error becomes its code, its sentence and when to try again, and the log holds the code alone", async () => {
  const server = serving({
    "popup.get": () => Promise.reject(new AppError("offline", { retryAtMs: 5, cause: "a private title" })),
    "queue.get": () => Promise.reject(new Error("a private title")),
  });
  expect(await ask("popup.get", {}, popup, server)).toEqual({
    ok: false,
    code: "offline",
    params: {},
    sentence: "No connection. Throughline tries again by itself.",
    retryAtMs: 5,
  });
  expect(await ask("queue.get", {}, popup, server)).toMatchObject({ code: "internal" });
  expect(JSON.stringify(server.deps.log.lines())).not.toContain("private");
});

test("the handler is called in the turn of the message: a gesture lasts no longer", () => {
  const handler = vi.fn(() => Promise.resolve({ opened: true }));
  void ask(
    "page.openPanel",
    { eventKey: null, purpose: "card" },
    calendar,
    serving({ "page.openPanel": handler }),
  );
  expect(handler).toHaveBeenCalledWith(expect.anything(), expect.anything(), {
    tier: "page",
    tabId: 7,
    windowId: 1,
  });
});

test("one listener: answers later through sendResponse, and leaves the messages of others alone", async () => {
  const listeners: ((message: unknown, sender: RawSender, send: (reply: unknown) => void) => unknown)[] = [];
  serve({ onMessage: { addListener: (listener) => listeners.push(listener) } }, serving());
  expect(listeners).toHaveLength(1);
  const send = vi.fn();
  expect(listeners[0]?.({ throughline: "popup.get", input: {} }, popup, send)).toBe(true);
  await expect.poll(() => send.mock.calls).toEqual([[{ ok: true, value: "popup.get" }]]);
  for (const foreign of [null, "text", { throughlineChanged: true }, 5])
    expect(listeners[0]?.(foreign, popup, send)).toBeUndefined();
});
