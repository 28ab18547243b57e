/**
 * In which blocks a key changed, and where in the log its value before stands. Kept in chunks: `key ‖ first block` →
 * entries of ten bytes in the order of blocks, so that a key that changes in every block does not fill the table with keys.
 */

import type { Table } from './lmdbTables.ts';
import { historyKey } from './storeKeys.ts';

const ENTRY_BYTES = 10;
const MAX_ENTRIES = 64;
const NUMBER_BYTES = 4;

/** One change of a key. */
export interface IndexedChange {
  readonly number: number;
  /** Of the value before, in the log. */
  readonly offset: number;
}

/** The newest chunk of a key while a transaction is prepared. */
interface Tail {
  readonly first: number;
  readonly bytes: Buffer;
}

/** Changes to be put into the index in one transaction; what one of them adds the next one sees. */
export class IndexWriter {
  readonly #table: Table;
  readonly #tails = new Map<string, { readonly key: Buffer; tail: Tail }>();

  constructor(table: Table) {
    this.#table = table;
  }

  add(stored: Buffer, change: IndexedChange): void {
    const name = stored.toString('latin1');
    let known = this.#tails.get(name);
    if (known === undefined) {
      known = { key: stored, tail: lastChunk(this.#table, stored) ?? { first: change.number, bytes: Buffer.alloc(0) } };
      this.#tails.set(name, known);
    }
    if (known.tail.bytes.length >= MAX_ENTRIES * ENTRY_BYTES) {
      this.#put(known.key, known.tail);
      known.tail = { first: change.number, bytes: Buffer.alloc(0) };
    }
    known.tail = { first: known.tail.first, bytes: Buffer.concat([known.tail.bytes, entryOf(change)]) };
  }

  finish(): void {
    for (const { key, tail } of this.#tails.values()) this.#put(key, tail);
    this.#tails.clear();
  }

  #put(key: Buffer, { first, bytes }: Tail): void {
    void this.#table.put(historyKey(key, first), bytes);
  }
}

/** Takes out all changes of a key in blocks above `number`. */
export function dropAbove(table: Table, stored: Buffer, number: number): void {
  const gone: Buffer[] = [];
  let shortened: { readonly key: Buffer; readonly value: Buffer } | undefined;
  for (const { key, value } of table.getRange({ start: historyKey(stored, 0xffff_ffff), end: stored, reverse: true })) {
    if (!isChunkOf(key, stored)) continue;
    const keep = firstEntryAbove(value, number) * ENTRY_BYTES;
    if (keep === value.length) break;
    if (keep > 0) {
      shortened = { key: Buffer.from(key), value: Buffer.from(value.subarray(0, keep)) };
      break;
    }
    gone.push(Buffer.from(key));
  }
  // only now: nothing may change below a walk
  for (const key of gone) void table.remove(key);
  if (shortened !== undefined) void table.put(shortened.key, shortened.value);
}

/** The first change of a key in a block above `number` and below `before`. */
export function findChange(table: Table, stored: Buffer, number: number, before: number): IndexedChange | undefined {
  const containing = { start: historyKey(stored, number + 1), end: stored, reverse: true } as const;
  for (const { key, value } of table.getRange(containing)) {
    if (!isChunkOf(key, stored)) continue;
    const at = firstEntryAbove(value, number);
    if (at * ENTRY_BYTES < value.length) return ifBelow(entryAt(value, at), before);
    break;
  }
  for (const { key, value } of table.getRange({ start: historyKey(stored, number + 2), end: historyKey(stored, before) })) {
    if (isChunkOf(key, stored)) return ifBelow(entryAt(value, 0), before);
  }
  return undefined;
}

/** Stored keys that begin with `prefix` and changed in a block above `number` and below `before`. */
export function* keysChanged(table: Table, prefix: Buffer, number: number, before: number): Iterable<Buffer> {
  for (const { key, value } of table.getRange(prefix.length === 0 ? {} : { start: prefix })) {
    if (!prefix.equals(key.subarray(0, prefix.length))) return;
    const at = firstEntryAbove(value, number);
    if (at * ENTRY_BYTES < value.length && entryAt(value, at).number < before) yield key.subarray(0, -NUMBER_BYTES);
  }
}

function lastChunk(table: Table, stored: Buffer): Tail | undefined {
  for (const { key, value } of table.getRange({ start: historyKey(stored, 0xffff_ffff), end: stored, reverse: true })) {
    if (isChunkOf(key, stored)) return { first: key.readUInt32BE(stored.length), bytes: Buffer.from(value) };
  }
  return undefined;
}

/** Keys that begin with this one and go on may stand among its chunks. */
function isChunkOf(key: Buffer, stored: Buffer): boolean {
  return key.length === stored.length + NUMBER_BYTES && stored.equals(key.subarray(0, stored.length));
}

function entryOf({ number, offset }: IndexedChange): Buffer {
  const entry = Buffer.allocUnsafe(ENTRY_BYTES);
  entry.writeUInt32BE(number, 0);
  entry.writeUIntBE(offset, NUMBER_BYTES, 6);
  return entry;
}

function entryAt(chunk: Buffer, at: number): IndexedChange {
  return { number: chunk.readUInt32BE(at * ENTRY_BYTES), offset: chunk.readUIntBE(at * ENTRY_BYTES + NUMBER_BYTES, 6) };
}

function ifBelow(change: IndexedChange, before: number): IndexedChange | undefined {
  return change.number < before ? change : undefined;
}

/** Place of the first entry above `number`; the number of entries when there is none. */
function firstEntryAbove(chunk: Buffer, number: number): number {
  let low = 0;
  let high = chunk.length / ENTRY_BYTES;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chunk.readUInt32BE(middle * ENTRY_BYTES) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}
