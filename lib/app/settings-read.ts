/**
 * The person's choices as they stand: what is stored, parsed field by field, defaults for the rest. A field that
 * cannot be read (an older or foreign record) falls back alone; the others stand.
 */
import * as z from "zod/mini";
import type { KnownPerson } from "../domain/assessment.ts";
import { defaultSettings } from "../domain/settings.ts";
import type { Settings } from "../domain/settings.ts";
import { settingsId } from "../store/collections/settings.ts";
import type { Tables, Writer } from "../store/store.ts";

const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const whole = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));
const short = z.string().check(z.maxLength(320));

const person: z.ZodMiniType<KnownPerson> = z.object({
  id: short,
  name: short,
  email: z.nullable(short),
  relation: z.enum(["coach", "sponsor", "board", "peer", "report", "boss", "other"]),
});

export const settingsFields: { [K in keyof Settings]: z.ZodMiniType<Settings[K]> } = {
  role: z.nullable(z.enum(["executive", "coach"])),
  theme: z.enum(["system", "light", "dark"]),
  flagsPerDay: whole(0, 20),
  flagsPerWeek: whole(0, 100),
  leadMinutes: z.array(whole(1, 7 * 24 * 60)).check(z.maxLength(5)),
  remindersPerDay: whole(0, 50),
  quietHours: z.nullable(z.object({ from: clockTime, to: clockTime })),
  lookAheadAt: z.nullable(clockTime),
  sweepAt: z.nullable(clockTime),
  pausedUntilMs: z.nullable(z.number()),
  hidden: z.boolean(),
  people: z.array(person).check(z.maxLength(500)),
  ownDomains: z.array(short).check(z.maxLength(50)),
  retentionDays: whole(1, 3650),
  includedCalendars: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(100)),
};

export function isSettingsField(name: string): name is keyof Settings {
  return Object.hasOwn(settingsFields, name);
}

/** Settings from stored values, whatever they are. */
export function parseSettings(values: Record<string, unknown>): Settings {
  const read = Object.entries(settingsFields).map(([name, schema]) => {
    const parsed = schema.safeParse(values[name]);
    return [name, parsed.success ? parsed.data : defaultSettings[name as keyof Settings]];
  });
  return Object.fromEntries(read) as Settings; // one value per field, each parsed by its own schema
}

export async function readSettings(tables: Pick<Tables | Writer, "settings">): Promise<Settings> {
  return parseSettings((await tables.settings.get(settingsId))?.values ?? {});
}

/** Changes some fields inside an act; the stored record keeps only what was ever chosen. */
export async function putSettings(tx: Writer, changes: Partial<Settings>): Promise<Settings> {
  const values = { ...(await tx.settings.get(settingsId))?.values, ...changes };
  await tx.settings.put({ id: settingsId, values });
  return parseSettings(values);
}
