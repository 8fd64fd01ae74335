/**
 * A calendar file from a surface into the store: read in a killable worker, then committed whole. A file that cannot
 * be read leaves no source behind; the same file chosen again renews its source instead of adding one.
 */
import { systemClock } from "../../lib/base/clock.ts";
import { AppError } from "../../lib/base/errors.ts";
import { reading } from "../../lib/base/messages/en/reading.ts";
import { translator } from "../../lib/base/messages/messages.ts";
import { problemSentence } from "../../lib/calendars/ics/problems.ts";
import type { IcsProgress, IcsReading } from "../../lib/calendars/ics/types.ts";
import { readIcsInWorker } from "../../lib/calendars/ics/worker-host.ts";
import type { ImportOutcome, ImportProgress } from "../../components/ui/surroundings.tsx";
import { windowComingDays, windowPastDays } from "../../lib/domain/source.ts";
import type { Call } from "../../lib/rpc/call.ts";

const dayMs = 24 * 60 * 60_000;
/** The scan of the bytes takes about this part of the time; expanding what it found the rest. */
const scanShare = 0.7;

export interface IcsImport {
  call: Call;
  locale: string;
  file: File;
  onProgress: (progress: ImportProgress) => void;
  signal: AbortSignal;
}

export async function importIcs({
  call,
  locale,
  file,
  onProgress,
  signal,
}: IcsImport): Promise<ImportOutcome> {
  const nowMs = systemClock.nowMs();
  const read = await readIcsInWorker(
    file,
    {
      // Not known before the file has proved readable; set when it is committed.
      sourceId: "",
      calendarName: file.name,
      zone: systemClock.zone(),
      fromMs: nowMs - windowPastDays * dayMs,
      toMs: nowMs + windowComingDays * dayMs,
    },
    { signal, onProgress: (progress) => onProgress(progressOf(progress)) },
  );
  if (signal.aborted) throw new AppError("cancelled");
  await commit(call, file.name, read);
  const t = translator(reading, locale);
  return {
    eventCount: read.events.length,
    problems: read.problems.map((problem) => problemSentence(problem, t)),
  };
}

async function commit(call: Call, fileName: string, read: IcsReading): Promise<void> {
  const { sources } = await call("settings.get", {});
  const known = sources.find(({ kind, name }) => kind === "ics-file" && name === fileName);
  const source = known ?? (await call("source.add", { kind: "ics-file", name: fileName, address: null }));
  try {
    await call("source.commit", {
      sourceId: source.id,
      events: read.events.map((event) => ({ ...event, sourceId: source.id })),
      coverage: read.coverage,
      problemCount: read.problems.length,
      etag: null,
      lastModified: null,
    });
  } catch (thrown) {
    if (known === undefined) await call("source.remove", { id: source.id });
    throw thrown;
  }
}

function progressOf(progress: IcsProgress): ImportProgress {
  const { stage, bytes, totalBytes, components, expanded } = progress;
  const scanned = totalBytes === null || totalBytes === 0 ? 0 : bytes / totalBytes;
  const share =
    stage === "scan"
      ? scanned * scanShare
      : scanShare + (1 - scanShare) * (expanded / Math.max(components, 1));
  return { share: Math.min(share, 1), entryCount: components };
}
