/**
 * The one list of use cases: what each operation of the contract runs. One verb per file; a handler only adapts.
 */
import type { Handlers } from "../rpc/serve.ts";
import { archiveExport } from "./archive-export.ts";
import { archiveImport } from "./archive-import.ts";
import { captureDrain } from "./capture-drain.ts";
import { captureSave } from "./capture-save.ts";
import { captureUndo } from "./capture-undo.ts";
import type { Deps } from "./deps.ts";
import { eventList } from "./event-list.ts";
import { dataErase } from "./data-erase.ts";
import { markDelete } from "./mark-delete.ts";
import { markSet } from "./mark-set.ts";
import { pageHealth } from "./page-health.ts";
import { pageHide } from "./page-hide.ts";
import { pageParts } from "./page-parts.ts";
import { openPanel } from "./page-open-panel.ts";
import { pageReport } from "./page-report.ts";
import { pageState } from "./page-state.ts";
import { reflectionDelete } from "./reflection-delete.ts";
import { reflectionEdit } from "./reflection-edit.ts";
import { reportGet } from "./report-get.ts";
import { settingsGet } from "./settings-get.ts";
import { pause, settingsSave } from "./settings-save.ts";
import { sitesChanged } from "./sites-changed.ts";
import { sourceAdd } from "./source-add.ts";
import { sourceCommit } from "./source-commit.ts";
import { sourceFail } from "./source-fail.ts";
import { sourceReadNow } from "./source-read-now.ts";
import { sourceUnchanged } from "./source-unchanged.ts";
import { sourceRemove } from "./source-remove.ts";
import { cardGet } from "./card-get.ts";
import { commitmentDelete } from "./commitment-delete.ts";
import { commitmentSave } from "./commitment-save.ts";
import { journalGet } from "./journal-get.ts";
import { panelGet } from "./panel-get.ts";
import { planAdapt } from "./plan-adapt.ts";
import { planGet } from "./plan-get.ts";
import { planRehearse } from "./plan-rehearse.ts";
import { planTouches } from "./plan-touches.ts";
import { popupGet } from "./popup-get.ts";
import { priorityDelete } from "./priority-delete.ts";
import { priorityOrder } from "./priority-order.ts";
import { prioritySave } from "./priority-save.ts";
import { queueEdit } from "./queue-edit.ts";
import { queueGet } from "./queue-get.ts";
import { snooze } from "./reminders-snooze.ts";
import { storeRestart } from "./store-restart.ts";
import { storeSalvage } from "./store-salvage.ts";
import { todayGet } from "./today-get.ts";
import { undo } from "./undo.ts";

export const handlers: Handlers<Deps> = {
  "page.state": (deps, input) => pageState(deps, input, input.shown ?? null),
  "page.report": pageReport,
  "page.hide": pageHide,
  "page.parts": pageParts,
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
  "settings.get": settingsGet,
  "settings.save": settingsSave,
  pause,
  "source.add": sourceAdd,
  "source.remove": sourceRemove,
  "source.commit": sourceCommit,
  "source.fail": sourceFail,
  "source.unchanged": sourceUnchanged,
  "source.readNow": sourceReadNow,
  "sites.changed": sitesChanged,
  "page.card": cardGet,
  "event.get": panelGet,
  "popup.get": popupGet,
  "today.get": todayGet,
  "journal.get": journalGet,
  "queue.get": queueGet,
  "queue.edit": queueEdit,
  "plan.get": planGet,
  "plan.touches": planTouches,
  "plan.rehearse": planRehearse,
  "plan.adapt": planAdapt,
  "priority.save": prioritySave,
  "priority.delete": priorityDelete,
  "priority.order": priorityOrder,
  "commitment.save": commitmentSave,
  "commitment.delete": commitmentDelete,
  snooze,
  "archive.export": archiveExport,
  "archive.import": archiveImport,
  "report.get": reportGet,
  "store.salvage": storeSalvage,
  "store.restart": storeRestart,
  "data.erase": dataErase,
};
