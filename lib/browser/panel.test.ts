import { beforeEach, expect, test, vi } from "vitest";

const calls: string[] = [];
const fakeBrowser: Record<string, unknown> = {
  runtime: { getURL: (path: string) => `chrome-extension://ourselves${path}` },
  windows: {
    create: async ({ url }: { url: string }) => {
      calls.push(`window ${url}`);
    },
  },
};
vi.mock("wxt/browser", () => ({ browser: fakeBrowser }));
const { openPanel } = await import("./panel.ts");

const withSidePanel = (open: () => Promise<void>) => {
  fakeBrowser["sidePanel"] = {
    setOptions: async ({ path }: { path: string }) => {
      calls.push(`path ${path}`);
    },
    open: () => {
      calls.push("open");
      return open();
    },
  };
};
beforeEach(() => {
  calls.length = 0;
  delete fakeBrowser["sidePanel"];
});

test("the side panel is opened in the turn of the gesture, at its event", async () => {
  withSidePanel(() => Promise.resolve());
  const opening = openPanel({ tabId: 7, windowId: 1 }, "#/words/key");
  expect(calls).toEqual(["path sidepanel.html#/words/key", "open"]);
  expect(await opening).toBe(true);
});

test("where the browser refuses, or has no side panel, or there is no tab, a small window opens", async () => {
  const address = "window chrome-extension://ourselves/sidepanel.html#/card";
  withSidePanel(() => Promise.reject(new Error("may only be called in response to a user gesture")));
  await openPanel({ tabId: 7, windowId: 1 }, "#/card");
  expect(calls.at(-1)).toBe(address);
  await openPanel({ tabId: null, windowId: 1 }, "#/card");
  delete fakeBrowser["sidePanel"];
  await openPanel({ tabId: 7, windowId: 1 }, "#/card");
  expect(calls.slice(-2)).toEqual([address, address]);
});
