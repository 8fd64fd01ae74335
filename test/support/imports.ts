/** What the source files of the project import, read from their text. */
import { readFileSync, readdirSync } from "node:fs";
import { join, posix, relative, resolve, sep } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

export interface Import {
  /** File, relative to the project with forward slashes. */
  from: string;
  /** As written: `../store/store.ts`, `zod/mini`. */
  specifier: string;
  /** File it leads to, relative to the project; `null` for a package. */
  to: string | null;
  /** True when only types come in. */
  typeOnly: boolean;
}

/** Source files under the folders, relative to the project, sorted. */
export function sourceFiles(folders: string[], ending = /\.tsx?$/): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}

export const textOf = (file: string) => readFileSync(join(root, file), "utf8");

/** The text of a file without comments, so that a rule never trips over prose. Strings stay. */
export function codeOf(file: string): string {
  return textOf(file).replaceAll(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g,
    (_whole, quoted: string | undefined) => quoted ?? "",
  );
}

export function importsOf(file: string): Import[] {
  const code = codeOf(file);
  const statements = code.matchAll(
    /^\s*(?:import|export)\s+(?<type>type\s)?(?:[\w*{}\s,$]*?\sfrom\s+)?["'](?<specifier>[^"'\n]+)["']/gm,
  );
  const dynamic = code.matchAll(/\bimport\(\s*["'](?<specifier>[^"'\n]+)["']/g);
  return [...statements, ...dynamic].map(({ groups = {} }) => {
    const specifier = groups["specifier"] ?? "";
    const local = specifier.startsWith(".");
    return {
      from: file,
      specifier,
      to: local ? posix.join(posix.dirname(file), specifier.replace(/\?.*$/, "")) : null,
      typeOnly: groups["type"] !== undefined,
    };
  });
}

/** Every import that is carried along when a file is bundled: types are not. */
export function bundledWith(file: string): Import[] {
  const seen = new Set<string>();
  const waiting = [file];
  const found: Import[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const carried = importsOf(next).filter(({ typeOnly }) => !typeOnly);
    found.push(...carried);
    waiting.push(...carried.flatMap(({ to }) => (to !== null && /\.tsx?$/.test(to) ? [to] : [])));
  }
  return found;
}
