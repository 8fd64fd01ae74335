/**
 * Reads a calendar in a worker that can be killed. Owns the limits of its silence and of the whole; must never wait for
 * a worker that does not answer, and never leave one running.
 */
import { AppError } from "../../base/errors.ts";
import { icsCaps } from "./types.ts";
import type { IcsProgress, IcsReading } from "./types.ts";
import type { ReadOrder, WireOptions, WorkerMessage } from "./wire.ts";

/** A thread that reads one order: the browser's worker, or Node's in tests. */
export interface ReadingThread {
  send(order: ReadOrder): void;
  listen(heard: (message: WorkerMessage) => void, broken: (why: string) => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

export interface HostOptions {
  onProgress?: (progress: IcsProgress) => void;
  signal?: AbortSignal;
  /** Makes the worker; the default is the extension's own. */
  spawn?: () => ReadingThread;
  limits?: Partial<WorkerLimits>;
}

export interface WorkerLimits {
  /** Longest wait for the first sign of life: the worker's code has to be loaded. */
  startMs: number;
  /** Longest silence afterwards: no component of an honest file takes that long (platform.md 2.5). */
  silenceMs: number;
  /** Longest reading of all, for an empty file and for each megabyte more. */
  totalMs: number;
  totalMsPerMegabyte: number;
}

export const workerLimits: WorkerLimits = {
  startMs: 10_000,
  silenceMs: 2_000,
  totalMs: 20_000,
  totalMsPerMegabyte: 2_000,
};

/** Ticks that make up the silence: a page that was blocked itself counts one, not its whole pause. */
const ticksOfSilence = 4;

/**
 * Reads `input` in a worker of its own. Throws AppError: what readIcs throws, `timeout` when the worker was killed for
 * its silence or its time, `cancelled`, `internal` when the worker itself broke.
 */
export function readIcsInWorker(
  input: ReadOrder["input"],
  options: WireOptions,
  host: HostOptions = {},
): Promise<IcsReading> {
  const limits = { ...workerLimits, ...host.limits };
  const size = input instanceof Blob ? input.size : input.length;
  if (size > icsCaps.bytes) return Promise.reject(tooLarge());
  if (host.signal?.aborted === true) return Promise.reject(new AppError("cancelled"));
  return new Promise((resolve, reject) => {
    const thread = (host.spawn ?? spawnWorker)();
    let settled = false;
    const settle = (answer: () => void) => {
      if (settled) return;
      settled = true;
      watch.stop();
      host.signal?.removeEventListener("abort", cancel);
      thread.kill();
      answer();
    };
    const fail = (error: AppError) => settle(() => reject(error));
    const cancel = () => fail(new AppError("cancelled"));
    const watch = new Watch(limits, size, () => fail(new AppError("timeout")));
    host.signal?.addEventListener("abort", cancel);
    const heard = (message: WorkerMessage) => {
      watch.heard();
      if (message.kind === "progress" && !settled) host.onProgress?.(message.progress);
      else if (message.kind === "read") settle(() => resolve(message.reading));
      else if (message.kind === "failed") fail(new AppError(message.code, { params: message.params }));
    };
    thread.listen(heard, (why) => fail(new AppError("internal", { cause: why })));
    thread.send({ input, options });
  });
}

function tooLarge(): AppError {
  return new AppError("file-too-large", { params: { megabytes: Math.round(icsCaps.bytes / 1024 / 1024) } });
}

function spawnWorker(): ReadingThread {
  // The bundler finds the worker's entry by this very expression.
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    type: "module",
    name: "throughline-ics",
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    send: (order) => worker.postMessage(order),
    listen(heard, broken) {
      worker.addEventListener("message", (event: MessageEvent<WorkerMessage>) => heard(event.data));
      worker.addEventListener("error", (event) => broken(event.message));
    },
    kill: () => worker.terminate(),
  };
}

/** Counts silence and time; calls `kill` once when either has run out. */
class Watch {
  private ticks = 0;
  private started = false;
  private readonly begunAt = performance.now();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(limits: WorkerLimits, size: number, kill: () => void) {
    const tickMs = limits.silenceMs / ticksOfSilence;
    const totalMs = limits.totalMs + (size / 1024 / 1024) * limits.totalMsPerMegabyte;
    this.timer = setInterval(() => {
      this.ticks++;
      const quietMs = this.ticks * tickMs;
      const silent = this.started ? quietMs >= limits.silenceMs : quietMs >= limits.startMs;
      if (silent || performance.now() - this.begunAt > totalMs) kill();
    }, tickMs);
  }

  heard(): void {
    this.started = true;
    this.ticks = 0;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
