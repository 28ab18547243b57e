/**
 * Blocks, state and history in LMDB: one transaction per block. The newest blocks stay in memory too, so that reads near
 * the head never touch the disk, and a block that is still being written can be read. A chain that is not kept goes to
 * disk only when it has grown.
 */

import { ITEM_PREFIX_CHARS } from '@taonet/frame';
import { BlockWindow, type Block, type BlockCommit, type BlockStore, type KeyChange, type StoredHead } from '@taonet/chain';
import { bytesToHex, defect, OperatingError, type Hash, type Hashers } from '@taonet/primitives';
import { openTables, type Tables } from './lmdbTables.ts';
import { historyKey, isShortened, numberKey, storeKey } from './storeKeys.ts';
import { decodeBlock, decodeKeys, encodeBlock, encodeKeys } from './storedBlock.ts';

export interface KeptStoreOptions {
  readonly path: string;
  readonly hashers: Hashers;
  /** What chain this is; a folder with another label is refused. */
  readonly label: string;
}

export interface TemporaryStoreOptions {
  readonly hashers: Hashers;
  /** Makes the folder, when the chain has grown. */
  readonly path: () => string;
}

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
  readonly #window: BlockWindow;
  /** Undefined as long as nothing is on disk. */
  #tables: Tables | undefined;
  readonly #makePath: (() => string) | undefined;
  /** Writes that wait for the disk, in order. */
  readonly #waiting: ((tables: Tables) => void)[] = [];
  #opening: Promise<void> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #unwritten = 0;
  #failure: unknown;

  private constructor(hashers: Hashers, disk: { readonly tables: Tables; readonly stored: StoredHead | undefined } | { readonly makePath: () => string }) {
    this.#hashers = hashers;
    if ('tables' in disk) {
      this.#durable = true;
      this.#tables = disk.tables;
      this.stored = disk.stored;
    } else {
      this.#durable = false;
      this.#makePath = disk.makePath;
      this.stored = undefined;
    }
    this.#window = new BlockWindow(this.stored === undefined ? 0 : this.stored.head + 1);
  }

  /** A chain that is kept: a commit has ended when its block is on disk. */
  static async kept({ path, hashers, label }: KeptStoreOptions): Promise<LmdbStore> {
    const tables = await openTables(path, true);
    try {
      const store = new LmdbStore(hashers, { tables, stored: readHead(tables, path, label) });
      if (store.stored === undefined) void store.#write(({ meta }) => meta.put(LABEL, Buffer.from(label)));
      return store;
    } catch (error) {
      await tables.root.close();
      throw error;
    }
  }

  /** A chain that nobody wants to keep. */
  static temporary({ path, hashers }: TemporaryStoreOptions): LmdbStore {
    return new LmdbStore(hashers, { makePath: path });
  }

  *state(): Iterable<readonly [string, Uint8Array]> {
    for (const { key, value } of this.#disk.state.getRange()) yield [this.#hexOf(key), new Uint8Array(value)];
  }

  begin(genesis: Block, state: Iterable<readonly [string, Uint8Array]>): void {
    this.#window.put(genesis, []);
    void this.#write((tables) => {
      for (const [key, value] of state) this.#putState(tables, key, value);
      this.#putBlock(tables, genesis, []);
      this.#putHead(tables, 0, 0);
    });
  }

  commit({ block, finalized, changes, undo }: BlockCommit): void | Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#window.put(block, undo);
    const written = this.#write((tables) => {
      for (const [key, value] of changes) this.#putState(tables, key, value);
      for (const [key, before] of undo) tables.undo.put(this.#historyKey(key, block.number), marked(before));
      this.#putBlock(tables, block, undo);
      this.#putHead(tables, block.number, finalized);
    });
    if (this.#tables !== undefined) this.#window.dropBelow(block.number - WINDOW_BLOCKS - this.#unwritten);
    else if (block.number >= WINDOW_BLOCKS) this.#opening ??= this.#open();
    return this.#durable || (this.#tables !== undefined && this.#unwritten > MAX_UNWRITTEN) ? written : undefined;
  }

  amend(number: number, changes: readonly KeyChange[], undo: readonly KeyChange[]): void {
    const known = new Map(this.undoOf(number));
    const added = undo.filter(([key]) => !known.has(key));
    this.#window.amend(number, added);
    void this.#write((tables) => {
      for (const [key, value] of changes) this.#putState(tables, key, value);
      for (const [key, before] of added) tables.undo.put(this.#historyKey(key, number), marked(before));
      tables.changed.put(numberKey(number), asBuffer(encodeKeys([...known.keys(), ...added.map(([key]) => key)])));
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
    void this.#write((tables) => {
      for (const { block, keys } of gone) {
        for (const key of keys) tables.undo.remove(this.#historyKey(key, block.number));
        tables.changed.remove(numberKey(block.number));
        tables.blocks.remove(numberKey(block.number));
        tables.numbers.remove(Buffer.from(block.hash, 'hex'));
      }
      for (const [key, value] of restore) this.#putState(tables, key, value);
      this.#putHead(tables, number, finalized);
    });
  }

  finalize(number: number): void {
    const head = this.#window.next - 1;
    void this.#write((tables) => this.#putHead(tables, head, number));
  }

  block(number: number): Block | undefined {
    if (number >= this.#window.first) return this.#window.block(number);
    const encoded = this.#tables?.blocks.get(numberKey(number));
    return encoded === undefined ? undefined : decodeBlock(number, encoded);
  }

  numberOf(hash: Hash): number | undefined {
    const near = this.#window.numberOf(hash);
    if (near !== undefined) return near;
    const number = this.#tables?.numbers.get(Buffer.from(hash, 'hex'))?.readUInt32BE(0);
    return number !== undefined && number < this.#window.first ? number : undefined;
  }

  beforeNextChange(key: string, number: number): { readonly value: KeyChange[1] } | undefined {
    if (number + 1 < this.#window.first) {
      const stored = storeKey(this.#hashers, key);
      const range = this.#disk.undo.getRange({ start: historyKey(stored, number + 1), end: historyKey(stored, this.#window.first) });
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
    for (const key of this.#disk.undo.getKeys({ start })) {
      if (!start.equals(key.subarray(0, start.length))) break;
      const at = key.readUInt32BE(key.length - 4);
      if (at > number && at < this.#window.first) yield this.#hexOf(key.subarray(0, -4));
    }
  }

  undoOf(number: number): readonly KeyChange[] {
    const near = this.#window.undoOf(number);
    if (near !== undefined) return near;
    return this.#keysChangedBy(number).map((key) => [key, unmarked(this.#disk.undo.get(this.#historyKey(key, number))!)]);
  }

  async flush(): Promise<void> {
    if (this.#tables === undefined) return;
    await this.#last;
    await this.#tables.root.flushed;
    if (this.#failure !== undefined) throw this.#failure;
  }

  async close(): Promise<void> {
    await this.#opening;
    await this.#last;
    await this.#tables?.root.close();
  }

  get #disk(): Tables {
    if (this.#tables === undefined) throw defect('StoreNotOpen');
    return this.#tables;
  }

  /** Goes to disk with all that was put off. */
  async #open(): Promise<void> {
    try {
      const tables = await openTables(this.#makePath!(), this.#durable);
      this.#tables = tables;
      const waiting = this.#waiting.splice(0);
      this.#unwritten -= waiting.length;
      await this.#write(() => { for (const puts of waiting) puts(tables); });
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #keysChangedBy(number: number): string[] {
    const encoded = this.#tables?.changed.get(numberKey(number));
    return encoded === undefined ? [] : decodeKeys(encoded);
  }

  /** Puts all that `puts` does into one transaction, after those before. */
  #write(puts: (tables: Tables) => void): Promise<void> {
    this.#unwritten += 1;
    const tables = this.#tables;
    if (tables === undefined) {
      this.#waiting.push(puts);
      return Promise.resolve();
    }
    const written = tables.root.batch(() => puts(tables)).then(
      () => void (this.#unwritten -= 1),
      (cause: unknown) => {
        this.#fail(cause);
        throw this.#failure;
      },
    );
    written.catch(() => undefined);
    this.#last = written.catch(() => undefined);
    return written;
  }

  /** No further block is taken. */
  #fail(cause: unknown): void {
    this.#failure ??= new OperatingError('DiskWriteFailed', 'The chain could not be written to disk.', { cause });
  }

  #putState(tables: Tables, key: string, value: KeyChange[1]): void {
    const stored = storeKey(this.#hashers, key);
    if (isShortened(stored)) tables.longKeys.put(stored, Buffer.from(key, 'hex'));
    if (value === null) tables.state.remove(stored);
    else tables.state.put(stored, asBuffer(value));
  }

  #putBlock(tables: Tables, block: Block, undo: readonly KeyChange[]): void {
    tables.blocks.put(numberKey(block.number), asBuffer(encodeBlock(block)));
    tables.numbers.put(Buffer.from(block.hash, 'hex'), numberKey(block.number));
    tables.changed.put(numberKey(block.number), asBuffer(encodeKeys(undo.map(([key]) => key))));
  }

  #putHead(tables: Tables, head: number, finalized: number): void {
    tables.meta.put(META, Buffer.concat([numberKey(head), numberKey(finalized)]));
  }

  #historyKey(key: string, number: number): Buffer {
    return historyKey(storeKey(this.#hashers, key), number);
  }

  #hexOf(stored: Buffer): string {
    return bytesToHex(isShortened(stored) ? (this.#disk.longKeys.get(stored) ?? stored) : stored);
  }
}

function readHead({ meta }: Tables, path: string, label: string): StoredHead | undefined {
  const head = meta.get(META);
  if (head === undefined) return undefined;
  const found = meta.get(LABEL)?.toString() ?? '';
  if (found !== label) {
    throw new OperatingError('DiskHoldsOtherChain', `The folder ${path} holds another chain: ${found}, not ${label}.`, {
      facts: { found, asked: label },
      hint: 'Start with the options it was made with, or give another --data folder.',
    });
  }
  return { head: head.readUInt32BE(0), finalized: head.readUInt32BE(4) };
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
