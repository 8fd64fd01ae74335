/**
 * Any input as a stream of UTF-8 bytes. Owns byte-order marks, UTF-16 and the size limit; must never decode more
 * than a chunk at a time (a character may be folded in two, so text is only made once lines are whole).
 */
import { AppError } from "../../base/errors.ts";
import type { IcsInput } from "./types.ts";

const pieceBytes = 1 << 18;

/** Size of the input where it is known without reading it. */
export function sizeOf(input: IcsInput): number | null {
  if (typeof input === "string") return input.length;
  if (input instanceof Uint8Array) return input.byteLength;
  return input instanceof Blob ? input.size : null;
}

/** UTF-8 bytes in order, without byte-order mark. Throws AppError `file-too-large` over `maxBytes`. */
export async function* utf8Chunks(input: IcsInput, maxBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  let transcode: TextDecoder | null | undefined;
  let head = new Uint8Array(0);
  for await (const chunk of chunksOf(input)) {
    total += chunk.byteLength;
    if (total > maxBytes) throw tooLarge(maxBytes);
    let rest = chunk;
    if (transcode === undefined) {
      head = joined(head, chunk);
      if (head.length < 4) continue;
      ({ transcode, rest } = encodingOf(head));
    }
    if (rest.length > 0) yield transcode === null ? rest : utf8(transcode.decode(rest, { stream: true }));
  }
  if (transcode === undefined && head.length > 0) yield encodingOf(head).rest;
  if (transcode) {
    const last = transcode.decode();
    if (last !== "") yield utf8(last);
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("file-too-large", { params: { megabytes: Math.round(maxBytes / (1024 * 1024)) } });
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(one: Uint8Array, two: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + two.length);
  both.set(one);
  both.set(two, one.length);
  return both;
}

/** Looks at the first bytes: UTF-16 with or without mark (a calendar begins with ASCII letters), else UTF-8. */
function encodingOf(head: Uint8Array): { transcode: TextDecoder | null; rest: Uint8Array } {
  const [a = -1, b = -1, c = -1] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { transcode: null, rest: head.subarray(3) };
  if ((a === 0xff && b === 0xfe) || (a > 0 && b === 0))
    return { transcode: new TextDecoder("utf-16le"), rest: head };
  if ((a === 0xfe && b === 0xff) || (a === 0 && b > 0))
    return { transcode: new TextDecoder("utf-16be"), rest: head };
  return { transcode: null, rest: head };
}

async function* chunksOf(input: IcsInput): AsyncGenerator<Uint8Array> {
  if (typeof input === "string") yield* pieces(utf8(input));
  else if (input instanceof Uint8Array) yield* pieces(input);
  else if (input instanceof Blob) yield* streamed(input.stream());
  else if (input instanceof ReadableStream) yield* streamed(input);
  else yield* input;
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

/** A stream read by hand: browsers do not all iterate streams yet. Leaves the stream cancelled when left early. */
async function* streamed(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        ended = true;
        return;
      }
      yield value;
    }
  } finally {
    if (!ended) await reader.cancel();
  }
}
