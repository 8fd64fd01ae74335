/** Hides everything of ours in calendar pages, on a press in one of them. Bringing it back is never a page's to ask. */
import type { Deps } from "./deps.ts";
import { settingsSave } from "./settings-save.ts";

export async function pageHide(deps: Deps): Promise<null> {
  await settingsSave(deps, { changes: { hidden: true } });
  return null;
}
