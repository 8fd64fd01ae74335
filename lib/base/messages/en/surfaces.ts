/** English, part "surfaces": everything our own pages say. Wording rules: docs/wording.md. One file per surface. */
import { common } from "./surfaces/common.ts";
import { editing } from "./surfaces/editing.ts";
import { settingsPage } from "./surfaces/settings.ts";
import { small } from "./surfaces/small.ts";
import { pages } from "./surfaces/pages.ts";

export const surfaces = { ...common, ...editing, ...small, ...pages, ...settingsPage } as const;
