/** Waits that end with the script: `after(ms, then)` answers with how to call it off. */
export type After = (ms: number, then: () => void) => () => void;

export function timersUntil(signal: AbortSignal): After {
  return (ms, then) => {
    const timer = setTimeout(() => {
      if (!signal.aborted) then();
    }, ms);
    return () => clearTimeout(timer);
  };
}

/**
 * Runs once the browser has nothing better to do, however often it was asked for in between, and at most once in
 * `everyMs`.
 */
export function whenIdle(run: () => void, everyMs: number, signal: AbortSignal): () => void {
  let due = false;
  let ranAt = Number.NEGATIVE_INFINITY;
  const atRest = () =>
    requestIdleCallback(
      () => {
        due = false;
        ranAt = performance.now();
        if (!signal.aborted) run();
      },
      { timeout: everyMs * 2 },
    );
  return () => {
    if (due) return;
    due = true;
    setTimeout(atRest, Math.max(0, ranAt + everyMs - performance.now()));
  };
}
