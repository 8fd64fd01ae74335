/** The one source of "now". Use cases take it from Deps; domain functions take the number. */
export interface Clock {
  nowMs(): number;
  /** IANA name of the device's zone. */
  zone(): string;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
