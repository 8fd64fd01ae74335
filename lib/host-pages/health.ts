/**
 * Notices when a calendar page cannot be read: says so once, carries on, and takes it back by itself. A page gets two
 * seconds from the moment it is a calendar; that is a promise to the person, not a way to wait for the page.
 */
import type { Call } from "../rpc/call.ts";
import type { HostPage } from "./host-page.ts";
import type { After } from "./timers.ts";

export const graceMs = 2_000;

export interface HealthDeps {
  page: HostPage;
  call: Call;
  after: After;
  onChange(this: void): void;
}

export interface HealthWatch {
  /** Looks at the page as it is now; called after every pass. */
  look(): void;
  /** True while the notice should stand. */
  isNoticeDue(): boolean;
  /** The person has read it: not again on this page. */
  dismiss(): void;
}

export function watchHealth({ page, call, after, onChange }: HealthDeps): HealthWatch {
  let told: boolean | null = null;
  let noticed = false;
  let dismissed = false;
  let stopGrace: (() => void) | null = null;

  function tell(readable: boolean): void {
    if (told === readable) return;
    told = readable;
    const { misses } = page.health();
    call("page.health", { site: page.site, readable, misses }).catch(() => {
      told = null; // the background was not there: say it again at the next look
    });
  }

  function endGrace(): void {
    stopGrace = null;
    if (page.health().readable !== false) return;
    noticed = true;
    tell(false);
    onChange();
  }

  return {
    look() {
      const { readable } = page.health();
      if (readable === false) {
        if (!noticed) stopGrace ??= after(graceMs, endGrace);
        return;
      }
      stopGrace?.();
      stopGrace = null;
      if (readable === true) tell(true);
      if (!noticed) return;
      noticed = false;
      onChange();
    },
    isNoticeDue: () => noticed && !dismissed,
    dismiss() {
      dismissed = true;
      onChange();
    },
  };
}
