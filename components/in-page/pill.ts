/** What the capture pill shows: one event, and how far its answer has come. */
import type { Answer } from "../../lib/domain/reflection.ts";
import type { CaptureView } from "../../lib/rpc/views.ts";

/** The event a pill is about. */
export interface PillSubject {
  pageEventId: string;
  title: string;
  capture: CaptureView;
}

export type PillStep =
  | { step: "offered" }
  /** Pressed, and not yet kept. */
  | { step: "storing"; answer: Answer }
  /** Survives the death of every process. `kept`: the background could not be reached to file it. */
  | { step: "stored"; answer: Answer; atMs: number; kept: boolean }
  | { step: "refused"; why: "storage" | "updated" | "undo"; answer: Answer | null };

export type Pill = PillSubject & PillStep;
