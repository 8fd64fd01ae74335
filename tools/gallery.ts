/**
 * The gallery of every surface in every state. `npm run gallery` serves it and prints its address; `--build FOLDER`
 * writes it as plain files instead, `--screenshots FOLDER` takes the pictures of the documentation. Tests use
 * `serveGallery`.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";
import preact from "@preact/preset-vite";
import { build, createServer as createViteServer } from "vite";
import type { InlineConfig } from "vite";

const root = resolve(import.meta.dirname, "..");
const source = join(root, "test/gallery");

const config: InlineConfig = {
  root: source,
  configFile: false,
  base: "./",
  logLevel: "warn",
  cacheDir: join(root, "node_modules/.cache/throughline-gallery-vite"),
  plugins: [preact({ reactAliasesEnabled: false, prefreshEnabled: false, devToolsEnabled: false })],
};

/** Writes the gallery as plain files into `folder`. */
export async function buildGallery(folder: string): Promise<void> {
  await build({ ...config, build: { outDir: folder, emptyOutDir: true, sourcemap: false } });
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

export interface ServedGallery {
  /** Address of the index; exhibits are `?exhibit=popup/usual`. */
  url: string;
  close(): Promise<void>;
}

/** Builds the gallery and serves it on a free port of this computer, for tests and screenshots. */
export async function serveGallery(): Promise<ServedGallery> {
  const builtFolder = mkdtempSync(join(tmpdir(), "throughline-gallery-"));
  await buildGallery(builtFolder);
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(builtFolder, path === "/" ? "index.html" : path);
    const found = file.startsWith(builtFolder) && existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
    });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  // A server that listens on a port has an address that is not a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          rmSync(builtFolder, { recursive: true, force: true });
          closed();
        });
        server.closeAllConnections();
      }),
  };
}

/** The folder named after a switch, `null` when the switch is not there. */
function folderAfter(name: string): string | null {
  const at = process.argv.indexOf(name);
  const folder = at === -1 ? undefined : process.argv[at + 1];
  return folder === undefined ? null : resolve(folder);
}

async function serveForPeople(): Promise<void> {
  const server = await createViteServer({ ...config, server: { host: "127.0.0.1" } });
  await server.listen();
  console.log(`The gallery is at ${server.resolvedUrls?.local[0] ?? "an address that could not be told"}`);
}

async function photograph(folder: string): Promise<void> {
  const { takeScreenshots } = await import("../test/gallery/screenshots.ts");
  const gallery = await serveGallery();
  const files = await takeScreenshots(gallery, folder);
  await gallery.close();
  console.log(`${files.length} pictures stand in ${folder}.`);
}

if (import.meta.main) {
  const buildFolder = folderAfter("--build");
  const pictureFolder = folderAfter("--screenshots");
  if (buildFolder !== null) {
    await buildGallery(buildFolder);
    console.log(`The gallery stands in ${buildFolder}.`);
  } else if (pictureFolder !== null) await photograph(pictureFolder);
  else await serveForPeople();
}
