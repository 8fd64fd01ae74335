import { describe, expect, test } from "vitest";
import { sayIn } from "../format.ts";
import { laterLimitMb, lookAtFile } from "./look-at-file.ts";

const t = sayIn("en-GB");
const file = (content: BlobPart, name: string) => new File([content], name);

describe("a file this version cannot use", () => {
  test("is answered with its name and that nothing was stored", async () => {
    const sentence = await lookAtFile("packet", file("x", "sofia.throughline"), t);
    expect(sentence).toContain("sofia.throughline");
    expect(sentence).toContain("Nothing was stored");
  });

  test("says so when it is empty", async () => {
    expect(await lookAtFile("pulse", file("", "answers.csv"), t)).toBe("answers.csv is empty.");
  });

  test("is refused by its size before it is read", async () => {
    const huge = {
      name: "huge.csv",
      size: laterLimitMb * 1024 * 1024 + 1,
      slice: (): Blob => {
        throw new Error("read although too large");
      },
    };
    expect(await lookAtFile("insights", huge, t)).toBe(`huge.csv is larger than ${laterLimitMb} MB.`);
  });

  test("is named as not being text where a table is expected", async () => {
    const binary = file(new Uint8Array([80, 75, 0, 4]), "scores.csv");
    expect(await lookAtFile("insights", binary, t)).toBe("scores.csv is not a text file.");
  });

  test("that went away meanwhile is a sentence, not an exception", async () => {
    const gone = {
      name: "gone.csv",
      size: 10,
      slice: (): Blob => {
        throw new DOMException("gone", "NotFoundError");
      },
    };
    expect(await lookAtFile("insights", gone, t)).toContain("gone.csv");
  });
});
