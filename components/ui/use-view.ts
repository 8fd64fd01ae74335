/**
 * How a component knows stored data: it asks one operation, and asks again when the background says that something
 * changed. The last answer stays on screen while a new one is awaited, and when a new one fails.
 */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asAppError } from "../../lib/base/errors.ts";
import type { AppError } from "../../lib/base/errors.ts";
import type { Input, Operation, Outputs } from "../../lib/rpc/contract.ts";
import { useSurroundings } from "./surroundings.tsx";

/** `value` is the last answer (`null` before the first), `error` the last failure (`null` once an answer came). */
export interface View<T> {
  value: T | null;
  error: AppError | null;
  answeredAtMs: number | null;
  refresh: () => Promise<void>;
  /** Shows an answer that another operation already returned. */
  show: (value: T) => void;
}

/** Asks `operation` with `input` now, when the input changes, and on every change push. */
export function useView<O extends Operation>(operation: O, input: Input<O>): View<Outputs[O]> {
  type Value = Outputs[O];
  const { call, onChanged, clock } = useSurroundings();
  const [state, setState] = useState<{ value: Value | null; error: AppError | null; atMs: number | null }>({
    value: null,
    error: null,
    atMs: null,
  });
  const asked = useRef(0);
  const key = JSON.stringify(input);

  const show = useCallback(
    (value: Value) => {
      asked.current += 1;
      setState({ value, error: null, atMs: clock.nowMs() });
    },
    [clock],
  );
  const refresh = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    try {
      // The key is the input written down; parsing it back keeps the callback stable while the input is equal.
      const value = await call(operation, JSON.parse(key) as Input<O>);
      if (mine === asked.current) setState({ value, error: null, atMs: clock.nowMs() });
    } catch (thrown) {
      const error = asAppError(thrown);
      if (mine === asked.current) setState((before) => ({ ...before, error }));
    }
  }, [call, operation, key, clock]);

  useEffect(() => {
    void refresh();
    const stop = onChanged(() => void refresh());
    return () => {
      asked.current += 1;
      stop();
    };
  }, [refresh, onChanged]);

  return { value: state.value, error: state.error, answeredAtMs: state.atMs, refresh, show };
}

/** The present minute, so that countdowns change once a minute and nothing else does. */
export function useNow(): number {
  const { clock } = useSurroundings();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => {
    const nextMinute = 60_000 - (clock.nowMs() % 60_000);
    const timer = setTimeout(() => setNowMs(clock.nowMs()), nextMinute);
    return () => clearTimeout(timer);
  }, [nowMs, clock]);
  return nowMs;
}
