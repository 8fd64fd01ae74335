import { describe, expect, test } from "vitest";
import { feedAddress } from "./feed-address.ts";

describe("a calendar address", () => {
  test("given as webcal is read over https", () => {
    expect(feedAddress(" webcal://calendar.example/dana.ics ")).toBe("https://calendar.example/dana.ics");
    expect(feedAddress("https://calendar.example/a?key=1")).toBe("https://calendar.example/a?key=1");
  });

  test("is refused when it is not https, carries a password, or is no address", () => {
    expect(feedAddress("http://calendar.example/dana.ics")).toBeNull();
    expect(feedAddress("https://dana:secret@calendar.example/dana.ics")).toBeNull();
    expect(feedAddress("file:///etc/passwd")).toBeNull();
    expect(feedAddress("dana.ics")).toBeNull();
    expect(feedAddress("")).toBeNull();
  });
});
