/**
 * The one mount algorithm, for every site: one MutationObserver on the narrowest stable elements of the page, and one
 * synchronous pass for each batch of changes. Observers run before the browser paints, so whatever the pass puts there
 * is there in the same frame as the change. When a stable element is itself replaced, the line of its ancestors, watched
 * without their insides, tells. Must never use a timer to wait for the page.
 */
import type { HostPage } from "./host-page.ts";

/** Observes until the signal aborts. `pass` runs once at once and after every batch; its own writes are not reported. */
export function mount(page: HostPage, pass: () => void, signal: AbortSignal): { pass(): void } {
  let observed: HTMLElement[] = [];
  const observer = new MutationObserver(() => run());

  function run(): void {
    observe();
    pass();
    // What the pass wrote is known.
    observer.takeRecords();
  }

  function observe(): void {
    const roots = page.roots();
    if (roots.length > 0 && roots.length === observed.length && roots.every(isObserved)) return;
    observed = roots;
    observer.disconnect();
    if (roots.length === 0) {
      // The page is still being built; until then every new element may be the one.
      observer.observe(document, { childList: true, subtree: true });
      return;
    }
    for (const root of roots) {
      observer.observe(root, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: [...page.watchedAttributes],
      });
    }
    for (const ancestor of ancestorsOf(roots)) observer.observe(ancestor, { childList: true });
  }

  function isObserved(root: HTMLElement, index: number): boolean {
    return root === observed[index] && root.isConnected;
  }

  signal.addEventListener("abort", () => observer.disconnect());
  run();
  return { pass: run };
}

function ancestorsOf(roots: readonly HTMLElement[]): Set<Node> {
  const ancestors = new Set<Node>();
  for (const root of roots) {
    for (let each = root.parentNode; each !== null; each = each.parentNode) ancestors.add(each);
  }
  return ancestors;
}
