/**
 * The one place where the e2e builds differ from the shipped ones (contracts.md 2 and 3): open shadow roots and
 * `data-` attributes on injected hosts. Must never decide anything else.
 */
const isE2e = import.meta.env?.MODE === "e2e";

/** Closed in every shipped build: the page must not be able to look inside. */
export const shadowMode: ShadowRootMode = isE2e ? "open" : "closed";

/** Names an injected host for tests; does nothing in shipped builds. */
export function annotate(host: HTMLElement, facts: Readonly<Record<string, string>>): void {
  if (!isE2e) return;
  for (const [name, value] of Object.entries(facts)) {
    if (host.getAttribute(`data-${name}`) !== value) host.setAttribute(`data-${name}`, value);
  }
}
