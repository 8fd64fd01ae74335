/**
 * Writes a picture of a flat page as a PNG with at most 256 colours, a quarter of the size of what browsers write.
 * Colours are rounded only as far as it takes to get there.
 */
import { crc32, deflateSync } from "node:zlib";

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, alpha of each pixel; alpha is taken for opaque. */
  data: Uint8Array;
}

/** The bytes of the PNG file. */
export function smallPng({ width, height, data }: Pixels): Buffer {
  const { palette, indices } = indexed(data);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, palette, no interlacing.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette)),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function indexed(data: Uint8Array): { palette: number[]; indices: Uint8Array } {
  for (const dropped of [0, 1, 2, 3, 4, 5, 6]) {
    const found = indexAt(data, dropped);
    if (found !== null) return found;
  }
  throw new Error("six bits dropped leave at most 125 colours");
}

/** Pixels by palette when they fit 256 colours with `dropped` low bits rounded away; `null` when they do not. */
function indexAt(data: Uint8Array, dropped: number) {
  const step = 1 << dropped;
  const round = (value: number) => Math.min(255, Math.round(value / step) * step);
  const known = new Map<number, number>();
  const palette: number[] = [];
  const indices = new Uint8Array(data.length / 4);
  for (let pixel = 0; pixel < indices.length; pixel += 1) {
    const red = round(data[pixel * 4] ?? 0);
    const green = round(data[pixel * 4 + 1] ?? 0);
    const blue = round(data[pixel * 4 + 2] ?? 0);
    const colour = (red << 16) | (green << 8) | blue;
    let index = known.get(colour);
    if (index === undefined) {
      if (known.size === 256) return null;
      index = known.size;
      known.set(colour, index);
      palette.push(red, green, blue);
    }
    indices[pixel] = index;
  }
  return { palette, indices };
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
