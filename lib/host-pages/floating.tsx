/**
 * A floating part of ours on somebody else's page: card, pill, notice. Owns the host element, what is rendered in it, and
 * where it stands. Must never know what the part says.
 */
import { render } from "preact";
import type { VNode } from "preact";
import { createHost, pageDirection, shield } from "./injected-host.ts";
import type { HostName, InjectedHost } from "./injected-host.ts";
import { sharedSheet } from "./style.ts";

export interface Floating {
  /** Puts the part into `parent` (if it is not there) and draws it. */
  show(parent: HTMLElement, part: VNode, theme: "light" | "dark"): InjectedHost;
  /** The host while it is shown. */
  host(): InjectedHost | null;
  hide(): void;
}

/** `onKey` gets the keys pressed while the focus is inside. */
export function createFloating(name: HostName, onKey: (event: KeyboardEvent) => void): Floating {
  let host: InjectedHost | null = null;
  let stage: HTMLElement | null = null;
  let shielding = new AbortController();

  function make(): InjectedHost {
    const made = createHost(name, [sharedSheet()]);
    stage = document.createElement("div");
    stage.className = "in-page";
    made.root.append(stage);
    shielding = new AbortController();
    shield(made, onKey, shielding.signal);
    return made;
  }

  return {
    host: () => host,
    show(parent, part, theme) {
      host ??= make();
      if (stage !== null) {
        stage.dir = pageDirection();
        stage.dataset["theme"] = theme;
        render(part, stage);
      }
      if (host.element.parentNode !== parent) parent.append(host.element);
      return host;
    },
    hide() {
      if (host === null) return;
      shielding.abort();
      host.element.remove();
      if (stage !== null) render(null, stage);
      host = null;
      stage = null;
    },
  };
}
