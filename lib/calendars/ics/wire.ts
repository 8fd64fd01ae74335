/** What a page and its reading worker say to each other. Owns the messages; must never hold logic. */
import type { ErrorCode } from "../../base/errors.ts";
import type { IcsOptions, IcsProgress, IcsReading } from "./types.ts";

/** Options that survive the way to a worker. */
export type WireOptions = Omit<IcsOptions, "onProgress" | "signal">;

export interface ReadOrder {
  input: Blob | Uint8Array | string;
  options: WireOptions;
}

export type WorkerMessage =
  /** A sign of life: the worker has started, or its loop turns while it waits for bytes. */
  | { kind: "alive" }
  | { kind: "progress"; progress: IcsProgress }
  | { kind: "read"; reading: IcsReading }
  | { kind: "failed"; code: ErrorCode; params: Record<string, string | number> };
