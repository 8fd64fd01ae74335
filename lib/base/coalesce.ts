/** Runs one at a time: calls that come while it runs are answered by one more run after it. */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return run();
    next ??= running
      .catch(() => undefined) // told to whoever started it
      .then(() => {
        next = null;
        return run();
      });
    return next;
  };
}
