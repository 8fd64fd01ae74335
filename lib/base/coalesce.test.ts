import { expect, test } from "vitest";
import { coalesced } from "./coalesce.ts";

test("calls during a run are answered by one more run", async () => {
  const releases: (() => void)[] = [];
  const look = coalesced(() => new Promise<void>((resolve) => releases.push(resolve)));
  const first = look();
  const others = [look(), look(), look()];
  expect(releases).toHaveLength(1);
  releases[0]?.();
  await first;
  await expect.poll(() => releases.length).toBe(2);
  releases[1]?.();
  await Promise.all(others);
  expect(releases).toHaveLength(2);
});

test("a run that fails does not stop the next", async () => {
  let runs = 0;
  const look = coalesced(async () => {
    runs++;
    if (runs === 1) throw new Error("first");
  });
  const [first, second] = [look(), look()];
  await expect(first).rejects.toThrow("first");
  await second;
  expect(runs).toBe(2);
});
