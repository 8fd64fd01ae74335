import { describe, expect, test } from "vitest";
import type { QueueItemView } from "../../lib/rpc/views.ts";
import { reorder, step } from "./order.ts";

const item = (id: string, section: QueueItemView["section"]) => ({ id, section }) as QueueItemView;
const items = [
  item("promise", "commitments"),
  item("one", "proposed"),
  item("two", "proposed"),
  item("three", "folded"),
];

describe("moving queue items", () => {
  test("an item takes the place of the one it is dropped on, downwards and upwards", () => {
    expect(reorder(items, "one", "three")).toEqual(["promise", "two", "three", "one"]);
    expect(reorder(items, "three", "one")).toEqual(["promise", "three", "one", "two"]);
  });

  test("a topic never comes before the commitments, nor a commitment among topics", () => {
    expect(reorder(items, "one", "promise")).toBeNull();
    expect(reorder(items, "promise", "two")).toBeNull();
    expect(step(items, "one", -1)).toBeNull();
  });

  test("one step moves past exactly one neighbour, and not past the ends", () => {
    expect(step(items, "two", -1)).toEqual(["promise", "two", "one", "three"]);
    expect(step(items, "two", 1)).toEqual(["promise", "one", "three", "two"]);
    expect(step(items, "three", 1)).toBeNull();
    expect(step(items, "gone", 1)).toBeNull();
  });

  test("an item dropped on itself changes nothing", () => {
    expect(reorder(items, "one", "one")).toBeNull();
  });
});
