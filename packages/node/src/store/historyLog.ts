/**
 * A file that only grows: blocks, and what each changed. It is read at given places and never mapped into memory, so that
 * a long history costs disk and nothing else. What stands behind the length that LMDB knows was never committed.
 */

import { openSync, readSync, closeSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { defect } from '@taonet/primitives';

/** Most values are shorter, so that one read is enough. */
const FIRST_READ_BYTES = 512;
const LENGTH_BYTES = 4;
/** In place of a length: the key did not exist. */
const ABSENT = 0xffff_ffff;

export class HistoryLog {
  readonly #writer: FileHandle;
  readonly #reader: number;
  #end: number;

  private constructor(writer: FileHandle, reader: number, end: number) {
    this.#writer = writer;
    this.#reader = reader;
    this.#end = end;
  }

  /** end: bytes that count; whatever follows is written over. */
  static async open(path: string, end: number): Promise<HistoryLog> {
    const writer = await open(path, end === 0 ? 'w' : 'r+');
    return new HistoryLog(writer, openSync(path, 'r'), end);
  }

  get end(): number {
    return this.#end;
  }

  /** Writes behind the end, safe on disk when it resolves, if so asked. It counts once `endAt` has said so. */
  async write(bytes: Uint8Array, durable: boolean): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#writer.write(bytes, done, bytes.length - done, this.#end + done);
      done += bytesWritten;
    }
    if (durable) await this.#writer.datasync();
  }

  /** From now on what stands before `end` counts, and nothing else. */
  endAt(end: number): void {
    this.#end = end;
  }

  read(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    const got = readSync(this.#reader, bytes, 0, length, offset);
    if (got !== length) throw defect('HistoryCutShort', { offset, length, got });
    return bytes;
  }

  /** The value that `writeValue` put at `offset`; null for a key that did not exist. */
  readValue(offset: number): Uint8Array | null {
    const bytes = Buffer.allocUnsafe(FIRST_READ_BYTES);
    const got = readSync(this.#reader, bytes, 0, FIRST_READ_BYTES, offset);
    if (got < LENGTH_BYTES) throw defect('HistoryCutShort', { offset, got });
    const length = bytes.readUInt32LE(0);
    if (length === ABSENT) return null;
    if (LENGTH_BYTES + length <= got) return new Uint8Array(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
    return new Uint8Array(this.read(offset + LENGTH_BYTES, length));
  }

  async close(): Promise<void> {
    closeSync(this.#reader);
    await this.#writer.close();
  }
}

/** A value, or its absence, as `readValue` takes it. */
export function writeValue(value: Uint8Array | null): Uint8Array {
  const bytes = Buffer.allocUnsafe(LENGTH_BYTES + (value?.length ?? 0));
  bytes.writeUInt32LE(value === null ? ABSENT : value.length, 0);
  if (value !== null) bytes.set(value, LENGTH_BYTES);
  return bytes;
}
