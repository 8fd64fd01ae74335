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

/** Runs once the browser has nothing better to do, however often it was asked for in between. */
export function whenIdle(run: () => void, signal: AbortSignal): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    requestIdleCallback(
      () => {
        due = false;
        if (!signal.aborted) run();
      },
      { timeout: 500 },
    );
  };
}
