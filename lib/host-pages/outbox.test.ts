import { describe, expect, it } from "vitest";
import { outboxIn } from "./outbox.ts";

function fakeArea() {
  const items: Record<string, unknown> = {};
  return {
    items,
    set: (more: Record<string, unknown>) => Promise.resolve(void Object.assign(items, more)),
    remove: (key: string | string[]) => {
      for (const each of [key].flat()) delete items[each];
      return Promise.resolve();
    },
  };
}

const capture = { eventKey: "e1", priorityId: "p1", answer: "did" } as const;

describe("outbox", () => {
  it("keeps ids, answer and time under a key of its own, and nothing else", async () => {
    const area = fakeArea();
    const entry = await outboxIn(area, () => 1_000).put(capture);
    expect(area.items).toEqual({ [`outbox/${entry.id}`]: { id: entry.id, ...capture, atMs: 1_000 } });
  });

  it("keeps two captures of the same moment apart", async () => {
    const area = fakeArea();
    const outbox = outboxIn(area, () => 1_000);
    await Promise.all([outbox.put(capture), outbox.put({ ...capture, eventKey: "e2" })]);
    expect(Object.keys(area.items)).toHaveLength(2);
  });

  it("takes an entry back", async () => {
    const area = fakeArea();
    const outbox = outboxIn(area, () => 1_000);
    const { id } = await outbox.put(capture);
    await outbox.remove(id);
    expect(area.items).toEqual({});
  });

  it("does not pass for kept when the storage refuses", async () => {
    const area = { ...fakeArea(), set: () => Promise.reject(new Error("QUOTA_BYTES")) };
    await expect(outboxIn(area, () => 1_000).put(capture)).rejects.toThrow("QUOTA_BYTES");
  });
});
