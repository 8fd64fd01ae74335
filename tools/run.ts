/** Running other programs of the project from the commands in this folder. */
import { spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");
const programs = resolve(root, "node_modules/.bin");

export interface Ran {
  code: number;
  output: string;
  seconds: number;
}

/**
 * Runs a program of node_modules/.bin (or of PATH) in the project's folder. `quiet` keeps its output for the caller;
 * otherwise it is shown as it comes and kept as well. A program that cannot be started has code 127.
 */
export async function run(program: string, args: string[], { quiet = false, env = {} } = {}): Promise<Ran> {
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: `${programs}${delimiter}${process.env["PATH"] ?? ""}` },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  const take = (to: NodeJS.WriteStream) => (chunk: string) => {
    output += chunk;
    if (!quiet) to.write(chunk);
  };
  child.stdout.setEncoding("utf8").on("data", take(process.stdout));
  child.stderr.setEncoding("utf8").on("data", take(process.stderr));
  const code = await new Promise<number>((settle) => {
    child.on("error", (error) => {
      output += `${error.message}\n`;
      settle(127);
    });
    child.on("close", (status) => settle(status ?? 1));
  });
  return { code, output, seconds: (performance.now() - started) / 1000 };
}

/** The named build by its script in package.json; throws with what the build said when it fails. */
export async function build(
  script: "build" | "build:e2e" | "build:firefox" | "build:firefox:e2e",
): Promise<Ran> {
  const ran = await run("npm", ["run", "-s", script], { quiet: true });
  if (ran.code !== 0) throw new Error(`\`npm run ${script}\` failed:\n${ran.output.trim()}`);
  return ran;
}
