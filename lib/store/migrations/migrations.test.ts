import { existsSync, readdirSync } from "node:fs";
import { openDB } from "idb";
import { expect, test } from "vitest";
import { fakeDeps } from "../../../test/support/fake-deps.ts";
import { frozen, readSpecimen, specimenPath, thaw } from "../../../test/support/store-specimen.ts";
import { recordSchemas } from "../../exchange/record-schemas.ts";
import { collectionNames, collections } from "../collections.ts";
import { databaseName } from "../open.ts";
import { migrations } from "./index.ts";

const versions = migrations.map((_, at) => at + 1);

test("every migration file is in the list, in order of its number", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => /^\d{4}-/.test(file));
  expect(migrations.map((migration) => `${migration.name}.ts`)).toEqual(files.toSorted());
});

test.each(versions)("there is a frozen specimen of version %i", (version) => {
  expect(existsSync(specimenPath(version))).toBe(true);
  expect(readSpecimen(version).version).toBe(version);
});

test("a new database has the stores and indexes that the collections ask for, and no others", async () => {
  const { store } = fakeDeps();
  await store.marks.all();
  const { stores } = await frozen(await openDB(databaseName));
  const wanted = Object.fromEntries(
    collectionNames.map((name) => {
      const indexes = Object.entries(collections[name].indexes).map(([index, kind]) => [
        index,
        { keyPath: `keys.${index}`, multiEntry: kind === "many", unique: false },
      ]);
      return [name, { keyPath: "id", indexes: Object.fromEntries(indexes) as unknown, records: [] }];
    }),
  );
  expect(stores).toEqual(wanted);
});

test.each(versions)(
  "a database of version %i walks to the latest with every record whole and found",
  async (version) => {
    const { store } = fakeDeps();
    const specimen = readSpecimen(version);
    await thaw(specimen, databaseName);
    for (const name of collectionNames) {
      const stored = await store[name].raw();
      expect(stored.map(({ base }) => base.id)).toEqual(specimen.stores[name]?.records.map(({ id }) => id));
      for (const { record } of stored) {
        if (record === null || !(name in recordSchemas)) continue;
        const schema = recordSchemas[name as keyof typeof recordSchemas];
        expect(schema.safeParse(record), `${name} ${record.id}`).toMatchObject({ success: true });
      }
    }
    const [reflection] = await store.reflections.where("priority", { from: "0" });
    expect(reflection).toMatchObject({ answer: "partly", nextTime: "Wait three seconds — then ask" });
    expect(await store.events.where("identity", { is: "google:board" })).toHaveLength(1);
    store.close();
    expect((await openDB(databaseName)).version).toBe(migrations.length);
  },
);
