import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const colours = (css: string) => css.match(/--(?:mark-halo|stakes|coach): [^;]+/g)?.toSorted();

describe("badge.css", () => {
  it("has the colours of the tokens, usual and in high contrast", () => {
    const tokens = new Set(colours(read("../ui/tokens.css")));
    const badge = new Set(colours(read("./badge.css")));
    expect([...badge]).toEqual([...tokens]);
  });
});
