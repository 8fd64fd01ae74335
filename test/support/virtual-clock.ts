/**
 * The browser's own virtual time, set from an extension page: pages of the extension and its background share one
 * process and so one clock, which stands still until it is moved. Alarms are fired through their real listener.
 */
import type { Page } from "playwright-core";
import type { Launched } from "./launch.ts";

export interface VirtualClock {
  /** Lets so many ms of virtual time pass, timers included; resolves when they have. */
  pass(ms: number): Promise<void>;
  /** Fires the alarm of this name in the background, as the browser would. */
  fire(alarm: string): Promise<void>;
}

/** Stops the clock of the extension at `nowMs`. A browser can be told so once; from there time only passes. */
export async function virtualClock(launched: Launched, page: Page, nowMs: number): Promise<VirtualClock> {
  const session = await launched.context.newCDPSession(page);
  await session.send("Emulation.setVirtualTimePolicy", { policy: "pause", initialVirtualTime: nowMs / 1000 });
  return {
    async pass(ms) {
      const passed = new Promise<void>((done) => {
        session.once("Emulation.virtualTimeBudgetExpired", () => done());
      });
      await session.send("Emulation.setVirtualTimePolicy", { policy: "advance", budget: ms });
      await passed;
    },
    async fire(alarm) {
      const worker = await launched.serviceWorker();
      await worker.evaluate((name) => {
        const { chrome } = globalThis as unknown as {
          chrome: { alarms: { onAlarm: { dispatch(alarm: { name: string; scheduledTime: number }): void } } };
        };
        chrome.alarms.onAlarm.dispatch({ name, scheduledTime: Date.now() });
      }, alarm);
    },
  };
}
