/**
 * The one list of use cases: what each operation of the contract runs. One verb per file; a handler only adapts.
 */
import type { Handlers } from "../rpc/serve.ts";
import { captureDrain } from "./capture-drain.ts";
import { captureSave } from "./capture-save.ts";
import { captureUndo } from "./capture-undo.ts";
import type { Deps } from "./deps.ts";
import { eventList } from "./event-list.ts";
import { markDelete } from "./mark-delete.ts";
import { markSet } from "./mark-set.ts";
import { pageHealth } from "./page-health.ts";
import { openPanel } from "./page-open-panel.ts";
import { pageReport } from "./page-report.ts";
import { pageState } from "./page-state.ts";
import { reflectionDelete } from "./reflection-delete.ts";
import { reflectionEdit } from "./reflection-edit.ts";
import { undo } from "./undo.ts";

export const handlers: Partial<Handlers<Deps>> = {
  "page.state": (deps, input) => pageState(deps, input),
  "page.report": pageReport,
  "page.health": pageHealth,
  "page.openPanel": openPanel,
  "capture.drain": captureDrain,
  "capture.undo": captureUndo,
  "capture.save": captureSave,
  "mark.set": markSet,
  "mark.delete": markDelete,
  undo,
  "event.list": eventList,
  "reflection.edit": reflectionEdit,
  "reflection.delete": reflectionDelete,
};
