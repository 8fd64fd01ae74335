import { expect, test } from "vitest";
import type { Fetch } from "../../base/http.ts";
import { readFeedAddress } from "./address.ts";
import { readFeed } from "./feed.ts";
import type { FeedDeps, FeedRequest } from "./feed.ts";
import { readIcs } from "./read.ts";
import { calendar, vevent } from "./testing.ts";

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 22);
const minuteMs = 60_000;

const request: FeedRequest = {
  sourceId: "s",
  address: "webcal://feed.test/secret.ics",
  etag: '"old"',
  lastModified: "Sun, 22 Nov 2026 00:00:00 GMT",
  coverage: { fromMs: nowMs - 31 * dayMs, toMs: nowMs + 90 * dayMs, complete: true },
  calendarName: "feed.test",
  zone: "Europe/Berlin",
  ownAddresses: [],
  mayFollow: false,
  failures: 0,
  fromMs: nowMs - 30 * dayMs,
  toMs: nowMs + 90 * dayMs,
};

interface Seen {
  url: string;
  headers: Record<string, string>;
}

function deps(answer: () => Response | Promise<Response>): { deps: FeedDeps; seen: Seen[] } {
  const seen: Seen[] = [];
  const fetch: Fetch = (url, init) => {
    seen.push({ url, headers: init.headers as Record<string, string> });
    return Promise.resolve(answer());
  };
  return {
    seen,
    deps: { fetch, nowMs: () => nowMs, random: () => 0, readBody: (body, options) => readIcs(body, options) },
  };
}

const file = (...lines: string[]) =>
  calendar(
    "BEGIN:VCALENDAR",
    ...lines,
    ...vevent("DTSTART:20261125T090000Z", "DURATION:PT1H"),
    "END:VCALENDAR",
  );

test("a feed is read over https, with its validators kept for the next time", async () => {
  const { deps: given, seen } = deps(() => new Response(file(), { headers: { etag: '"new"' } }));
  const outcome = await readFeed({ ...request, coverage: null }, given);
  expect(outcome).toMatchObject({
    kind: "read",
    etag: '"new"',
    lastModified: null,
    nextPollMs: nowMs + 30 * minuteMs,
  });
  expect(outcome.kind === "read" && outcome.reading.events).toHaveLength(1);
  expect(seen[0]?.url).toBe("https://feed.test/secret.ics");
  expect(seen[0]?.headers).not.toHaveProperty("If-None-Match");
});

test("a feed that has not changed keeps what is stored, and its validators", async () => {
  const { deps: given, seen } = deps(() => new Response(null, { status: 304 }));
  expect(await readFeed(request, given)).toMatchObject({ kind: "unchanged", etag: '"old"' });
  expect(seen[0]?.headers).toMatchObject({
    "If-None-Match": '"old"',
    "If-Modified-Since": request.lastModified,
  });
});

test("a feed is read anew when the window has moved on, or the last reading was not whole", async () => {
  const whole = { fromMs: request.fromMs, toMs: request.toMs, complete: true };
  for (const coverage of [
    { ...whole, toMs: request.toMs - dayMs },
    { ...whole, complete: false },
    { ...whole, fromMs: request.fromMs + 1 },
  ]) {
    const { deps: given, seen } = deps(() => new Response(file()));
    await readFeed({ ...request, coverage }, given);
    expect(seen[0]?.headers).not.toHaveProperty("If-None-Match");
  }
});

test("a web page with status 200 is not a calendar and never an empty one", async () => {
  const { deps: given } = deps(
    () => new Response("<!doctype html><title>Sign in</title>", { headers: { "content-type": "text/html" } }),
  );
  expect(await readFeed(request, given)).toMatchObject({ kind: "failed", code: "not-a-calendar" });
});

test("half a calendar is read, but asked for whole the next time", async () => {
  const { deps: given } = deps(() => new Response(file().slice(0, -30), { headers: { etag: '"half"' } }));
  expect(await readFeed(request, given)).toMatchObject({
    kind: "read",
    etag: null,
    reading: { coverage: { complete: false } },
  });
});

test.each([
  ["X-PUBLISHED-TTL:PT12H", 12 * 60],
  ["REFRESH-INTERVAL;VALUE=DURATION:PT5M", 30],
  ["REFRESH-INTERVAL;VALUE=DURATION:P30D", 24 * 60],
])("%s asks again in %i minutes", async (line, minutes) => {
  const { deps: given } = deps(() => new Response(file(line)));
  expect(await readFeed(request, given)).toMatchObject({ nextPollMs: nowMs + minutes * minuteMs });
});

test("a failure waits as long as the server asks, and longer each time", async () => {
  const { deps: given } = deps(() => new Response("", { status: 429, headers: { "retry-after": "900" } }));
  expect(await readFeed(request, given)).toMatchObject({
    kind: "failed",
    code: "http-status",
    nextPollMs: nowMs + 15 * minuteMs,
  });
  const { deps: down } = deps(() => Promise.reject(new TypeError("fetch failed")));
  const first = await readFeed(request, down);
  const sixth = await readFeed({ ...request, failures: 5 }, down);
  expect(first).toMatchObject({ kind: "failed", code: "offline" });
  expect(sixth.nextPollMs - nowMs).toBeGreaterThan(20 * minuteMs);
});

test("an address shows its host alone and asks for that host alone", () => {
  expect(readFeedAddress("  webcal://Cal.Example.com:8443/private-abc/basic.ics#x ")).toEqual({
    url: "https://cal.example.com:8443/private-abc/basic.ics",
    host: "cal.example.com:8443",
    permission: "https://cal.example.com/*",
  });
});

test.each([
  ["", "empty"],
  ["http://cal.example.com/a.ics", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["javascript:alert(1)", "scheme"],
  ["https://me:secret@cal.example.com/a.ics", "password"],
  ["my calendar", "form"],
  [`https://cal.example.com/${"a".repeat(2_000)}`, "long"],
])("the address %s is refused", (typed, reason) => {
  expect(() => readFeedAddress(typed)).toThrow(
    expect.objectContaining({ code: "bad-input", params: { reason } }),
  );
});
