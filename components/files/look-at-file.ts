/** Looks at a file that this version cannot use: names the file, what is wrong with it, and what was done about it. */
import type { Say } from "../format.ts";

export type LaterKind = "packet" | "invitation" | "insights" | "pulse";

/** Larger files are refused before they are read. */
export const laterLimitMb = 16;
const limitBytes = laterLimitMb * 1024 * 1024;

const laterKeys = {
  packet: "file.packetLater",
  invitation: "file.invitationLater",
  insights: "file.insightsLater",
  pulse: "file.pulseLater",
} as const;

/** One sentence for the person. Never throws: a file that cannot be read is a sentence too. */
export async function lookAtFile(
  kind: LaterKind,
  file: Pick<File, "name" | "size" | "slice">,
  t: Say,
): Promise<string> {
  if (file.size === 0) return t("file.empty", { file: file.name });
  if (file.size > limitBytes) return t("file.large", { file: file.name, limit: laterLimitMb });
  try {
    const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
    const isCsv = kind === "insights";
    if (isCsv && head.includes(0)) return t("file.notText", { file: file.name });
  } catch {
    // The file went away or may not be read; the sentence below would promise too much.
    return t("file.unreadable", { file: file.name });
  }
  return t(laterKeys[kind], { file: file.name });
}
