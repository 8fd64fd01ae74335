/**
 * Finds a Chromium on this computer, or installs one. Must never download anything when a browser is there.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { canInstall, ensurePrograms, install, isExecutable, onPath } from "./programs.ts";

/** Chromium first: branded Chrome and Edge take an unpacked extension only over the debugging protocol (launch.ts). */
const namesOnPath = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
  "chrome",
];

const usualPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const root = process.env[name];
    if (root === undefined) return [];
    return [
      join(root, "Chromium", "Application", "chrome.exe"),
      join(root, "Google", "Chrome", "Application", "chrome.exe"),
      join(root, "Microsoft", "Edge", "Application", "msedge.exe"),
    ];
  }),
  linux: [
    "/usr/bin/chromium",
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
  ],
};

/** Path of a browser that is there; `null` when none is. CHROME_PATH and CHROMIUM_PATH are believed before anything. */
export function findBrowser(): string | null {
  for (const name of ["CHROME_PATH", "CHROMIUM_PATH"]) {
    const path = process.env[name];
    if (path === undefined || path === "") continue;
    if (!isExecutable(path)) throw new Error(`${name} is ${path}, which cannot be run.`);
    return path;
  }
  const candidates = [...(usualPaths[process.platform] ?? []), chromium.executablePath()];
  return namesOnPath.map(onPath).find((path) => path !== null) ?? candidates.find(isExecutable) ?? null;
}

/**
 * Path of a browser, installed first when there is none: with apt-get as root on Debian and Ubuntu, else a Chromium
 * of its own into Playwright's cache. Throws a sentence that says what to do when neither works.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== null) {
    ensurePrograms({ openssl: "openssl" });
    return found;
  }
  if (canInstall()) {
    install(["chromium", "openssl", "fonts-dejavu-core", "fonts-liberation2", "fonts-noto-core"]);
  } else {
    process.stderr.write("No browser was found. Downloading a Chromium for the tests …\n");
    spawnSync(process.execPath, [playwrightCommand(), "install", "--no-shell", "chromium"], {
      stdio: "inherit",
    });
  }
  const installed = findBrowser();
  if (installed !== null) return installed;
  throw new Error(
    "No Chromium was found and none could be installed. Install Chromium (or Chrome, or Edge) and set CHROME_PATH to its program.",
  );
}

function playwrightCommand(): string {
  return join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
}
