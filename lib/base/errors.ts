/**
 * One error type with a closed list of codes. Absence is `null`, failure throws; "could not read" never becomes
 * "nothing there". One table (messages, `error.<code>`) turns a code into a sentence.
 */
export const errorCodes = [
  "bad-input",
  "forbidden-sender",
  "unknown-operation",
  "not-found",
  "storage-full",
  "storage-unavailable",
  "storage-newer",
  "file-too-large",
  "file-unreadable",
  "file-truncated",
  "not-a-calendar",
  "too-complex",
  "cancelled",
  "timeout",
  "offline",
  "http-status",
  "permission-missing",
  "archive-newer",
  "archive-invalid",
  "too-late",
  "too-many",
  "updated",
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export class AppError extends Error {
  readonly code: ErrorCode;
  /** Blanks of the sentence: counts, line numbers, file names; never titles of events or the person's words. */
  readonly params: Record<string, string | number>;
  /** When it makes sense to try again, ms since the epoch; `null` when trying again does not help. */
  readonly retryAtMs: number | null;

  constructor(
    code: ErrorCode,
    options: { params?: Record<string, string | number>; retryAtMs?: number; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.params = options.params ?? {};
    this.retryAtMs = options.retryAtMs ?? null;
  }
}

/** Anything thrown, as an AppError. */
export function asAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError("internal", { cause: thrown });
}
