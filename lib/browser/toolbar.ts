/** The badge on the toolbar button: how many captures wait, else a lozenge while a flagged event is near. */
import { browser } from "wxt/browser";
import type { Wake } from "../app/wake.ts";

export async function showBadge({ captures, flaggedAtMs }: Wake["badge"]): Promise<void> {
  const text = captures > 0 ? String(captures) : flaggedAtMs === null ? "" : "◆";
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: captures > 0 ? "#2b2b28" : "#8a5a00" });
}
