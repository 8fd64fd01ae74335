/** What the four builds ask of the browser and what is in them (contracts.md 2). Reads files only. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const output = resolve(import.meta.dirname, "../../.output");
const calendarHosts = [
  "https://calendar.google.com/*",
  "https://outlook.office.com/*",
  "https://outlook.office365.com/*",
  "https://outlook.live.com/*",
  "https://outlook.cloud.microsoft/*",
];
const feeds = ["https://*/*"];
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self' https:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const manifestOf = (build: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(output, build, "manifest.json"), "utf8"));

const filesOf = (build: string) =>
  readdirSync(join(output, build), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(output, build), join(entry.parentPath, entry.name)))
    .toSorted();

/** A file name without the hash of its content, which differs with the content. */
const unhashed = (name: string) => name.replace(/-[\w-]{8}\.(js|css)$/, ".$1");

const shared = ["storage", "unlimitedStorage", "alarms", "notifications", "scripting"];

describe.each([
  ["chrome-mv3", [...shared, "sidePanel", "offscreen"]],
  ["firefox-mv3", shared],
])("%s, as shipped", (build, permissions) => {
  const manifest = manifestOf(build);

  it("asks for exactly what it needs at install, and for no host", () => {
    expect(manifest["permissions"]).toEqual(permissions);
    expect(manifest["host_permissions"]).toBeUndefined();
    expect(manifest["content_scripts"]).toBeUndefined();
    expect(manifest["optional_permissions"]).toBeUndefined();
  });

  it("may ask later for the calendar sites and for the host of a calendar address", () => {
    expect(manifest["optional_host_permissions"]).toEqual([...calendarHosts, ...feeds]);
  });

  it("shows nothing of itself to pages", () => {
    expect(manifest["web_accessible_resources"]).toBeUndefined();
    if (build.startsWith("chrome")) expect(manifest["externally_connectable"]).toEqual({ ids: [] });
  });

  it("has the strict policy, and stays out of private windows", () => {
    expect(manifest["content_security_policy"]).toEqual({ extension_pages: policy });
    expect(manifest["incognito"]).toBe("not_allowed");
    expect(manifest["manifest_version"]).toBe(3);
  });

  it("evaluates no text and loads no code from elsewhere", () => {
    const scripts = filesOf(build).filter((name) => name.endsWith(".js"));
    expect(scripts).not.toEqual([]);
    const risky = scripts.filter((name) => {
      const code = readFileSync(join(output, build, name), "utf8");
      return /(?<![\w.$])eval\(|new Function\(|import\(\s*["'`]https?:|importScripts\(/.test(code);
    });
    expect(risky).toEqual([]);
  });

  it("carries no source map and no test hook", () => {
    expect(filesOf(build).filter((name) => /\.map$|test|gallery/.test(name))).toEqual([]);
    const hooks = filesOf(build)
      .filter((name) => name.endsWith(".js"))
      .filter((name) =>
        /"data-event"|"data-kind"|"data-state"/.test(readFileSync(join(output, build, name), "utf8")),
      );
    expect(hooks).toEqual([]);
  });
});

describe.each(["chrome-mv3", "firefox-mv3"])("%s, e2e against shipped", (build) => {
  it("differs in the manifest by the hosts granted at install alone", () => {
    const {
      host_permissions: granted,
      optional_host_permissions: optional,
      ...rest
    } = manifestOf(`${build}-e2e`);
    const { optional_host_permissions: shippedOptional, ...shippedRest } = manifestOf(build);
    expect(granted).toEqual(calendarHosts);
    expect(optional).toEqual(feeds);
    expect(new Set([...calendarHosts, ...feeds])).toEqual(new Set(shippedOptional as string[]));
    expect(rest).toEqual(shippedRest);
  });

  it("has the same files", () => {
    expect(filesOf(`${build}-e2e`).map(unhashed)).toEqual(filesOf(build).map(unhashed));
  });

  it("has the same pages and styles", () => {
    for (const name of filesOf(build).filter((each) => each.endsWith(".css"))) {
      expect(filesOf(`${build}-e2e`)).toContain(name);
    }
  });
});
