/** Ending a browser the hard way. Only ever the processes of one profile that a test started. */
import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

interface Process {
  pid: number;
  parent: number;
  command: string;
}

function processes(): Process[] {
  const list = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8", maxBuffer: 64 << 20 });
  return list.split("\n").flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command: command ?? "" }];
  });
}

/** The browser of this profile and everything it started. */
function treeOf(profileDir: string): number[] {
  const all = processes();
  const found = all
    .filter(({ command }) => command.includes(`--user-data-dir=${profileDir}`))
    .map(({ pid }) => pid);
  for (const pid of found) {
    found.push(
      ...all
        .filter(({ parent, pid: child }) => parent === pid && !found.includes(child))
        .map((each) => each.pid),
    );
  }
  return found;
}

/** SIGKILL to every process of the browser with this profile; resolves when none is left. */
export async function killTree(profileDir: string): Promise<void> {
  const pids = treeOf(profileDir);
  if (pids.length === 0) throw new Error("No browser of this profile is running.");
  for (const pid of pids) kill(pid);
  while (treeOf(profileDir).length > 0) await pause(20);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It went with its parent, which is what was wanted.
  }
}
