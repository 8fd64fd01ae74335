import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import type { Plugin } from "vite";
import { defineConfig } from "wxt";

/**
 * Builds (contracts.md 2). The e2e builds are the same product with open shadow roots, data attributes on
 * injected hosts and the calendar hosts granted at install; `import.meta.env.MODE === "e2e"` is read in
 * exactly one place in the product, lib/host-pages/e2e.ts.
 */
const calendarHosts = [
  "https://calendar.google.com/*",
  "https://outlook.office.com/*",
  "https://outlook.office365.com/*",
  "https://outlook.live.com/*",
  "https://outlook.cloud.microsoft/*",
];

/** A calendar address (ICS feed) may live on any host: asked for that host alone, when it is entered. */
const feedHosts = ["https://*/*"];

/** Content scripts need none of what the polyfill adds, and every byte of theirs is loaded with each calendar page. */
const nativeBrowser: Plugin = {
  name: "throughline:native-browser",
  enforce: "pre",
  resolveId: (source) =>
    source.endsWith("webextension-polyfill/browser") ? resolve("lib/host-pages/native-browser.ts") : null,
};

export default defineConfig({
  imports: false,
  modules: ["@wxt-dev/webextension-polyfill"],
  // wxt's default already separates modes; contracts.md fixes the names.
  outDirTemplate: "{{browser}}-mv{{manifestVersion}}{{modeSuffix}}",
  vite: ({ command }) => {
    // Every build is a production build whatever its mode, or the e2e builds would carry development code.
    if (command === "build") process.env["NODE_ENV"] = "production";
    return {
      plugins: [preact({ reactAliasesEnabled: false, prefreshEnabled: false, devToolsEnabled: false })],
      // The oldest browsers the manifest admits. With older ones light-dark() would be rewritten and stop following
      // the color-scheme that is set on injected hosts.
      build: {
        sourcemap: false,
        target: ["chrome137", "firefox140"],
        cssTarget: ["chrome137", "firefox140"],
      },
    };
  },
  hooks: {
    // A content script registered at run time makes WXT ask for its hosts at install; the shipped product asks later,
    // beside the use.
    "build:manifestGenerated"(wxt, manifest) {
      if (wxt.config.mode !== "e2e") delete manifest.host_permissions;
    },
    "vite:build:extendConfig"(entrypoints, config) {
      if (!entrypoints.every(({ type }) => type === "content-script" || type === "unlisted-script")) return;
      config.plugins = [nativeBrowser, ...(config.plugins ?? [])];
    },
  },
  manifest: ({ browser, mode }) => {
    const e2e = mode === "e2e";
    return {
      name: "__MSG_extensionName__",
      description: "__MSG_extensionDescription__",
      default_locale: "en",
      minimum_chrome_version: browser === "chrome" ? "137" : undefined,
      permissions: [
        "storage",
        "unlimitedStorage",
        "alarms",
        "notifications",
        "scripting",
        ...(browser === "chrome" ? ["sidePanel", "offscreen"] : []),
      ],
      host_permissions: e2e ? calendarHosts : undefined,
      optional_host_permissions: e2e ? feedHosts : [...calendarHosts, ...feedHosts],
      incognito: "not_allowed",
      commands: {
        "hide-all": {
          suggested_key: { default: "Alt+Shift+H" },
          description: "__MSG_commandHideAll__",
        },
      },
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self' https:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      },
      ...(browser === "chrome"
        ? { externally_connectable: { ids: [] } }
        : {
            browser_specific_settings: {
              gecko: {
                id: "throughline@throughline.invalid",
                strict_min_version: "140.0",
                data_collection_permissions: { required: ["none"] },
              },
            },
          }),
    };
  },
});
