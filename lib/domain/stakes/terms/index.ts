/** Every language the recognition knows. A test proves that each file of this folder is in the list. */
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import type { TermFile } from "./term-file.ts";
import { zh } from "./zh.ts";

export const termFiles: readonly TermFile[] = [en, de, fr, es, pt, it, nl, ja, zh, ar];
