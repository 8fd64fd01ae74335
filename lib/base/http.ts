/**
 * One polite GET: bounded in time and size, without cookies, cache or referrer. Owns redirects, Retry-After and
 * back-off as data. Must never follow to another host unasked, never log an address (a feed's address is a
 * credential), never sleep.
 */
import { AppError } from "./errors.ts";

/** The browser's `fetch`, or a test's way to a local server. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface GetOptions {
  headers?: Record<string, string>;
  /** Longest wait for the answer to begin and, after that, for each further piece. */
  stallMs?: number;
  /** Longest wait for everything. */
  totalMs?: number;
  maxBytes: number;
  /** The person was asked and agreed that this address may forward to another one. */
  mayFollow?: boolean;
  signal?: AbortSignal;
  nowMs: number;
}

export interface GetResult {
  status: number;
  headers: Headers;
  /** Where the answer came from, after allowed redirects. */
  url: string;
  /** `null` for 304. */
  body: Blob | null;
}

const mostRedirects = 5;

/**
 * GETs an https address. Throws AppError: `bad-input` (not https), `permission-missing` (forwards elsewhere, `host` when
 * known), `http-status` (`status`; `retryAtMs` where trying again makes sense), `file-too-large`, `file-truncated`,
 * `timeout`, `offline`, `cancelled`.
 */
export async function httpGet(fetch: Fetch, address: string, options: GetOptions): Promise<GetResult> {
  const clock = new Deadline(options);
  try {
    let url = new URL(address);
    for (let hops = 0; hops <= mostRedirects; hops++) {
      if (url.protocol !== "https:") throw new AppError("bad-input", { params: { scheme: url.protocol } });
      const response = await clock.guard(fetch(url.href, requestInit(options, clock.signal)));
      const next = redirectOf(response, url, options);
      if (next === null) return await finish(response, url, options, clock);
      url = next;
    }
    throw new AppError("http-status", { params: { status: 310 } });
  } catch (thrown) {
    throw asFailure(thrown, clock);
  } finally {
    clock.clear();
  }
}

function requestInit(options: GetOptions, signal: AbortSignal): RequestInit {
  return {
    method: "GET",
    headers: options.headers ?? {},
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    redirect: options.mayFollow === true ? "follow" : "manual",
    signal,
  };
}

/** Where to go on to, `null` when the answer is final. A browser hides the target of a redirect it did not follow. */
function redirectOf(response: Response, from: URL, options: GetOptions): URL | null {
  if (response.type === "opaqueredirect") throw new AppError("permission-missing", { params: { host: "" } });
  const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
  if (location === null || response.status === 304) return null;
  const target = URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  if (target === null || target.protocol !== "https:")
    throw new AppError("bad-input", { params: { scheme: target?.protocol ?? "" } });
  if (target.host !== from.host && options.mayFollow !== true)
    throw new AppError("permission-missing", { params: { host: target.host } });
  return target;
}

async function finish(
  response: Response,
  url: URL,
  options: GetOptions,
  clock: Deadline,
): Promise<GetResult> {
  const { status, headers } = response;
  const result = { status, headers, url: response.url === "" ? url.href : response.url };
  if (status === 304) return { ...result, body: null };
  if (!response.ok) {
    const retryAtMs = retryAt(status, headers.get("retry-after"), options.nowMs);
    throw new AppError("http-status", { params: { status }, ...(retryAtMs === null ? {} : { retryAtMs }) });
  }
  return { ...result, body: await bodyOf(response, options.maxBytes, clock) };
}

/** The body as it comes, counted after decompression so that a small answer cannot become a large one. */
async function bodyOf(response: Response, maxBytes: number, clock: Deadline): Promise<Blob> {
  const tooLarge = new AppError("file-too-large", {
    params: { megabytes: Math.round(maxBytes / 1024 / 1024) },
  });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  if (reader === undefined) return new Blob([]);
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge;
  let size = 0;
  clock.bodyBegan = true;
  for (;;) {
    const { done, value } = await clock.guard(reader.read());
    if (done) return new Blob(parts);
    size += value.byteLength;
    if (size > maxBytes) throw tooLarge;
    parts.push(value);
  }
}

/** Aborts the request when it stalls, takes too long in all, or is cancelled, and remembers which it was. */
class Deadline {
  bodyBegan = false;
  timedOut = false;
  private readonly controller = new AbortController();
  private readonly stallMs: number;
  private readonly total: ReturnType<typeof setTimeout>;
  private stall: ReturnType<typeof setTimeout> | undefined;
  readonly cancelled: () => boolean;
  private readonly unhook: () => void;

  constructor(options: GetOptions) {
    this.stallMs = options.stallMs ?? 20_000;
    this.total = setTimeout(() => this.expire(), options.totalMs ?? 5 * 60_000);
    const { signal } = options;
    const abort = () => this.controller.abort();
    signal?.addEventListener("abort", abort);
    if (signal?.aborted === true) abort();
    this.cancelled = () => signal?.aborted === true;
    this.unhook = () => signal?.removeEventListener("abort", abort);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Waits for one step of the request, no longer than the stall limit. */
  async guard<T>(step: Promise<T>): Promise<T> {
    clearTimeout(this.stall);
    this.stall = setTimeout(() => this.expire(), this.stallMs);
    const aborted = new Promise<never>((_, reject) => {
      const stop = () => reject(new DOMException("aborted", "AbortError"));
      if (this.signal.aborted) stop();
      else this.signal.addEventListener("abort", stop, { once: true });
    });
    try {
      return await Promise.race([step, aborted]);
    } finally {
      clearTimeout(this.stall);
    }
  }

  /** Frees the timers and, where the answer was not read to its end, the connection. */
  clear(): void {
    clearTimeout(this.total);
    clearTimeout(this.stall);
    this.unhook();
    this.controller.abort();
  }

  private expire(): void {
    this.timedOut = true;
    this.controller.abort();
  }
}

function asFailure(thrown: unknown, clock: Deadline): AppError {
  if (thrown instanceof AppError) return thrown;
  if (clock.cancelled()) return new AppError("cancelled", { cause: thrown });
  if (clock.timedOut) return new AppError("timeout", { cause: thrown });
  if (clock.bodyBegan) return new AppError("file-truncated", { cause: thrown });
  return new AppError("offline", { cause: thrown });
}

const secondMs = 1_000;
const hourMs = 3_600_000;

/** When an answer of this status may be asked for again, ms; `null` when asking again does not help by itself. */
function retryAt(status: number, retryAfter: string | null, nowMs: number): number | null {
  const temporary = status === 408 || status === 425 || status === 429 || status >= 500;
  const asked = readRetryAfter(retryAfter, nowMs);
  return temporary ? (asked ?? nowMs + 60 * secondMs) : null;
}

/** Retry-After in seconds or as a date, kept between one second and one hour from now; `null` when absent or neither. */
export function readRetryAfter(value: string | null, nowMs: number): number | null {
  if (value === null || value.trim() === "") return null;
  const text = value.trim();
  const atMs = /^\d+$/.test(text) ? nowMs + Number(text) * secondMs : Date.parse(text);
  if (Number.isNaN(atMs)) return null;
  return Math.min(nowMs + hourMs, Math.max(nowMs + secondMs, atMs));
}

/**
 * How long to wait after `failures` failures in a row, ms: 2^n minutes, at most six hours, a fifth of it random so that
 * many devices do not ask at once. `random` in [0, 1).
 */
export function backOffMs(failures: number, random: number): number {
  const full = Math.min(6 * hourMs, 60 * secondMs * 2 ** Math.max(0, Math.min(failures, 20) - 1));
  return Math.round(full * (0.8 + 0.2 * random));
}
