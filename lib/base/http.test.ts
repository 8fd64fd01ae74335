import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backOffMs, httpGet, readRetryAfter } from "./http.ts";
import type { Fetch, GetOptions } from "./http.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const nowMs = Date.UTC(2026, 10, 22, 19);
const answers = new Map<string, Answer>();
const asked: IncomingMessage[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    const answer = answers.get(request.url ?? "");
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The product asks https alone; the test's fetch leads every https host to the local server. */
const local: Fetch = (url, init) => {
  const { pathname } = new URL(url);
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`, init);
};

function get(path: string, answer: Answer, options: Partial<GetOptions> = {}) {
  answers.set(path, answer);
  return httpGet(local, `https://feed.test${path}`, { maxBytes: 1_000_000, nowMs, ...options });
}

function to(location: string): Answer {
  return (_, response) => void response.writeHead(302, { location }).end();
}

function hidden(): Promise<Response> {
  return Promise.resolve(Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" }));
}

function nowhere(): Promise<Response> {
  return Promise.reject(new TypeError("fetch failed"));
}

/** Promises a hundred bytes and hangs up after five. */
function broken(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "content-length": 100 });
  response.write("BEGIN");
  setImmediate(() => response.destroy());
}

/** Sends a byte now and then, for ever. */
function trickle(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200);
  const drip = setInterval(() => response.write("x"), 10);
  response.on("close", () => clearInterval(drip));
}

test("a whole answer comes with its headers", async () => {
  const got = await get("/whole", (_, response) => response.writeHead(200, { etag: '"a"' }).end("BEGIN"));
  expect(await got.body?.text()).toBe("BEGIN");
  expect(got.headers.get("etag")).toBe('"a"');
});

test("no cookies, cache or referrer are sent, and the validators are", async () => {
  asked.length = 0;
  await get("/polite", (_, response) => response.end("x"), { headers: { "If-None-Match": '"a"' } });
  expect(asked[0]?.headers).toMatchObject({ "if-none-match": '"a"', "cache-control": "no-cache" });
  expect(asked[0]?.headers.cookie).toBeUndefined();
  expect(asked[0]?.headers.referer).toBeUndefined();
});

test("304 has no body and is no failure", async () => {
  const got = await get("/same", (_, response) => response.writeHead(304).end());
  expect(got).toMatchObject({ status: 304, body: null });
});

test.each([
  [429, { "retry-after": "120" }, nowMs + 120_000],
  [503, { "retry-after": new Date(nowMs + 90_000).toUTCString() }, nowMs + 90_000],
  [500, {}, nowMs + 60_000],
  [404, { "retry-after": "120" }, null],
  [401, {}, null],
])("status %i is told with the time of the next try", async (status, headers, retryAtMs) => {
  const failing = get("/status", (_, response) => response.writeHead(status, headers).end("no"));
  await expect(failing).rejects.toMatchObject({ code: "http-status", params: { status }, retryAtMs });
});

test("a redirect on the same host is followed, one to another host is not, one away from https never", async () => {
  answers.set("/there", (_, response) => response.end("there"));
  expect(await (await get("/a", to("/there"))).body?.text()).toBe("there");
  await expect(get("/b", to("https://elsewhere.test/there"))).rejects.toMatchObject({
    code: "permission-missing",
    params: { host: "elsewhere.test" },
  });
  await expect(get("/c", to("http://feed.test/there"))).rejects.toMatchObject({ code: "bad-input" });
  await expect(get("/d", to("/d"))).rejects.toMatchObject({ code: "http-status" });
});

test("a browser's hidden redirect is told without a host", async () => {
  await expect(httpGet(hidden, "https://feed.test/", { maxBytes: 1, nowMs })).rejects.toMatchObject({
    code: "permission-missing",
    params: { host: "" },
  });
});

test("only https is asked", async () => {
  asked.length = 0;
  await expect(httpGet(local, "http://feed.test/", { maxBytes: 1, nowMs })).rejects.toMatchObject({
    code: "bad-input",
  });
  expect(asked).toHaveLength(0);
});

test("an answer that grows past the limit is stopped, announced or not, packed or not", async () => {
  const large = Buffer.alloc(3_000_000, "x");
  const announced: Answer = (_, response) =>
    void response.writeHead(200, { "content-length": large.length }).end(large);
  const streamed: Answer = (_, response) => void response.writeHead(200).end(large);
  const bomb: Answer = (_, response) =>
    void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(large));
  for (const answer of [announced, streamed, bomb])
    await expect(get("/large", answer)).rejects.toMatchObject({
      code: "file-too-large",
      params: { megabytes: 1 },
    });
});

test("a body that breaks off is truncated, a server that never answers times out, as does one that trickles", async () => {
  await expect(get("/broken", broken)).rejects.toMatchObject({ code: "file-truncated" });
  await expect(get("/silent", () => {}, { stallMs: 50 })).rejects.toMatchObject({ code: "timeout" });
  await expect(get("/trickle", trickle, { stallMs: 1_000, totalMs: 150 })).rejects.toMatchObject({
    code: "timeout",
  });
});

test("a server that cannot be reached is offline; a cancelled request is cancelled", async () => {
  await expect(httpGet(nowhere, "https://feed.test/", { maxBytes: 1, nowMs })).rejects.toMatchObject({
    code: "offline",
  });
  const controller = new AbortController();
  const waiting = get("/waiting", () => controller.abort(), { signal: controller.signal });
  await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
});

test("Retry-After is kept between a second and an hour", () => {
  expect(readRetryAfter("0", nowMs)).toBe(nowMs + 1_000);
  expect(readRetryAfter("999999999", nowMs)).toBe(nowMs + 3_600_000);
  expect(readRetryAfter("Thu, 01 Jan 1970 00:00:00 GMT", nowMs)).toBe(nowMs + 1_000);
  expect(readRetryAfter("soon", nowMs)).toBeNull();
  expect(readRetryAfter(null, nowMs)).toBeNull();
});

test("waiting doubles with each failure, up to six hours, and is never the same for everybody", () => {
  expect([1, 2, 3, 4].map((failures) => backOffMs(failures, 0.999999) / 60_000).map(Math.round)).toEqual([
    1, 2, 4, 8,
  ]);
  expect(backOffMs(1, 0)).toBe(48_000);
  expect(backOffMs(500, 0.999999)).toBeLessThanOrEqual(6 * 3_600_000);
});
