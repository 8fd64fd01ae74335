/** The shape of the project, checked by itself: the layer table of ARCHITECTURE.md and the lists that must be complete. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { operations } from "../lib/rpc/contract.ts";
import { bundledWith, codeOf, importsOf, root, sourceFiles, textOf } from "./support/imports.ts";
import type { Import } from "./support/imports.ts";

const product = sourceFiles(["components", "entrypoints", "lib"]);
const isTest = (file: string) => file.includes(".test.") || file.endsWith("/testing.ts");
const shipped = product.filter((file) => !isTest(file));

/** Layer of a file: `lib/<name>` is `<name>`, else the top folder. */
function layerOf(file: string): string {
  const [top = "", name = ""] = file.split("/");
  return top === "lib" ? name : top;
}

/** What each layer may import beside itself; `(types)` after a name lets only types through. */
const mayImport: Record<string, string[]> = {
  domain: [],
  base: [],
  rpc: ["domain", "base"],
  store: ["domain", "base"],
  calendars: ["domain", "base"],
  exchange: ["domain", "base"],
  app: ["domain", "store", "exchange", "base", "calendars (types)", "rpc (types)"],
  browser: ["app", "calendars", "domain", "base", "rpc"],
  "host-pages": ["domain", "base", "rpc", "components"],
  components: ["domain", "base", "rpc (types)"],
  entrypoints: [
    "components",
    "app",
    "rpc",
    "store",
    "calendars",
    "exchange",
    "host-pages",
    "browser",
    "domain",
    "base",
  ],
};

/** Packages, and the layers that may use them. */
const packagesOf: Record<string, string[]> = {
  idb: ["store"],
  "ical.js": ["calendars"],
  zod: ["rpc", "exchange", "app", "calendars", "store"],
  preact: ["components", "entrypoints", "host-pages"],
  wxt: ["entrypoints", "browser"],
  // Types alone; what is bundled is decided by the build's module.
  "webextension-polyfill": ["host-pages"],
};

function isAllowed({ from, to, typeOnly }: Import): boolean {
  if (to === null) return true;
  const [own, other] = [layerOf(from), layerOf(to)];
  const allowed = mayImport[own] ?? [];
  return own === other || allowed.includes(other) || (typeOnly && allowed.includes(`${other} (types)`));
}

const shown = (found: Import[]) => found.map(({ from, specifier }) => `${from} imports ${specifier}`);
const filesWith = (pattern: RegExp, files: string[]) => files.filter((file) => pattern.test(codeOf(file)));

describe("layers", () => {
  it("has a row for every folder that holds source", () => {
    expect([...new Set(shipped.map(layerOf))].filter((layer) => !(layer in mayImport))).toEqual([]);
  });

  it("imports only downward", () => {
    expect(shown(shipped.flatMap(importsOf).filter((each) => !isAllowed(each)))).toEqual([]);
  });

  it("uses each package only in the layers that own it", () => {
    const outside = shipped.flatMap(importsOf).filter(({ from, specifier, to }) => {
      if (to !== null) return false;
      const owners = packagesOf[specifier.split("/")[0] ?? ""];
      return owners === undefined || !owners.includes(layerOf(from));
    });
    expect(shown(outside)).toEqual([]);
  });

  it("never imports tools or tests into the product", () => {
    const wrong = shipped
      .flatMap(importsOf)
      .filter(({ to }) => to !== null && (/^(tools|test)\//.test(to) || isTest(to)));
    expect(shown(wrong)).toEqual([]);
  });

  it("names every layer in the linter's rules, so that the editor says it first", () => {
    const lint = textOf(".oxlintrc.json");
    const missing = Object.keys(mayImport).filter(
      (layer) => layer !== "entrypoints" && !new RegExp(`"(lib/)?${layer}/\\*\\*`).test(lint),
    );
    expect(missing).toEqual([]);
  });

  it("keeps schemas, the database and the calendar readers out of content scripts", () => {
    const scripts = shipped.filter((file) =>
      /^entrypoints\/([^/]+\.content\/index|page-[^/]+)\.tsx?$/.test(file),
    );
    expect(scripts).not.toEqual([]);
    const carried = scripts
      .flatMap(bundledWith)
      .filter(({ specifier, to }) =>
        to === null
          ? /^(zod|idb|ical\.js)\b/.test(specifier)
          : /^lib\/(store|calendars|exchange|app)\//.test(to),
      );
    expect(shown(carried)).toEqual([]);
  });

  it("writes every relative import with its ending and no path alias", () => {
    const odd = product
      .flatMap(importsOf)
      .filter(({ specifier, to }) =>
        to === null ? /^[@~]\//.test(specifier) : !/\.(tsx?|css|json|svg|mjs)$/.test(to),
      );
    expect(shown(odd)).toEqual([]);
  });
});

describe("what may not be written", () => {
  const domain = shipped.filter((file) => file.startsWith("lib/domain/"));

  it("the domain does not read the clock", () => {
    expect(filesWith(/\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/, domain)).toEqual([]);
  });

  it("the domain touches no browser and no randomness", () => {
    expect(
      filesWith(
        /\b(browser|chrome|window|document|localStorage|fetch|indexedDB)\s*[.(]|\bMath\.random\(/,
        domain,
      ),
    ).toEqual([]);
  });

  it("no markup is made from text", () => {
    const sinks = /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/;
    expect(filesWith(sinks, shipped)).toEqual([]);
  });

  it("nothing is evaluated", () => {
    expect(filesWith(/\beval\(|\bnew Function\(/, shipped)).toEqual([]);
  });

  it("only the log writes to the console", () => {
    expect(filesWith(/\bconsole\.\w+\(/, shipped).filter((file) => file !== "lib/base/log.ts")).toEqual([]);
  });

  it("no dialog of the browser is opened", () => {
    expect(
      filesWith(/(?<![\w.])(alert|confirm|prompt)\(|\bwindow\.(alert|confirm|prompt)\(/, shipped),
    ).toEqual([]);
  });

  it("there are no default exports but the ones the build tool asks for", () => {
    const wanted =
      /^entrypoints\/(background\.ts|page-[^/]+\.ts|[^/]+\.content\/index\.tsx?|[^/]+\.content\.ts)$/;
    expect(filesWith(/^export default\b/m, shipped).filter((file) => !wanted.test(file))).toEqual([]);
  });

  it("nothing of ours goes into a calendar page's own storage", () => {
    const inPage = shipped.filter((file) =>
      /^(lib\/host-pages|components\/in-page|entrypoints\/[^/]+\.content)\//.test(file),
    );
    expect(inPage).not.toEqual([]);
    expect(filesWith(/\b(localStorage|sessionStorage|document\.cookie|indexedDB)\b/, inPage)).toEqual([]);
  });

  it("files stay readable in one sitting: 300 lines that are neither blank nor comment", () => {
    const long = product.filter(
      (file) =>
        !isTest(file) &&
        codeOf(file)
          .split("\n")
          .filter((line) => line.trim() !== "").length > 300,
    );
    expect(long).toEqual([]);
  });

  it("file names are kebab-case", () => {
    const odd = product.filter(
      (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|content|d))?\.tsx?$/.test(file.split("/").at(-1) ?? ""),
    );
    expect(odd).toEqual([]);
  });
});

describe("lists that must be complete", () => {
  it("every operation has a handler in the registry", () => {
    const registry = textOf("lib/app/handlers.ts");
    const missing = Object.keys(operations).filter(
      (name) => !registry.includes(`"${name}"`) && !new RegExp(`^\\s*${name}[,:]`, "m").test(registry),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ["lib/store/migrations", /^\d{4}-.*\.ts$/, "lib/store/migrations/index.ts"],
    ["lib/domain/stakes/terms", /^[a-z]{2}(-.*)?\.ts$/, "lib/domain/stakes/terms/index.ts"],
  ])("every file of %s is in its list", (folder, names, list) => {
    const files = readdirSync(join(root, folder)).filter((name) => names.test(name) && !isTest(name));
    expect(files).not.toEqual([]);
    const reached = new Set(bundledWith(list).map(({ to }) => to));
    expect(files.filter((name) => !reached.has(`${folder}/${name}`))).toEqual([]);
  });

  it("every catalogue part of the messages is in the catalogue", () => {
    const folder = "lib/base/messages/en";
    const reached = new Set(
      sourceFiles(["components", "entrypoints", "lib"])
        .filter((file) => !isTest(file))
        .flatMap(importsOf)
        .map(({ to }) => to),
    );
    const parts = sourceFiles([folder]).filter((file) => !isTest(file));
    expect(parts.filter((file) => !reached.has(file))).toEqual([]);
  });

  it("every folder of the domain says in its first file what it owns", () => {
    const openings = shipped.filter((file) =>
      /^lib\/[^/]+\/(contract|host-page|event|store|deps|archive|log)\.ts$/.test(file),
    );
    expect(openings.filter((file) => !textOf(file).startsWith("/**"))).toEqual([]);
  });

  it("the lock file names the optional packages of every platform, or npm ci refuses it", () => {
    // Written by npm; only these two parts are read.
    const { packages } = JSON.parse(textOf("package-lock.json")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });
});
