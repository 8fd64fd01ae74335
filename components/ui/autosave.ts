/**
 * Saving as one types: 300 ms after the last key, at once on leaving a field, hiding or closing the surface. Changes
 * are merged, saved one after the other, and kept for the next try when a save fails: a draft is never lost.
 */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

export const autosaveMs = 300;

export type SaveState = "idle" | "waiting" | "saved" | "kept";

export interface Autosave<T extends object> {
  state: SaveState;
  /** Notes a change; saved soon. */
  note: (changes: Partial<T>) => void;
  /** Saves what is noted now. */
  flush: () => void;
}

/** Merges changes and writes them in order; pure of any framework so that it can be tested on its own. */
export class Draft<T extends object> {
  private pending: Partial<T> = {};
  private running: Promise<void> | null = null;
  private readonly save: (changes: Partial<T>) => Promise<unknown>;
  private readonly onState: (state: SaveState) => void;

  constructor(save: (changes: Partial<T>) => Promise<unknown>, onState: (state: SaveState) => void) {
    this.save = save;
    this.onState = onState;
  }

  note(changes: Partial<T>): void {
    Object.assign(this.pending, changes);
    this.onState("waiting");
  }

  /** Resolves when nothing is left to save, or when a save failed and its changes are kept. */
  flush(): Promise<void> {
    this.running ??= this.drain().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /**
   * Sends what is left at once, in the turn of the call: the surface may be gone before an earlier save is answered.
   * Messages of one surface arrive in the order they were sent.
   */
  leave(): void {
    if (this.hasChanges()) void this.saveOnce();
  }

  private hasChanges(): boolean {
    return Object.keys(this.pending).length > 0;
  }

  private async drain(): Promise<void> {
    while (this.hasChanges()) {
      // One save after the other: a later keystroke must never be overtaken by an earlier one.
      // oxlint-disable-next-line no-await-in-loop
      if (!(await this.saveOnce())) return;
    }
    this.onState("saved");
  }

  private async saveOnce(): Promise<boolean> {
    const changes = this.pending;
    this.pending = {};
    try {
      await this.save(changes);
      return true;
    } catch {
      // Kept below what was typed meanwhile, for the next try; the surface says so.
      this.pending = { ...changes, ...this.pending };
      this.onState("kept");
      return false;
    }
  }
}

/** Autosave for one record; `key` names it, and a new key saves the old draft first. */
export function useAutosave<T extends object>(
  key: string,
  save: (changes: Partial<T>) => Promise<unknown>,
): Autosave<T> {
  const [state, setState] = useState<SaveState>("idle");
  const draft = useRef<Draft<T> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latestSave = useRef(save);
  latestSave.current = save;

  useEffect(() => {
    const saveOfThisKey = latestSave.current;
    const mine = new Draft<T>(saveOfThisKey, setState);
    draft.current = mine;
    const leave = () => mine.leave();
    document.addEventListener("visibilitychange", leave);
    addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      removeEventListener("pagehide", leave);
      clearTimeout(timer.current);
      leave();
    };
  }, [key]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    void draft.current?.flush();
  }, []);
  const note = useCallback(
    (changes: Partial<T>) => {
      draft.current?.note(changes);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, autosaveMs);
    },
    [flush],
  );
  return { state, note, flush };
}
