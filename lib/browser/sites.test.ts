import { beforeEach, expect, test, vi } from "vitest";

/** The few parts of the browser that page scripts are registered with, with the refusals that browsers have. */
const state = {
  granted: new Set<string>(),
  registered: new Map<string, { id: string; matches: string[] }>(),
  tabs: [] as { id: number; url: string; discarded: boolean }[],
  injected: [] as number[],
};
type Script = { id: string; matches: string[] };
const fakeBrowser = {
  runtime: { id: "ourselves" },
  permissions: {
    contains: async ({ origins }: { origins: string[] }) => origins.every((one) => state.granted.has(one)),
  },
  scripting: {
    getRegisteredContentScripts: async () => [...state.registered.values()],
    async registerContentScripts(scripts: Script[]) {
      for (const script of scripts) {
        if (state.registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        state.registered.set(script.id, script);
      }
    },
    async updateContentScripts(scripts: Script[]) {
      for (const script of scripts) {
        if (!state.registered.has(script.id)) throw new Error("Nonexistent script ID");
        state.registered.set(script.id, script);
      }
    },
    async unregisterContentScripts({ ids }: { ids: string[] }) {
      for (const id of ids) state.registered.delete(id);
    },
    async executeScript({ target }: { target: { tabId: number } }) {
      if (target.tabId === 13) throw new Error("No tab with id: 13");
      state.injected.push(target.tabId);
    },
  },
  tabs: {
    query: async ({ url }: { url: string[] }) =>
      state.tabs.filter((tab) => url.some((pattern) => tab.url.startsWith(pattern.slice(0, -1)))),
  },
};
vi.mock("wxt/browser", () => ({ browser: fakeBrowser }));
const { followPermissions, grantedPatterns, injectIntoOpenTabs } = await import("./sites.ts");

const google = "https://calendar.google.com/*";
const outlook = "https://outlook.office.com/*";
beforeEach(() => {
  state.granted = new Set();
  state.registered = new Map();
  state.tabs = [];
  state.injected = [];
});

test("without a grant nothing is registered and nothing injected", async () => {
  expect(await followPermissions()).toEqual([]);
  await injectIntoOpenTabs();
  expect(state.registered.size).toBe(0);
  expect(state.injected).toEqual([]);
});

test("a grant registers the page script for that site alone, and a withdrawal takes it away", async () => {
  state.granted = new Set([google]);
  expect(await followPermissions()).toEqual(["google-calendar"]);
  expect(state.registered.get("google-calendar")).toMatchObject({ matches: [google] });
  state.granted = new Set();
  expect(await followPermissions()).toEqual([]);
  expect(state.registered.size).toBe(0);
});

test("twice at once and twice in a row is one registration", async () => {
  state.granted = new Set([google]);
  await Promise.all([followPermissions(), followPermissions()]);
  await followPermissions();
  expect([...state.registered.keys()]).toEqual(["google-calendar"]);
});

test("a granted site that has no page script is told as granted and left alone", async () => {
  state.granted = new Set([outlook]);
  expect(await grantedPatterns()).toEqual([outlook]);
  expect(await followPermissions()).toEqual([]);
});

test("tabs of the calendar that are open already get the script; closed and sleeping ones do no harm", async () => {
  state.granted = new Set([google]);
  const url = "https://calendar.google.com/calendar/u/0/r";
  state.tabs = [
    { id: 13, url, discarded: false },
    { id: 2, url, discarded: false },
    { id: 3, url, discarded: true },
    { id: 4, url: "https://example.com/", discarded: false },
  ];
  await injectIntoOpenTabs();
  expect(state.injected).toEqual([2]);
});
