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

/** No slice of work holds the page up for longer, and none is shorter however busy the browser is. */
const longestSliceMs = 8;
const shortestSliceMs = 3;
/** After being overtaken so often, work goes on to its end: a page that changes in every frame must be read as well. */
const mostRestarts = 4;

export interface Slices {
  /** Wants the work done from its start, with the page as it is now; work under way is worthless. */
  ask(): void;
}

/**
 * Does work in slices, each when the browser has nothing better to do, once however often it was asked for in between,
 * and begun at most once in `everyMs`.
 */
export function inIdleSlices(
  begin: () => Iterator<undefined, void>,
  everyMs: number,
  signal: AbortSignal,
): Slices {
  let isDue = false;
  let begunAt = Number.NEGATIVE_INFINITY;
  let work: Iterator<undefined, void> | null = null;
  let restarts = 0;
  let isOvertaken = false;

  const whenIdle = (timeout: number) => requestIdleCallback(slice, { timeout });

  function slice(deadline: IdleDeadline): void {
    if (signal.aborted) return;
    const now = performance.now();
    if (work === null) {
      work = begin();
      begunAt = now;
    }
    const until = now + Math.min(Math.max(deadline.timeRemaining(), shortestSliceMs), longestSliceMs);
    while (performance.now() < until) {
      if (work.next().done !== true) continue;
      work = null;
      isDue = false;
      restarts = 0;
      if (isOvertaken) ask();
      return;
    }
    whenIdle(everyMs / 4);
  }

  function ask(): void {
    if (work !== null) {
      isOvertaken = restarts >= mostRestarts;
      if (isOvertaken) return;
      restarts++;
      work = null;
    }
    if (isDue) return;
    isDue = true;
    isOvertaken = false;
    setTimeout(() => whenIdle(everyMs * 2), Math.max(0, begunAt + everyMs - performance.now()));
  }

  return { ask };
}
