import { describe, expect, test } from "vitest";
import { Draft } from "./autosave.ts";
import type { SaveState } from "./autosave.ts";

interface Note {
  text: string;
  effort: number;
}

function recording(save: (changes: Partial<Note>) => Promise<void>) {
  const states: SaveState[] = [];
  return { states, draft: new Draft<Note>(save, (state) => states.push(state)) };
}

describe("a draft being saved as it is typed", () => {
  test("is saved once with the last of each value", async () => {
    const saved: Partial<Note>[] = [];
    const { draft, states } = recording(async (changes) => void saved.push(changes));
    draft.note({ text: "let" });
    draft.note({ text: "let the silence" });
    draft.note({ effort: 8 });
    await draft.flush();
    expect(saved).toEqual([{ text: "let the silence", effort: 8 }]);
    expect(states.at(-1)).toBe("saved");
  });

  test("never lets an earlier save overtake a later one", async () => {
    const saved: Partial<Note>[] = [];
    const first = Promise.withResolvers<void>();
    const { draft } = recording(async (changes) => {
      if (saved.length === 0) {
        saved.push(changes);
        await first.promise;
      } else saved.push(changes);
    });
    draft.note({ text: "a" });
    const flushed = draft.flush();
    draft.note({ text: "ab" });
    void draft.flush();
    expect(saved).toEqual([{ text: "a" }]);
    first.resolve();
    await flushed;
    expect(saved).toEqual([{ text: "a" }, { text: "ab" }]);
  });

  test("goes out at once when the surface is left, even while an earlier save is on its way", () => {
    const sent: Partial<Note>[] = [];
    const { draft } = recording((changes) => {
      sent.push(changes);
      return new Promise(() => {});
    });
    draft.note({ text: "wait for the " });
    void draft.flush();
    draft.note({ text: "wait for the second option" });
    draft.leave();
    expect(sent).toEqual([{ text: "wait for the " }, { text: "wait for the second option" }]);
  });

  test("is kept when a save fails, and saved with what was typed since", async () => {
    const saved: Partial<Note>[] = [];
    let broken = true;
    const { draft, states } = recording(async (changes) => {
      if (broken) throw new Error("the background is gone");
      saved.push(changes);
    });
    draft.note({ text: "kept", effort: 3 });
    await draft.flush();
    expect(states.at(-1)).toBe("kept");
    broken = false;
    draft.note({ effort: 4 });
    await draft.flush();
    expect(saved).toEqual([{ text: "kept", effort: 4 }]);
  });
});
