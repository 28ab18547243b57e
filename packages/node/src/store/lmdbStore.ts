/**
 * Blocks, state and history in LMDB: one transaction per block. The newest blocks stay in memory too, so that reads near
 * the head never touch the disk, and a block that is still being written can be read.
 *
 * tables: state (key → value) · undo (key ‖ block → mark ‖ value before) · changed (block → keys) · blocks (block → hash,
 * header, extrinsics) · numbers (hash → block) · longKeys (shortened key → key) · meta (head, finalized, label)
 */

import { open, type Database, type RootDatabase } from 'lmdb';
import { ITEM_PREFIX_CHARS } from '@taonet/frame';
import { BlockWindow, type Block, type BlockCommit, type BlockStore, type KeyChange, type StoredHead } from '@taonet/chain';
import { bytesToHex, OperatingError, type Hash, type Hashers } from '@taonet/primitives';
import { historyKey, isShortened, numberKey, storeKey } from './storeKeys.ts';
import { decodeBlock, decodeKeys, encodeBlock, encodeKeys } from './storedBlock.ts';

export interface LmdbStoreOptions {
  readonly path: string;
  readonly hashers: Hashers;
  /** What chain this is; a folder with another label is refused. */
  readonly label: string;
  /** True: a commit has ended when the block is on disk. False: it is written by and by. */
  readonly durable: boolean;
}

type Table = Database<Buffer, Buffer>;

/** Blocks kept in memory besides those still being written. */
const WINDOW_BLOCKS = 256;
/** More blocks than this are not left unwritten. */
const MAX_UNWRITTEN = 64;
const ABSENT = Buffer.of(0);
const PRESENT = Buffer.of(1);
const META = Buffer.from('meta');
const LABEL = Buffer.from('label');

export class LmdbStore implements BlockStore {
  readonly stored: StoredHead | undefined;
  readonly #hashers: Hashers;
  readonly #durable: boolean;
  readonly #root: RootDatabase<Buffer, Buffer>;
  readonly #state: Table;
  readonly #undo: Table;
  readonly #changed: Table;
  readonly #blocks: Table;
  readonly #numbers: Table;
  readonly #longKeys: Table;
  readonly #meta: Table;
  readonly #window: BlockWindow;
  #last: Promise<unknown> = Promise.resolve();
  #unwritten = 0;
  #failure: unknown;

  constructor({ path, hashers, label, durable }: LmdbStoreOptions) {
    this.#hashers = hashers;
    this.#durable = durable;
    const format = { encoding: 'binary', keyEncoding: 'binary' } as const;
    this.#root = open({ path, maxDbs: 8, ...format, noSync: !durable });
    const table = (name: string): Table => this.#root.openDB({ name, ...format });
    this.#state = table('state');
    this.#undo = table('undo');
    this.#changed = table('changed');
    this.#blocks = table('blocks');
    this.#numbers = table('numbers');
    this.#longKeys = table('longKeys');
    this.#meta = table('meta');
    this.stored = this.#readHead(path, label);
    this.#window = new BlockWindow(this.stored === undefined ? 0 : this.stored.head + 1);
    if (this.stored === undefined) void this.#write(() => this.#meta.put(LABEL, Buffer.from(label)));
  }

  #readHead(path: string, label: string): StoredHead | undefined {
    const meta = this.#meta.get(META);
    if (meta === undefined) return undefined;
    const found = this.#meta.get(LABEL)?.toString() ?? '';
    if (found !== label) {
      throw new OperatingError('DiskHoldsOtherChain', `The folder ${path} holds another chain: ${found}, not ${label}.`, {
        facts: { found, asked: label },
        hint: 'Start with the options it was made with, or give another --data folder.',
      });
    }
    return { head: meta.readUInt32BE(0), finalized: meta.readUInt32BE(4) };
  }

  *state(): Iterable<readonly [string, Uint8Array]> {
    for (const { key, value } of this.#state.getRange()) yield [this.#hexOf(key), new Uint8Array(value)];
  }

  begin(genesis: Block, state: Iterable<readonly [string, Uint8Array]>): void {
    this.#window.put(genesis, []);
    void this.#write(() => {
      for (const [key, value] of state) this.#putState(key, value);
      this.#putBlock(genesis, []);
      this.#putHead(0, 0);
    });
  }

  commit({ block, finalized, changes, undo }: BlockCommit): void | Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#window.put(block, undo);
    const written = this.#write(() => {
      for (const [key, value] of changes) this.#putState(key, value);
      for (const [key, before] of undo) this.#undo.put(this.#historyKey(key, block.number), marked(before));
      this.#putBlock(block, undo);
      this.#putHead(block.number, finalized);
    });
    this.#window.dropBelow(block.number - WINDOW_BLOCKS - this.#unwritten);
    return this.#durable || this.#unwritten > MAX_UNWRITTEN ? written : undefined;
  }

  amend(number: number, changes: readonly KeyChange[], undo: readonly KeyChange[]): void {
    const known = new Map(this.undoOf(number));
    const added = undo.filter(([key]) => !known.has(key));
    this.#window.amend(number, added);
    void this.#write(() => {
      for (const [key, value] of changes) this.#putState(key, value);
      for (const [key, before] of added) this.#undo.put(this.#historyKey(key, number), marked(before));
      this.#changed.put(numberKey(number), asBuffer(encodeKeys([...known.keys(), ...added.map(([key]) => key)])));
    });
  }

  revert(number: number, finalized: number, restore: readonly KeyChange[]): void {
    const gone: { readonly block: Block; readonly keys: readonly string[] }[] = [];
    for (let at = number + 1; ; at++) {
      const block = this.block(at);
      if (block === undefined) break;
      gone.push({ block, keys: this.undoOf(at).map(([key]) => key) });
    }
    this.#window.revert(number);
    void this.#write(() => {
      for (const { block, keys } of gone) {
        for (const key of keys) this.#undo.remove(this.#historyKey(key, block.number));
        this.#changed.remove(numberKey(block.number));
        this.#blocks.remove(numberKey(block.number));
        this.#numbers.remove(Buffer.from(block.hash, 'hex'));
      }
      for (const [key, value] of restore) this.#putState(key, value);
      this.#putHead(number, finalized);
    });
  }

  finalize(number: number): void {
    const head = this.#window.next - 1;
    void this.#write(() => this.#putHead(head, number));
  }

  block(number: number): Block | undefined {
    if (number >= this.#window.first) return this.#window.block(number);
    const encoded = this.#blocks.get(numberKey(number));
    return encoded === undefined ? undefined : decodeBlock(number, encoded);
  }

  numberOf(hash: Hash): number | undefined {
    const near = this.#window.numberOf(hash);
    if (near !== undefined) return near;
    const number = this.#numbers.get(Buffer.from(hash, 'hex'))?.readUInt32BE(0);
    return number !== undefined && number < this.#window.first ? number : undefined;
  }

  beforeNextChange(key: string, number: number): { readonly value: KeyChange[1] } | undefined {
    if (number + 1 < this.#window.first) {
      const stored = storeKey(this.#hashers, key);
      const range = this.#undo.getRange({ start: historyKey(stored, number + 1), end: historyKey(stored, this.#window.first) });
      for (const { key: found, value } of range) {
        // keys that begin with this one and go on may stand in between
        if (found.length === stored.length + 4) return { value: unmarked(value) };
      }
    }
    return this.#window.beforeNextChange(key, number);
  }

  changedKeys(prefix: string, number: number): readonly string[] {
    const near = this.#window.changedKeys(prefix, number);
    if (number + 1 >= this.#window.first) return near;
    const found = new Set(near);
    for (const key of prefix.length < ITEM_PREFIX_CHARS ? this.#farKeys(number) : this.#farKeysBelow(prefix, number)) {
      if (key.startsWith(prefix)) found.add(key);
    }
    return [...found].sort();
  }

  /** Keys that blocks outside of the window and above `number` changed, by the lists of the blocks. */
  *#farKeys(number: number): Iterable<string> {
    for (let at = number + 1; at < this.#window.first; at++) yield* this.#keysChangedBy(at);
  }

  /** The same for one storage item, by its index of changes. */
  *#farKeysBelow(prefix: string, number: number): Iterable<string> {
    const start = Buffer.from(prefix.slice(0, ITEM_PREFIX_CHARS), 'hex');
    for (const key of this.#undo.getKeys({ start })) {
      if (!start.equals(key.subarray(0, start.length))) break;
      const at = key.readUInt32BE(key.length - 4);
      if (at > number && at < this.#window.first) yield this.#hexOf(key.subarray(0, -4));
    }
  }

  undoOf(number: number): readonly KeyChange[] {
    const near = this.#window.undoOf(number);
    if (near !== undefined) return near;
    return this.#keysChangedBy(number).map((key) => [key, unmarked(this.#undo.get(this.#historyKey(key, number))!)]);
  }

  async flush(): Promise<void> {
    await this.#last;
    await this.#root.flushed;
    if (this.#failure !== undefined) throw this.#failure;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#root.close();
  }

  #keysChangedBy(number: number): string[] {
    const encoded = this.#changed.get(numberKey(number));
    return encoded === undefined ? [] : decodeKeys(encoded);
  }

  /** Puts all that `puts` does into one transaction, after those before. */
  #write(puts: () => void): Promise<void> {
    this.#unwritten += 1;
    const written = this.#root.batch(puts).then(
      () => void (this.#unwritten -= 1),
      (cause: unknown) => {
        this.#failure ??= new OperatingError('DiskWriteFailed', 'The chain could not be written to disk.', { cause });
        throw this.#failure;
      },
    );
    written.catch(() => undefined);
    this.#last = written.catch(() => undefined);
    return written;
  }

  #putState(key: string, value: KeyChange[1]): void {
    const stored = storeKey(this.#hashers, key);
    if (isShortened(stored)) this.#longKeys.put(stored, Buffer.from(key, 'hex'));
    if (value === null) this.#state.remove(stored);
    else this.#state.put(stored, asBuffer(value));
  }

  #putBlock(block: Block, undo: readonly KeyChange[]): void {
    this.#blocks.put(numberKey(block.number), asBuffer(encodeBlock(block)));
    this.#numbers.put(Buffer.from(block.hash, 'hex'), numberKey(block.number));
    this.#changed.put(numberKey(block.number), asBuffer(encodeKeys(undo.map(([key]) => key))));
  }

  #putHead(head: number, finalized: number): void {
    this.#meta.put(META, Buffer.concat([numberKey(head), numberKey(finalized)]));
  }

  #historyKey(key: string, number: number): Buffer {
    return historyKey(storeKey(this.#hashers, key), number);
  }

  #hexOf(stored: Buffer): string {
    return bytesToHex(isShortened(stored) ? (this.#longKeys.get(stored) ?? stored) : stored);
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function marked(value: KeyChange[1]): Buffer {
  return value === null ? ABSENT : Buffer.concat([PRESENT, value]);
}

function unmarked(value: Buffer): KeyChange[1] {
  return value[0] === 0 ? null : new Uint8Array(value.subarray(1));
}
