/**
 * Bytes to content lines: unfolds, counts lines, takes LF, CRLF and CR, across chunk borders. Owns one growing buffer
 * that the listener keeps lines in; what it does not keep costs no memory. Must never hold more of one line than
 * `maxLineBytes`.
 */
const lf = 0x0a;
const cr = 0x0d;
const space = 0x20;
const tab = 0x09;

export interface LineListener {
  /** One whole line in `bytes[from, to)`; true keeps the bytes in the buffer until `release`. */
  line(bytes: Uint8Array, from: number, to: number, lineNumber: number, cut: boolean): boolean;
}

export class LineScanner {
  /** Lines begun so far. */
  lines = 0;
  private buffer = new Uint8Array(1 << 16);
  private used = 0;
  private from = 0;
  private openLine = 0;
  private cut = false;
  private atStart = true;
  private afterCr = false;
  private readonly listener: LineListener;
  private readonly maxLineBytes: number;

  constructor(listener: LineListener, maxLineBytes: number) {
    this.listener = listener;
    this.maxLineBytes = maxLineBytes;
  }

  push(chunk: Uint8Array): void {
    const length = chunk.length;
    let at = 0;
    while (at < length) {
      let end = at;
      while (end < length && chunk[end] !== lf && chunk[end] !== cr) end++;
      if (end > at) this.segment(chunk, at, end);
      if (end === length) return;
      const isLf = chunk[end] === lf;
      // The second half of CRLF ends no line of its own.
      if (!(isLf && this.afterCr && this.atStart)) this.endPhysical();
      this.afterCr = !isLf;
      at = end + 1;
    }
  }

  /** Tells the last line even without a line end. */
  end(): void {
    this.flush();
  }

  /** Forgets every kept line. */
  release(): void {
    this.buffer.copyWithin(0, this.from, this.used);
    this.used -= this.from;
    this.from = 0;
  }

  private endPhysical(): void {
    if (this.atStart) this.lines++;
    this.atStart = true;
  }

  private segment(chunk: Uint8Array, start: number, end: number): void {
    let at = start;
    if (this.atStart) {
      const first = chunk[at];
      this.lines++;
      this.atStart = false;
      this.afterCr = false;
      if (first === space || first === tab) at++;
      else {
        this.flush();
        this.openLine = this.lines;
      }
    }
    const room = this.maxLineBytes - (this.used - this.from);
    if (end - at > room) {
      this.cut = true;
      end = at + Math.max(room, 0);
    }
    const needed = this.used + end - at;
    if (needed > this.buffer.length) this.grow(needed);
    const buffer = this.buffer;
    let used = this.used;
    for (; at < end; at++) buffer[used++] = chunk[at] ?? 0;
    this.used = used;
  }

  private flush(): void {
    if (this.used === this.from) return;
    const kept = this.listener.line(this.buffer, this.from, this.used, this.openLine, this.cut);
    this.cut = false;
    if (!kept) this.used = this.from;
    this.from = this.used;
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2));
    larger.set(this.buffer.subarray(0, this.used));
    this.buffer = larger;
  }
}
