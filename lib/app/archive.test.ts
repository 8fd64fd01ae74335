import * as fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { anEvent, timed } from "../../test/support/an-event.ts";
import { fakeDeps, testNowMs } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { archivedNames } from "../exchange/record-schemas.ts";
import { answers } from "../domain/reflection.ts";
import { markKinds } from "../domain/mark.ts";
import { archiveExport } from "./archive-export.ts";
import { archiveImport } from "./archive-import.ts";
import { captureSave } from "./capture-save.ts";
import { commitReading } from "./commit-reading.ts";
import { dataErase } from "./data-erase.ts";
import { markSet } from "./mark-set.ts";
import { reflectionDelete } from "./reflection-delete.ts";
import { reflectionEdit } from "./reflection-edit.ts";
import { settingsSave } from "./settings-save.ts";
import { sourceAdd } from "./source-add.ts";

const hour = 3_600_000;
let deps: FakeDeps;
beforeEach(() => {
  deps = fakeDeps();
});

/** Everything that an archive is about, as it lies in the store. */
async function everything(of: FakeDeps) {
  const pairs = await Promise.all(archivedNames.map(async (name) => [name, await of.store[name].raw()]));
  return Object.fromEntries(pairs) as Record<string, unknown>;
}

async function see(titles: string[], of = deps): Promise<string[]> {
  const events = titles.map((title, at) =>
    anEvent({ title, sourceEventId: `chip-${at}`, timing: timed(testNowMs - (at + 2) * hour) }),
  );
  const reading = {
    sourceId: "page:google-calendar:me",
    events,
    coverage: null,
    speaksFor: "source" as const,
  };
  await commitReading(of, reading, async () => null);
  const records = await of.store.events.all();
  return titles.map((title) => records.find((one) => one.facts.title === title)?.id ?? "");
}

const step = fc.oneof(
  fc.record({ do: fc.constant("answer" as const), at: fc.nat(3), answer: fc.constantFrom(...answers) }),
  fc.record({ do: fc.constant("words" as const), at: fc.nat(3), words: fc.string({ unit: "binary" }) }),
  fc.record({ do: fc.constant("delete" as const), at: fc.nat(3) }),
  fc.record({ do: fc.constant("mark" as const), at: fc.nat(3), kind: fc.constantFrom(...markKinds) }),
  fc.record({ do: fc.constant("settings" as const), perDay: fc.nat(20), hidden: fc.boolean() }),
  fc.record({ do: fc.constant("feed" as const), n: fc.nat(5) }),
  fc.record({ do: fc.constant("wait" as const), hours: fc.nat(3) }),
);

test("export, erase, import is lossless whatever was done before, tombstones included", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const device = fakeDeps();
      const keys = await see(["Board", "Investor call", "1:1 Anna", "Coaching"], device);
      for (const one of steps) {
        const key = "at" in one ? (keys[one.at] ?? "") : "";
        const id = `${key}~none`;
        const exists = (await device.store.reflections.get(id)) !== null;
        if (one.do === "answer")
          await captureSave(device, { eventKey: key, priorityId: null, answer: one.answer });
        else if (one.do === "words" && exists)
          await reflectionEdit(device, { id, changes: { nextTime: one.words } });
        else if (one.do === "delete" && exists) await reflectionDelete(device, { id });
        else if (one.do === "mark") await markSet(device, { eventKey: key, kind: one.kind, scope: "event" });
        else if (one.do === "settings")
          await settingsSave(device, { changes: { flagsPerDay: one.perDay, hidden: one.hidden } });
        else if (one.do === "feed")
          await sourceAdd(device, {
            kind: "ics-feed",
            name: "Feed",
            address: `https://x.example/${one.n}.ics`,
          });
        else if (one.do === "wait") device.now.ms += one.hours * hour;
      }
      const before = await everything(device);
      const { text } = await archiveExport(device);
      await dataErase(device);
      await archiveImport(device, { text });
      expect(await everything(device)).toEqual(before);
      expect(await archiveImport(device, { text })).toMatchObject({ added: 0, updated: 0 });
      device.store.close();
    }),
    { numRuns: 40 },
  );
  // Forty devices filled, erased and filled again: longer than five seconds where many tests share a machine.
}, 60_000);

test("what was changed after the archive was made is kept; what is newer in the archive is taken", async () => {
  const [key = ""] = await see(["Board"]);
  await captureSave(deps, { eventKey: key, priorityId: null, answer: "did" });
  const older = (await archiveExport(deps)).text;
  await reflectionEdit(deps, { id: `${key}~none`, changes: { nextTime: "newer" } });
  const newer = (await archiveExport(deps)).text;
  await archiveImport(deps, { text: older });
  expect((await deps.store.reflections.get(`${key}~none`))?.nextTime).toBe("newer");
  await dataErase(deps);
  await archiveImport(deps, { text: older });
  expect(await archiveImport(deps, { text: newer })).toMatchObject({ added: 0, updated: 1 });
  expect((await deps.store.reflections.get(`${key}~none`))?.nextTime).toBe("newer");
});

test("a deletion in the archive deletes here too, an older record in it does not bring words back", async () => {
  const [key = ""] = await see(["Board"]);
  await captureSave(deps, { eventKey: key, priorityId: null, answer: "did" });
  const before = (await archiveExport(deps)).text;
  await reflectionDelete(deps, { id: `${key}~none` });
  const after = (await archiveExport(deps)).text;
  await archiveImport(deps, { text: before });
  expect(await deps.store.reflections.all()).toEqual([]);
  await dataErase(deps);
  await archiveImport(deps, { text: before });
  await archiveImport(deps, { text: after });
  expect(await deps.store.reflections.all()).toEqual([]);
});

test("a meeting read again between erase and import is one event, and the reflection finds it", async () => {
  const [key = ""] = await see(["Board"]);
  await captureSave(deps, { eventKey: key, priorityId: null, answer: "did" });
  const { text } = await archiveExport(deps);
  await dataErase(deps);
  await see(["Board"]);
  await archiveImport(deps, { text });
  expect((await deps.store.events.all()).map((record) => record.id)).toEqual([key]);
});

const whole = async () =>
  JSON.parse((await archiveExport(deps)).text) as { records: Record<string, object[]> };

test.each([
  ["binary", "\u0000\u0001PK", "JSON"],
  ["a list", "[]", "JSON"],
  ["another format", '{"format":"x","version":1,"records":{}}', "format"],
  ["no version", '{"format":"throughline-archive","records":{}}', "version"],
  [
    "records of the wrong kind",
    '{"format":"throughline-archive","version":1,"records":{"marks":5}}',
    "marks",
  ],
  ["a very deep text", "[".repeat(200_000), "JSON"],
])("%s is refused with the place of the fault", async (_what, text, place) => {
  await expect(archiveImport(deps, { text })).rejects.toMatchObject({
    code: "archive-invalid",
    params: { place },
  });
});

test("an archive of a newer version is refused as such", async () => {
  const text = '{"format":"throughline-archive","version":2,"records":{"new things":[]}}';
  await expect(archiveImport(deps, { text })).rejects.toMatchObject({ code: "archive-newer" });
});

test("one wrong record among many stores nothing at all", async () => {
  const [key = ""] = await see(["Board", "Investor call"]);
  await captureSave(deps, { eventKey: key, priorityId: null, answer: "did" });
  const archive = await whole();
  await dataErase(deps);
  const wrong = [
    { answer: "<script>" },
    { rev: -1 },
    { rev: 1e300 },
    { nextTime: "x".repeat(5000) },
    { event: null },
    { answeredAtMs: "now" },
  ];
  for (const change of wrong) {
    const reflections = [
      ...(archive.records["reflections"] ?? []),
      { ...archive.records["reflections"]?.[0], id: "b", ...change },
    ];
    const text = JSON.stringify({ ...archive, records: { ...archive.records, reflections } });
    await expect(archiveImport(deps, { text })).rejects.toMatchObject({
      code: "archive-invalid",
      params: { place: expect.stringMatching(/^reflections 2 /) as unknown },
    });
    expect(await deps.store.events.all()).toEqual([]);
  }
});

test("the same id twice in one collection is refused", async () => {
  const [key = ""] = await see(["Board"]);
  await captureSave(deps, { eventKey: key, priorityId: null, answer: "did" });
  const archive = await whole();
  archive.records["reflections"]?.push({ ...archive.records["reflections"][0] });
  await expect(archiveImport(deps, { text: JSON.stringify(archive) })).rejects.toMatchObject({
    code: "archive-invalid",
  });
});

test("fields nobody knows are left out, dangerous names too", async () => {
  await see(["Board"]);
  const { text } = await archiveExport(deps);
  const sly = text.replace('"rev":', '"__proto__": {"polluted": 1}, "constructor": 5, "rev":');
  await dataErase(deps);
  await archiveImport(deps, { text: sly });
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(JSON.stringify(await deps.store.events.all())).not.toContain("polluted");
});
