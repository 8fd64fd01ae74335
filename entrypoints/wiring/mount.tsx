/**
 * What every surface's entrypoint does: give the surface its surroundings, language, direction and theme, and render
 * it. Wiring only; must never decide anything about stored data.
 */
import "../../components/ui/tokens.css";
import "../../components/ui/parts.css";
import "../../components/ui/pages.css";
import { render } from "preact";
import type { ComponentChild } from "preact";
import { browser } from "wxt/browser";
import { SurroundingsProvider } from "../../components/ui/surroundings.tsx";
import type { Surroundings } from "../../components/ui/surroundings.tsx";
import { systemClock } from "../../lib/base/clock.ts";
import { callOver } from "../../lib/rpc/call.ts";
import { browserPlatform } from "./platform.ts";
import { followTheme } from "./theme.ts";

/** The language texts are written in: the browser's where there is a catalogue for it, else English. */
function catalogueLocale(): string {
  const wanted = browser.i18n.getUILanguage();
  return /^en\b/i.test(wanted) ? wanted : "en-GB";
}

function surroundingsOf(): Surroundings {
  const call = callOver((request) => browser.runtime.sendMessage(request));
  const locale = catalogueLocale();
  return {
    call,
    locale,
    clock: systemClock,
    onChanged: (listener) => {
      const heard = (message: unknown) => {
        if (isChanged(message)) listener();
        // Nothing is answered: the message is for whoever listens.
        return undefined;
      };
      browser.runtime.onMessage.addListener(heard);
      return () => browser.runtime.onMessage.removeListener(heard);
    },
    platform: browserPlatform(call, locale),
  };
}

function isChanged(message: unknown): boolean {
  return typeof message === "object" && message !== null && "throughlineChanged" in message;
}

/** Renders what `draw` gives, now and whenever the address's fragment changes. */
export function mountSurface(draw: () => ComponentChild): void {
  const surroundings = surroundingsOf();
  const page = document.documentElement;
  page.lang = surroundings.locale;
  page.dir = directionOf(surroundings.locale);
  followTheme(surroundings);
  const root = document.getElementById("surface");
  if (root === null) throw new Error("the surface's page has lost its root");
  const drawNow = () =>
    render(<SurroundingsProvider value={surroundings}>{draw()}</SurroundingsProvider>, root);
  addEventListener("hashchange", drawNow);
  drawNow();
}

function directionOf(locale: string): "ltr" | "rtl" {
  // Browsers spell it as a method or as a property, and TypeScript's library knows neither yet.
  const info = new Intl.Locale(locale) as {
    getTextInfo?: () => { direction: string };
    textInfo?: { direction: string };
  };
  return (info.getTextInfo?.() ?? info.textInfo)?.direction === "rtl" ? "rtl" : "ltr";
}
