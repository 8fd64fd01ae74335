/**
 * Starts a Chromium with the built extension in it, in a profile of its own that is removed afterwards.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext, CDPSession, Page, Worker } from "playwright-core";
import { ensureBrowser } from "./browser.ts";
import { isRoot } from "./programs.ts";

const root = resolve(import.meta.dirname, "../..");

/** Folders of the builds (contracts.md 2), relative to the project. */
export const builds = {
  e2e: ".output/chrome-mv3-e2e",
  shipped: ".output/chrome-mv3",
} as const;

export interface LaunchOptions {
  /** Which build, or the folder of one. */
  build: keyof typeof builds | (string & {});
  /** Profile to use and keep; without one a fresh one is made and removed on close. */
  profileDir?: string;
  /** Further switches; `calendar.args` of serveCalendar belongs here. */
  extraArgs?: string[];
  /** False opens a window (needs a screen). */
  headless?: boolean;
  /** Added to the environment of the browser: `TZ`, `DISPLAY`, `LANGUAGE`. */
  env?: Record<string, string>;
  viewport?: { width: number; height: number } | null;
  colorScheme?: "light" | "dark";
}

export interface Launched {
  context: BrowserContext;
  extensionId: string;
  profileDir: string;
  /** A session of the debugging protocol on the browser itself. */
  protocol: CDPSession;
  /** The background, woken when it sleeps. */
  serviceWorker(): Promise<Worker>;
  /** Stops the background as the browser does, at once; resolves when it has stopped. */
  killServiceWorker(): Promise<void>;
  /** Opens a page of the extension: `popup.html`, `app.html#/queue`. */
  openPage(path: string): Promise<Page>;
  /** Address of a page of the extension. */
  url(path: string): string;
  close(): Promise<void>;
}

export async function launchWithExtension(options: LaunchOptions): Promise<Launched> {
  const folder = buildFolder(options.build);
  const extensionId = idOf(folder);
  const ownProfile = options.profileDir === undefined;
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), "throughline-profile-"));
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: ensureBrowser(),
    headless: options.headless ?? true,
    chromiumSandbox: !isRoot(),
    ignoreDefaultArgs: ["--disable-extensions", "--disable-component-extensions-with-background-pages"],
    args: switches(folder, options.extraArgs ?? []),
    viewport: options.viewport === undefined ? { width: 1400, height: 900 } : options.viewport,
    colorScheme: options.colorScheme ?? "light",
    ...(options.env === undefined ? {} : { env: { ...definedEnv(), ...options.env } }),
  });
  const browser = context.browser();
  if (browser === null) throw new Error("The browser closed as soon as it was started.");
  const protocol = await browser.newBrowserCDPSession();
  await seeToExtension(context, protocol, folder, extensionId);
  const url = (path: string) => `chrome-extension://${extensionId}/${path}`;
  const background = backgroundControl(context, url);
  const openPage = async (path: string) => {
    const page = await context.newPage();
    await page.goto(url(path));
    return page;
  };
  return {
    context,
    extensionId,
    profileDir,
    protocol,
    url,
    openPage,
    serviceWorker: () => background.worker(),
    killServiceWorker: () => background.stop(),
    async close() {
      await context.close();
      if (ownProfile) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

export function buildFolder(build: LaunchOptions["build"]): string {
  const known = Object.entries(builds).find(([name]) => name === build)?.[1] ?? build;
  const folder = resolve(root, known);
  if (existsSync(join(folder, "manifest.json"))) return realpathSync(folder);
  throw new Error(`${known} is not there. Run \`npm run build\` and \`npm run build:e2e\` first.`);
}

/** The id Chromium gives an unpacked extension: the first 16 bytes of the SHA-256 of its path, as letters a to p. */
export function idOf(folder: string): string {
  const text = process.platform === "win32" ? Buffer.from(folder, "utf16le") : Buffer.from(folder, "utf8");
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 32);
  return digest.replaceAll(/[0-9a-f]/g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}

function switches(folder: string, extra: string[]): string[] {
  return [
    `--load-extension=${folder}`,
    // Loading by switch is off by default since Chromium 137; loading over the protocol needs the second.
    "--disable-features=DisableLoadExtensionCommandLineSwitch,Translate,MediaRouter,OptimizationHints",
    "--enable-unsafe-extension-debugging",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-default-browser-check",
    "--no-first-run",
    ...(isRoot() ? ["--no-sandbox"] : []),
    ...(process.platform === "linux" ? ["--disable-dev-shm-usage"] : []),
    ...extra,
  ];
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Branded Chrome and Edge ignore the switch: there the extension is loaded over the protocol. */
async function seeToExtension(context: BrowserContext, protocol: CDPSession, folder: string, id: string) {
  const isOurs = (worker: Worker) => worker.url().startsWith(`chrome-extension://${id}/`);
  if (context.serviceWorkers().some(isOurs)) return;
  const started = await context
    .waitForEvent("serviceworker", { predicate: isOurs, timeout: 8000 })
    .then(() => true)
    .catch(() => context.serviceWorkers().some(isOurs)); // it may have started between the two looks
  if (started) return;
  await protocol.send("Extensions.loadUnpacked", { path: folder });
}

/**
 * What the protocol says of the background, over a page of the extension that runs nothing (its manifest).
 * Opened when first asked for, in the tab the browser starts with.
 */
function backgroundControl(context: BrowserContext, url: (path: string) => string) {
  let opening: Promise<CDPSession> | null = null;
  let running = true;
  const open = async () => {
    const blank = context.pages().find((page) => page.url() === "about:blank");
    const page = blank ?? (await context.newPage());
    await page.goto(url("manifest.json"));
    const session = await context.newCDPSession(page);
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      running = versions.some(({ runningStatus }) => runningStatus === "running");
    });
    await session.send("ServiceWorker.enable");
    return session;
  };
  const session = () => (opening ??= open());
  return {
    async stop(): Promise<void> {
      await (await session()).send("ServiceWorker.stopAllWorkers");
    },
    async worker(): Promise<Worker> {
      const over = await session();
      if (!running) await over.send("ServiceWorker.startWorker", { scopeURL: url("") });
      const known = context.serviceWorkers().find((worker) => worker.url().startsWith(url("")));
      return known ?? (await context.waitForEvent("serviceworker"));
    },
  };
}
