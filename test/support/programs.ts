/** Programs the tests need beside Node: found on this computer, or installed where that needs no questions. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Absolute path of a program on PATH, `null` when there is none. */
export function onPath(name: string): string | null {
  const names = process.platform === "win32" ? [`${name}.exe`, name] : [name];
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const found = names.map((each) => join(folder, each)).find(isExecutable);
    if (found !== undefined) return found;
  }
  return null;
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false; // absent, or not ours to run: both mean "look elsewhere"
  }
}

export const isRoot = () => process.getuid?.() === 0;

/** True where packages can be installed without asking: root on Debian, Ubuntu and their relatives. */
export function canInstall(): boolean {
  return process.platform === "linux" && isRoot() && onPath("apt-get") !== null;
}

/** Installs Debian packages, quietly. Throws with the end of the output when that fails. */
export function install(packages: string[]): void {
  process.stderr.write(`Installing ${packages.join(", ")} …\n`);
  apt(["update", "-q"]);
  apt(["install", "-q", "-y", "--no-install-recommends", ...packages]);
}

function apt(args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], { env, encoding: "utf8" });
  if (run.status === 0) return;
  const tail = `${run.stdout}${run.stderr}`.trim().split("\n").slice(-5).join("\n");
  throw new Error(`apt-get ${args[0]} failed:\n${tail}`);
}

/** Sees to it that the programs are there: `{ program: Debian package }`. */
export function ensurePrograms(wanted: Record<string, string>): void {
  const missing = Object.entries(wanted).filter(([program]) => onPath(program) === null);
  if (missing.length === 0) return;
  if (!canInstall()) {
    throw new Error(
      `${missing.map(([program]) => program).join(" and ")} could not be found. Install and run this again.`,
    );
  }
  install(missing.map(([, name]) => name));
}
