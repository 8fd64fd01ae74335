/**
 * The elements Throughline puts into somebody else's page: one custom name each, a shadow root that is closed in every
 * shipped build, style sheets of its own. Owns how they defend themselves: the page cannot restyle the inside, its
 * shortcuts do not see our keys, its pop-ups do not see our presses, and a gesture it made up does nothing.
 * Must never hold the person's own text in the light DOM, nor use innerHTML.
 */
import { shadowMode } from "./e2e.ts";
import { isInPlainSight } from "./plain-sight.ts";

export const hostNames = [
  "throughline-badge",
  "throughline-card",
  "throughline-capture",
  "throughline-notice",
] as const;
export type HostName = (typeof hostNames)[number];

export interface InjectedHost {
  element: HTMLElement;
  root: ShadowRoot;
  /** Replaces the style sheets of the inside. */
  setSheets(sheets: readonly CSSStyleSheet[]): void;
  /** Replaces the rules for the host itself: declarations, each made `!important` here so that no page rule wins. */
  setHostRules(declarations: Readonly<Record<string, string>>): void;
}

/**
 * `all: initial` cuts every inherited and page-given style; rules marked important inside a shadow root win over the
 * page's, important or not. Direction is not reset by `all`, so it is said again.
 */
export function createHost(name: HostName, sheets: readonly CSSStyleSheet[]): InjectedHost {
  const element = document.createElement(name);
  const root = element.attachShadow({ mode: shadowMode });
  const own = new CSSStyleSheet();
  const setSheets = (inside: readonly CSSStyleSheet[]) => {
    root.adoptedStyleSheets = [...inside, own];
  };
  setSheets(sheets);
  let current = "";
  return {
    element,
    root,
    setSheets,
    setHostRules(declarations) {
      const rules = Object.entries({ all: "initial", direction: pageDirection(), ...declarations })
        .map(([property, value]) => `${property}:${value}!important;`)
        .join("");
      if (rules === current) return;
      current = rules;
      own.replaceSync(`:host{${rules}}`);
    },
  };
}

/** Direction of the page, which our parts follow. */
export function pageDirection(): "ltr" | "rtl" {
  return document.documentElement.dir === "rtl" ? "rtl" : "ltr";
}

/** Hosts a script from before an update left behind. */
export function removeAllHosts(): void {
  for (const element of document.querySelectorAll(hostNames.join(","))) element.remove();
}

const pressEvents = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "dblclick",
] as const;
const keyEvents = ["keydown", "keypress", "keyup"] as const;
/** What would tell the page of a gesture that is ours, once we have had it ourselves. */
const laterEvents = ["click", "auxclick", "contextmenu", "input", "change", "wheel"] as const;

/**
 * Puts a host behind the shield. Keys and presses on it stop at the window, before any listener of the page: focus,
 * activation by Enter and Space, and clicks follow all the same, for they are the browser's default actions.
 * `onKey` gets the keys that were meant for us.
 */
export function shield(host: InjectedHost, onKey: (event: KeyboardEvent) => void, signal: AbortSignal): void {
  const options = { capture: true, signal };
  for (const type of pressEvents) {
    window.addEventListener(type, (event) => isFor(event, host) && event.stopImmediatePropagation(), options);
  }
  for (const type of keyEvents) {
    window.addEventListener(
      type,
      (event) => {
        if (!isFor(event, host)) return;
        event.stopImmediatePropagation();
        if (type === "keydown" && event.isTrusted) onKey(event);
      },
      options,
    );
  }
  for (const type of laterEvents) {
    host.root.addEventListener(type, (event) => refuseFake(event, host), options);
    host.element.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
}

function isFor(event: Event, host: InjectedHost): boolean {
  return event.target === host.element;
}

/** Only a person's own gesture on something they can see gets through to the buttons. */
function refuseFake(event: Event, host: InjectedHost): void {
  if (event.type !== "click") return;
  if (event.isTrusted && event instanceof MouseEvent && isInPlainSight(host.element, event)) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
