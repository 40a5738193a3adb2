import type { Readable } from 'node:stream';

/** An answer that was written and checked elsewhere: too large to be walked twice, or no JSON at all. */
export class ReadyText {
  readonly text: string | Buffer;
  /** Another one than the contract's, such as 304. */
  readonly status: number | undefined;
  constructor(text: string | Buffer, status?: number) {
    this.text = text;
    this.status = status;
  }
}
/** A file that leaves as it lies on the disk, without ever being in memory. */
export class ReadyFile {
  readonly stream: Readable;
  readonly bytes: number;
  constructor(stream: Readable, bytes: number) {
    this.stream = stream;
    this.bytes = bytes;
  }
}
