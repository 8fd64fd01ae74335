import { describe, expect, test } from "vitest";
import { panelAddress } from "./panel-address.ts";

describe("the address of the side panel", () => {
  test("names what for and which event, also when the key holds slashes", () => {
    const hash = `#/words/${encodeURIComponent("google:abc/def 1")}`;
    expect(panelAddress(hash)).toEqual({ purpose: "words", eventKey: "google:abc/def 1" });
  });

  test("without anything, or with something unknown, is the card of the current or next event", () => {
    expect(panelAddress("")).toEqual({ purpose: "card", eventKey: null });
    expect(panelAddress("#/elsewhere")).toEqual({ purpose: "card", eventKey: null });
    expect(panelAddress("#/words/%E0%A4%A")).toEqual({ purpose: "words", eventKey: null });
  });
});
