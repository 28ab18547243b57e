/** A chain's folder: LMDB for the state at the head and for finding things, a log for blocks and history. */

import { join } from 'node:path';
import type { Block, BlockCommit, KeyChange, StoredHead } from '@taonet/chain';
import { bytesToHex, OperatingError, type Hash, type Hashers } from '@taonet/primitives';
import { dropAbove, findChange, IndexWriter, keysChanged } from './changeIndex.ts';
import { HistoryLog } from './historyLog.ts';
import { inOneTransaction, openTables, type Tables } from './lmdbTables.ts';
import { decodeBlock, decodeUndo, encodeRecord, type BlockRecord } from './storedBlock.ts';
import { isShortened, KEPT_KEY_BYTES, numberKey, storeKey } from './storeKeys.ts';

/** Something to be written. Those of one round go into one transaction, in order. */
export type Write =
  | { readonly kind: 'genesis'; readonly block: Block; readonly state: Iterable<readonly [string, Uint8Array]> }
  | ({ readonly kind: 'block' } & BlockCommit)
  | { readonly kind: 'amend'; readonly number: number; readonly changes: readonly KeyChange[]; readonly undo: readonly KeyChange[] }
  | { readonly kind: 'revert'; readonly number: number; readonly finalized: number; readonly gone: readonly Gone[]; readonly restore: readonly KeyChange[] }
  | { readonly kind: 'finalize'; readonly number: number };

/** A block that is taken back. */
export interface Gone {
  readonly block: Block;
  readonly keys: readonly string[];
}

const LOG_FILE = 'history.log';
const META = Buffer.from('meta');
const LABEL = Buffer.from('label');
const PLACE_BYTES = 10;

export class Disk {
  readonly #hashers: Hashers;
  readonly #tables: Tables;
  readonly #log: HistoryLog;
  readonly #durable: boolean;
  /** What the last round left behind; undefined: an empty folder. */
  #head: StoredHead | undefined;

  private constructor(hashers: Hashers, tables: Tables, log: HistoryLog, { durable, head }: { readonly durable: boolean; readonly head: StoredHead | undefined }) {
    this.#hashers = hashers;
    this.#tables = tables;
    this.#log = log;
    this.#durable = durable;
    this.#head = head;
  }

  /** label: what chain this is; a folder with another one is refused. durable: a round has ended when it is safe. */
  static async open(path: string, hashers: Hashers, { durable, label }: { readonly durable: boolean; readonly label: string }): Promise<Disk> {
    const tables = await openTables(path, durable);
    try {
      const meta = tables.meta.get(META);
      if (meta !== undefined) ensureLabel(tables, path, label);
      else await tables.meta.put(LABEL, Buffer.from(label));
      const log = await HistoryLog.open(join(path, LOG_FILE), meta === undefined ? 0 : meta.readUIntBE(8, 6));
      const head = meta === undefined ? undefined : { head: meta.readUInt32BE(0), finalized: meta.readUInt32BE(4) };
      return new Disk(hashers, tables, log, { durable, head });
    } catch (error) {
      await tables.root.close();
      throw error;
    }
  }

  get head(): StoredHead | undefined { return this.#head; }

  *state(): Iterable<readonly [string, Uint8Array]> {
    for (const { key, value } of this.#tables.state.getRange()) yield [this.#hexOf(key), new Uint8Array(value)];
  }

  block(number: number): Block | undefined {
    const records = this.#recordsOf(number);
    return records.length === 0 ? undefined : decodeBlock(number, records[0]!);
  }

  undoOf(number: number): KeyChange[] {
    return this.#recordsOf(number).flatMap(decodeUndo);
  }

  numberOf(hash: Hash): number | undefined {
    return this.#tables.numbers.get(Buffer.from(hash, 'hex'))?.readUInt32BE(0);
  }

  /** What `key` held before its first change in a block above `number` and below `before`. */
  beforeNextChange(key: string, number: number, before: number): { readonly value: Uint8Array | null } | undefined {
    const change = findChange(this.#tables.changes, storeKey(this.#hashers, key), number, before);
    return change === undefined ? undefined : { value: this.#log.readValue(change.offset) };
  }

  /** Keys below `prefix` that changed in a block above `number` and below `before`; some more than once. */
  *changedKeys(prefix: string, number: number, before: number): Iterable<string> {
    // whole bytes, and no more of them than every stored key keeps
    const start = Buffer.from(prefix.slice(0, Math.min(prefix.length & ~1, 2 * KEPT_KEY_BYTES)), 'hex');
    for (const stored of keysChanged(this.#tables.changes, start, number, before)) {
      const key = this.#hexOf(stored);
      if (key.startsWith(prefix)) yield key;
    }
  }

  /** Writes all of them in one transaction, or none when it rejects. A `revert` must be alone. */
  async write(writes: readonly Write[]): Promise<void> {
    const [first] = writes;
    const start = first?.kind === 'revert' ? (this.#placesOf(first.number + 1)[0]?.offset ?? this.#log.end) : this.#log.end;
    const { placed, bytes } = placeRecords(writes, start);
    if (bytes.length > 0) await this.#log.write(bytes, this.#durable);
    const round: Round = { index: new IndexWriter(this.#tables.changes), placed, amended: new Map(), head: this.#head };
    const end = start + bytes.length;
    await inOneTransaction(this.#tables, () => {
      for (const one of writes) this.#put(one, round);
      round.index.finish();
      this.#putMeta(round.head!, end);
    });
    // only now: what a round that failed left in the log does not count
    this.#log.endAt(end);
    this.#head = round.head;
  }

  /** Resolves when all that was written is safe against loss of power. */
  async flushed(): Promise<void> {
    await this.#tables.root.flushed;
  }

  async close(): Promise<void> {
    await this.#tables.root.close();
    await this.#log.close();
  }

  #put(one: Write, round: Round): void {
    switch (one.kind) {
      case 'genesis':
        for (const [key, value] of one.state) this.#putState(key, value);
        this.#putBlock(one.block, round.placed.get(one)!);
        round.amended.set(one.block.number, [round.placed.get(one)!]);
        round.head = { head: 0, finalized: 0 };
        return;
      case 'block':
        this.#putChanges(one, one.block.number, round);
        this.#putBlock(one.block, round.placed.get(one)!);
        round.amended.set(one.block.number, [round.placed.get(one)!]);
        round.head = { head: one.block.number, finalized: one.finalized };
        return;
      case 'amend': {
        this.#putChanges(one, one.number, round);
        const places = [...(round.amended.get(one.number) ?? this.#placesOf(one.number)), round.placed.get(one)!];
        round.amended.set(one.number, places);
        void this.#tables.blocks.put(numberKey(one.number), encodePlaces(places));
        return;
      }
      case 'revert':
        for (const { block } of one.gone) {
          void this.#tables.blocks.remove(numberKey(block.number));
          void this.#tables.numbers.remove(Buffer.from(block.hash, 'hex'));
        }
        for (const key of new Set(one.gone.flatMap(({ keys }) => keys))) dropAbove(this.#tables.changes, storeKey(this.#hashers, key), one.number);
        for (const [key, value] of one.restore) this.#putState(key, value);
        round.head = { head: one.number, finalized: one.finalized };
        return;
      case 'finalize':
        round.head = { head: round.head!.head, finalized: one.number };
    }
  }

  #putChanges(one: Extract<Write, { readonly undo: readonly KeyChange[] }>, number: number, { index, placed }: Round): void {
    for (const [key, value] of one.changes) this.#putState(key, value);
    const { offset, record } = placed.get(one)!;
    one.undo.forEach(([key], i) => index.add(storeKey(this.#hashers, key), { number, offset: offset + record.places[i]! }));
  }

  #putState(key: string, value: KeyChange[1]): void {
    const stored = storeKey(this.#hashers, key);
    if (isShortened(stored)) void this.#tables.longKeys.put(stored, Buffer.from(key, 'hex'));
    if (value === null) void this.#tables.state.remove(stored);
    else void this.#tables.state.put(stored, asBuffer(value));
  }

  #putBlock(block: Block, place: Placed): void {
    void this.#tables.blocks.put(numberKey(block.number), encodePlaces([place]));
    void this.#tables.numbers.put(Buffer.from(block.hash, 'hex'), numberKey(block.number));
  }

  #putMeta({ head, finalized }: StoredHead, logEnd: number): void {
    const meta = Buffer.alloc(14);
    meta.writeUInt32BE(head, 0);
    meta.writeUInt32BE(finalized, 4);
    meta.writeUIntBE(logEnd, 8, 6);
    void this.#tables.meta.put(META, meta);
  }

  #recordsOf(number: number): Buffer[] {
    return this.#placesOf(number).map(({ offset, length }) => this.#log.read(offset, length));
  }

  #placesOf(number: number): Place[] {
    const encoded = this.#tables.blocks.get(numberKey(number));
    if (encoded === undefined) return [];
    return Array.from({ length: encoded.length / PLACE_BYTES }, (_, i) => ({ offset: encoded.readUIntBE(i * PLACE_BYTES, 6), length: encoded.readUInt32BE(i * PLACE_BYTES + 6) }));
  }

  #hexOf(stored: Buffer): string {
    return bytesToHex(isShortened(stored) ? (this.#tables.longKeys.get(stored) ?? stored) : stored);
  }
}

/** A record in the log. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

interface Placed extends Place {
  readonly record: BlockRecord;
}

/** One transaction in the making. */
interface Round {
  readonly index: IndexWriter;
  readonly placed: ReadonlyMap<Write, Placed>;
  /** Records of blocks that this round wrote. */
  readonly amended: Map<number, readonly Place[]>;
  /** Once it is over. */
  head: StoredHead | undefined;
}

/** The records of all writes in one piece, to stand at `start`. */
function placeRecords(writes: readonly Write[], start: number): { readonly placed: ReadonlyMap<Write, Placed>; readonly bytes: Buffer } {
  const placed = new Map<Write, Placed>();
  const parts: Uint8Array[] = [];
  let offset = start;
  for (const one of writes) {
    if (one.kind === 'revert' || one.kind === 'finalize') continue;
    const record = encodeRecord(one.kind === 'amend' ? undefined : one.block, one.kind === 'genesis' ? [] : one.undo);
    const { length } = record.bytes;
    placed.set(one, { offset, length, record });
    parts.push(record.bytes);
    offset += length;
  }
  return { placed, bytes: Buffer.concat(parts) };
}

function encodePlaces(places: readonly Place[]): Buffer {
  const bytes = Buffer.alloc(places.length * PLACE_BYTES);
  places.forEach(({ offset, length }, i) => {
    bytes.writeUIntBE(offset, i * PLACE_BYTES, 6);
    bytes.writeUInt32BE(length, i * PLACE_BYTES + 6);
  });
  return bytes;
}

function ensureLabel({ meta }: Tables, path: string, label: string): void {
  const found = meta.get(LABEL)?.toString() ?? '';
  if (found === label) return;
  throw new OperatingError('DiskHoldsOtherChain', `The folder ${path} holds another chain: ${found}, not ${label}.`, {
    facts: { found, asked: label },
    hint: 'Start with the options it was made with, or give another --data folder.',
  });
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
