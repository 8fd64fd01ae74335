import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { calendar, vevent } from "./testing.ts";
import type { WorkerMessage } from "./wire.ts";
import { readIcsInWorker } from "./worker-host.ts";
import type { ReadingThread } from "./worker-host.ts";

const options = {
  sourceId: "s",
  calendarName: "file.ics",
  zone: "UTC",
  fromMs: Date.UTC(2026, 0, 1),
  toMs: Date.UTC(2027, 0, 1),
};
const file = calendar(...vevent("DTSTART:20260301T090000Z", "DURATION:PT1H"));

/** A thread of Node that runs `code`, and what became of it. */
function thread(code: string): { spawn: () => ReadingThread; ended: Promise<number>; kills: () => number } {
  const worker = new Worker(code, { eval: true });
  let kills = 0;
  const ended = new Promise<number>((resolve) => worker.once("exit", resolve));
  const spawn = (): ReadingThread => ({
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin to name
    send: (order) => worker.postMessage(order),
    listen(heard, broken) {
      worker.on("message", (message: WorkerMessage) => heard(message));
      worker.on("error", (error: Error) => broken(error.message));
    },
    kill() {
      kills++;
      void worker.terminate();
    },
  });
  return { spawn, ended, kills: () => kills };
}

const serving = `
  const { parentPort } = require("node:worker_threads");
  const post = (message) => parentPort.postMessage(message);
  const side = import(${JSON.stringify(new URL("./worker-serve.ts", import.meta.url).href)});
  parentPort.on("message", (order) => side.then((m) => m.serveOrder(order, post)));
  side.then((m) => m.announceLife(post));
`;
const alive = `require("node:worker_threads").parentPort.postMessage({ kind: "alive" });`;
const quick = { startMs: 400, silenceMs: 200, totalMs: 5_000 };

test("a file is read in a thread of its own, which ends afterwards", async () => {
  const { spawn, ended } = thread(serving);
  const reading = await readIcsInWorker(new Blob([file]), options, { spawn });
  expect(reading.events).toHaveLength(1);
  await ended;
});

test("what the reader refuses comes back as its error", async () => {
  const { spawn, ended } = thread(serving);
  await expect(readIcsInWorker("no calendar", options, { spawn })).rejects.toMatchObject({
    code: "not-a-calendar",
  });
  await ended;
});

test("a worker that never returns is killed after its silence", async () => {
  const { spawn, ended, kills } = thread(`${alive} for (;;);`);
  await expect(readIcsInWorker(file, options, { spawn, limits: quick })).rejects.toMatchObject({
    code: "timeout",
  });
  expect(kills()).toBe(1);
  await ended;
});

test("a worker that never starts is killed too", async () => {
  const { spawn, ended } = thread("for (;;);");
  await expect(readIcsInWorker(file, options, { spawn, limits: quick })).rejects.toMatchObject({
    code: "timeout",
  });
  await ended;
});

test("a worker that talks for ever is killed when its whole time is over", async () => {
  const { spawn, ended } = thread(`setInterval(() => { ${alive} }, 20);`);
  const limits = { ...quick, totalMs: 300 };
  await expect(readIcsInWorker(file, options, { spawn, limits })).rejects.toMatchObject({ code: "timeout" });
  await ended;
});

test("cancelling kills the worker at once", async () => {
  const { spawn, ended } = thread(`${alive} for (;;);`);
  const controller = new AbortController();
  const reading = readIcsInWorker(file, options, { spawn, signal: controller.signal });
  controller.abort();
  await expect(reading).rejects.toMatchObject({ code: "cancelled" });
  await ended;
});

test("a worker that breaks is told as broken", async () => {
  const { spawn, ended } = thread(`throw new Error("broken");`);
  await expect(readIcsInWorker(file, options, { spawn })).rejects.toMatchObject({ code: "internal" });
  await ended;
});

test("progress is heard while a file is read", async () => {
  const { spawn, ended } = thread(serving);
  const heard: unknown[] = [];
  await readIcsInWorker(file, options, { spawn, onProgress: (progress) => heard.push(progress) });
  expect(heard[0]).toMatchObject({ stage: "scan", bytes: file.length, totalBytes: file.length });
  await ended;
});
