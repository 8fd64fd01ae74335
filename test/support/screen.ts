/** A screen of its own (Xvfb) with real key presses (xdotool), for what only a visible browser shows. */
import { spawn, execFileSync } from "node:child_process";
import { once } from "node:events";
import { ensurePrograms } from "./programs.ts";

export interface Screen {
  /** Value of DISPLAY. */
  display: string;
  /** Ids of the visible windows, by a part of their title. */
  windows(title: string): string[];
  /** Presses keys in a window, as a keyboard does: `Return`, `Escape`, `Tab`. */
  press(window: string, ...keys: string[]): void;
  close(): Promise<void>;
}

export async function openScreen(): Promise<Screen> {
  ensurePrograms({ Xvfb: "xvfb", xdotool: "xdotool" });
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const ready = server.stdio[3];
  if (ready === null || ready === undefined) throw new Error("Xvfb has nowhere to say its number.");
  const [number] = await once(ready, "data");
  const display = `:${String(number).trim()}`;
  const xdotool = (...args: string[]) =>
    execFileSync("xdotool", args, { env: { ...process.env, DISPLAY: display }, encoding: "utf8" });
  return {
    display,
    windows(title) {
      try {
        return xdotool("search", "--onlyvisible", "--name", title).trim().split("\n").filter(Boolean);
      } catch {
        return []; // xdotool fails when there is no such window
      }
    },
    press(window, ...keys) {
      xdotool("windowfocus", "--sync", window);
      for (const key of keys) xdotool("key", "--clearmodifiers", key);
    },
    async close() {
      const ended = once(server, "exit");
      server.kill();
      await ended;
    },
  };
}
