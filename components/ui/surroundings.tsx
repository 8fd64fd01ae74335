/**
 * What a surface is given by its entrypoint: the way to the background, the clock, the language, and the few things
 * only a browser can do. Components never touch a browser API themselves; the gallery passes fakes.
 */
import { createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import type { Clock } from "../../lib/base/clock.ts";
import type { Call } from "../../lib/rpc/call.ts";
import { formatFor, sayIn } from "../format.ts";
import type { Format, Say } from "../format.ts";

export type PanelPurpose = "card" | "words" | "adapt" | "queue";
export type Site = "google-calendar";

/** What is written over a longer time before it is stored. */
export const draftNames = ["priority"] as const;
export type DraftName = (typeof draftNames)[number];

/** What a calendar file gave, in words. `eventCount` events were stored; the sentences say what could not be read. */
export interface ImportOutcome {
  eventCount: number;
  problems: string[];
}

/** How far the reading of a file is, 0 to 1, and how many entries that may matter were found so far. */
export interface ImportProgress {
  share: number;
  entryCount: number;
}

/** Things only an entrypoint can do. Each resolves when done and throws AppError when it could not. */
export interface Platform {
  /** Must be called from a click: browsers open side panels only then. */
  openPanel(eventKey: string | null, purpose: PanelPurpose): Promise<void>;
  /** One of our own pages, `app.html#/queue`, in the tab it is already open in, else in a new one. */
  openPage(path: string): Promise<void>;
  /** A calendar site in a tab. */
  openSite(site: Site): Promise<void>;
  /** Asks the browser for one calendar site, from the click itself. False when the person said no. */
  requestSite(site: Site): Promise<boolean>;
  removeSite(site: Site): Promise<void>;
  /** Asks for the host of one feed address, then adds the feed and has it read. False when refused. */
  addFeed(address: string): Promise<boolean>;
  /** Reads one calendar file in a killable worker and stores it whole, or not at all. */
  importIcs(
    file: File,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ): Promise<ImportOutcome>;
  /** Offers a text as a file to keep. */
  download(fileName: string, text: string): void;
  copy(text: string): Promise<void>;
  /** Words that are being written and not stored yet; they outlive the page. `null` forgets them. */
  keepDraft(name: DraftName, text: string | null): void;
  keptDraft(name: DraftName): string | null;
  print(): void;
  /** Closes popup or side panel. */
  close(): void;
}

export interface Surroundings {
  call: Call;
  /** Calls the listener whenever stored data changed; returns how to stop. */
  onChanged: (listener: () => void) => () => void;
  clock: Clock;
  locale: string;
  platform: Platform;
}

const context = createContext<Surroundings | null>(null);
export const SurroundingsProvider = context.Provider;

/** The surroundings of this surface. Throws outside of one: that is a mistake in an entrypoint. */
export function useSurroundings(): Surroundings {
  const value = useContext(context);
  if (value === null) throw new Error("a surface needs a SurroundingsProvider around it");
  return value;
}

/** `t` and the formats of this surface's language. */
export function useWords(): { t: Say; format: Format } {
  const { locale, clock } = useSurroundings();
  const zone = clock.zone();
  return useMemo(() => ({ t: sayIn(locale), format: formatFor(locale, zone) }), [locale, zone]);
}
