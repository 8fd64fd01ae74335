/** Starts a stock Firefox with the built extension in it, in a profile of its own that is removed afterwards. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { connectBidi } from "./bidi.ts";
import type { Bidi, Remote } from "./bidi.ts";
import { buildFolder } from "./launch.ts";
import { canInstall, ensurePrograms, install, isExecutable, onPath } from "./programs.ts";

const extension = "throughline@throughline.invalid";
/** The address of the extension's pages, chosen here; a Firefox left alone rolls dice for each profile. */
const uuid = "5f0a1c7e-1111-4222-8333-444455556666";

const usualPaths = [
  "/usr/bin/firefox-esr",
  "/snap/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  String.raw`C:\Program Files\Mozilla Firefox\firefox.exe`,
];

/** Path of a Firefox that is there; `null` when none is. FIREFOX_PATH is believed before anything. */
export function findFirefox(): string | null {
  const given = process.env["FIREFOX_PATH"];
  if (given !== undefined && given !== "") {
    if (!isExecutable(given)) throw new Error(`FIREFOX_PATH is ${given}, which cannot be run.`);
    return given;
  }
  return onPath("firefox-esr") ?? onPath("firefox") ?? usualPaths.find(isExecutable) ?? null;
}

/** Path of a Firefox, installed first where that needs no questions. Throws a sentence that says what to do. */
export function ensureFirefox(): string {
  if (findFirefox() === null && canInstall()) install(["firefox-esr"]);
  const found = findFirefox();
  if (found === null)
    throw new Error(
      "No Firefox was found. Install Firefox 140 or later, or set FIREFOX_PATH to its program.",
    );
  ensurePrograms({ openssl: "openssl" });
  return found;
}

/** Codes of keys that write nothing, as WebDriver names them. */
export const keys = { escape: "\uE00C", enter: "\uE007" } as const;

export interface Place {
  x: number;
  y: number;
}

/** One tab. Places are in CSS pixels of its viewport. */
export interface Tab {
  /** Goes to an address and resolves when its document has loaded. */
  goto(url: string): Promise<void>;
  evaluate<A extends unknown[], R>(work: Remote<A, R>, ...args: A): Promise<R>;
  /** Brings the tab to the front; a real press and release of the mouse. */
  click(place: Place): Promise<void>;
  /** Real keys, one after the other. Keys without a character have codes: `keys.escape`. */
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchedFirefox {
  url(path: string): string;
  openTab(url: string): Promise<Tab>;
  /** Runs a function where the browser itself runs, with its means (`Services`, `WebExtensionPolicy`). */
  inBrowser<A extends unknown[], R>(work: Remote<A, R>, ...args: A): Promise<R>;
  /** Address of the page in the open sidebar; empty while there is none. */
  sidebar(): Promise<string>;
  /** Every message about the extension in the browser's own console: errors, refusals of its policy. */
  complaints(): Promise<string[]>;
  /** Ends the background as the browser does after half a minute of idleness; the next event starts it again. */
  endBackground(): Promise<void>;
  close(): Promise<void>;
}

export async function launchFirefox(
  prefs: Record<string, unknown>,
  build = ".output/firefox-mv3-e2e",
): Promise<LaunchedFirefox> {
  const profileDir = mkdtempSync(join(tmpdir(), "throughline-firefox-"));
  writeFileSync(join(profileDir, "user.js"), asUserJs(prefs));
  const child = start(ensureFirefox(), profileDir);
  const bidi = await connectBidi(`${await addressOf(child)}/session`);
  await bidi.send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  const tree = (await bidi.send("browsingContext.getTree", { "moz:scope": "chrome" })) as {
    contexts: { context: string }[];
  };
  const window = tree.contexts[0]?.context;
  if (window === undefined) throw new Error("Firefox has opened no window.");
  await bidi.send("webExtension.install", {
    extensionData: { type: "path", path: buildFolder(build) },
  });
  const inBrowser: LaunchedFirefox["inBrowser"] = (work, ...args) => bidi.evaluate(window, work, ...args);
  return {
    url: (path) => `moz-extension://${uuid}/${path}`,
    inBrowser,
    openTab: (url) => openTab(bidi, url),
    sidebar: () => inBrowser(addressInSidebar),
    complaints: () => inBrowser(complaintsAbout, uuid),
    endBackground: () => inBrowser(endBackground, extension),
    async close() {
      const ended = once(child, "exit");
      await bidi.send("browser.close", {});
      await ended;
      bidi.close();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function asUserJs(given: Record<string, unknown>): string {
  const prefs = {
    // Every name leads to this computer, so that no test ever talks to the world.
    "network.dns.forceResolve": "127.0.0.1",
    "extensions.webextensions.uuids": JSON.stringify({ [extension]: uuid }),
    ...given,
  };
  return Object.entries(prefs)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}

function start(program: string, profileDir: string): ChildProcess {
  const switches = ["--headless", "--no-remote", "--profile", profileDir];
  // With access to the browser itself: pages of an extension cannot be opened without.
  const remote = ["--remote-debugging-port", "0", "--remote-allow-system-access"];
  return spawn(program, [...switches, ...remote], { stdio: ["ignore", "ignore", "pipe"] });
}

/** Where the started browser listens: the line it says so in. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error("Firefox has nowhere to say its address.");
  const said: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    const address = /WebDriver BiDi listening on (?<address>ws:\S+)/.exec(line)?.groups?.["address"];
    said.push(line);
    if (address === undefined) continue;
    stderr.resume(); // whatever it says from here on must not fill the pipe
    return address;
  }
  throw new Error(`Firefox ended before it could be reached:\n${said.slice(-5).join("\n")}`);
}

async function openTab(bidi: Bidi, url: string): Promise<Tab> {
  const { context } = (await bidi.send("browsingContext.create", { type: "tab" })) as { context: string };
  await bidi.send("browsingContext.setViewport", { context, viewport: { width: 1400, height: 900 } });
  const perform = (id: string, type: string, actions: object[]) =>
    bidi.send("input.performActions", { context, actions: [{ id, type, actions }] });
  const tab: Tab = {
    async goto(to) {
      await bidi.send("browsingContext.navigate", { context, url: to, wait: "complete" });
    },
    evaluate: (work, ...args) => bidi.evaluate(context, work, ...args),
    async click({ x, y }) {
      await bidi.send("browsingContext.activate", { context });
      await perform("mouse", "pointer", [
        { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ]);
    },
    async type(text) {
      const presses = Array.from(text).flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await perform("keyboard", "key", presses);
    },
    async close() {
      await bidi.send("browsingContext.close", { context });
    },
  };
  await tab.goto(url);
  return tab;
}

/** The parts of Firefox's own means that are used here. They run in the browser, not in this file. */
interface BrowserMeans {
  document: Document;
  Services: { console: { getMessageArray(): { message: string }[] } };
  WebExtensionPolicy: { getByID(id: string): { extension: { terminateBackground(): Promise<void> } } };
}

function addressInSidebar(): string {
  const { document: window } = globalThis as unknown as BrowserMeans;
  const frame = window.getElementById("sidebar") as { contentDocument?: Document } | null;
  const panel = frame?.contentDocument?.getElementById("webext-panels-browser");
  return (panel as { currentURI?: { spec: string } } | null | undefined)?.currentURI?.spec ?? "";
}

function complaintsAbout(part: string): string[] {
  const { Services } = globalThis as unknown as BrowserMeans;
  return Services.console
    .getMessageArray()
    .map(({ message }) => message)
    .filter((message) => message.includes(part));
}

async function endBackground(id: string): Promise<void> {
  const { WebExtensionPolicy } = globalThis as unknown as BrowserMeans;
  await WebExtensionPolicy.getByID(id).extension.terminateBackground();
}
