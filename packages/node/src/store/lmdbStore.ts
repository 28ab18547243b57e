/**
 * The chain's store on disk. The newest blocks stay in memory too: reads near the head never touch the disk, and a block
 * that waits to be written can be read. A kept chain shows a change when it is on disk. A chain that nobody wants to keep
 * shows it at once and goes to disk only when it has grown: what comes while a transaction is under way goes together in the next.
 */

import { BlockWindow, type Block, type BlockCommit, type BlockStore, type KeyChange, type StoredHead } from '@taonet/chain';
import { defect, OperatingError, type Hash, type Hashers } from '@taonet/primitives';
import { Disk, type Gone, type Write } from './disk.ts';

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
/** Fewer blocks are kept when these take more. */
const WINDOW_BYTES = 64 * 1024 * 1024;
/** With more than this waiting, a change waits too. */
const MAX_WAITING = 64;
/** So much of what waits is too much, too. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

export class LmdbStore implements BlockStore {
  readonly stored: StoredHead | undefined;
  #window: BlockWindow;
  readonly #durable: boolean;
  /** Makes the disk when it is needed first; undefined once it was asked. */
  #makeDisk: (() => Promise<Disk>) | undefined;
  #disk: Disk | undefined;
  #waiting: Write[] = [];
  #waitingBytes = 0;
  /** Ends when nothing waits any more. */
  #round: Promise<void> | undefined;
  /** Blocks below this are on disk. */
  #written: number;
  #failure: OperatingError | undefined;

  private constructor(disk: Disk | (() => Promise<Disk>)) {
    this.#durable = disk instanceof Disk;
    if (disk instanceof Disk) this.#disk = disk;
    else this.#makeDisk = disk;
    this.stored = this.#disk?.head;
    this.#written = this.stored === undefined ? 0 : this.stored.head + 1;
    this.#window = new BlockWindow(this.#written);
  }

  /** A chain that is kept: a commit has ended when its block is on disk. */
  static async kept({ path, hashers, label }: KeptStoreOptions): Promise<LmdbStore> {
    return new LmdbStore(await Disk.open(path, hashers, { durable: true, label }));
  }

  /** A chain that nobody wants to keep. */
  static temporary({ path, hashers }: TemporaryStoreOptions): LmdbStore {
    return new LmdbStore(() => Disk.open(path(), hashers, { durable: false, label: 'temporary' }));
  }

  state(): Iterable<readonly [string, Uint8Array]> {
    if (this.#disk === undefined) throw defect('EmptyStore');
    return this.#disk.state();
  }

  begin(genesis: Block, state: Iterable<readonly [string, Uint8Array]>): void {
    this.#window.put(genesis, []);
    this.#put({ kind: 'genesis', block: genesis, state });
  }

  commit(commit: BlockCommit): void | Promise<void> {
    const { block, undo } = commit;
    return this.#change({ kind: 'block', ...commit }, () => {
      this.#window.put(block, undo);
      this.#window.dropBelow(Math.min(this.#written, block.number - WINDOW_BLOCKS));
      // the newest block stays
      this.#window.shrinkTo(WINDOW_BYTES, Math.min(this.#written, block.number));
    });
  }

  amend(number: number, changes: readonly KeyChange[], undo: readonly KeyChange[]): void | Promise<void> {
    const known = new Set(this.undoOf(number).map(([key]) => key));
    const added = undo.filter(([key]) => !known.has(key));
    return this.#change({ kind: 'amend', number, changes, undo: added }, () => this.#window.amend(number, added));
  }

  revert(number: number, finalized: number, restore: readonly KeyChange[]): void | Promise<void> {
    this.#widenWindow(number + 1);
    const gone: Gone[] = [];
    for (let at = number + 1, block = this.block(at); block !== undefined; block = this.block(++at)) {
      gone.push({ block, keys: this.undoOf(at).map(([key]) => key) });
    }
    return this.#change({ kind: 'revert', number, finalized, gone, restore }, () => {
      this.#window.revert(number);
      this.#written = Math.min(this.#written, number + 1);
    });
  }

  finalize(number: number): void | Promise<void> {
    return this.#change({ kind: 'finalize', number }, () => undefined);
  }

  block(number: number): Block | undefined {
    return number >= this.#window.first ? this.#window.block(number) : this.#disk?.block(number);
  }

  numberOf(hash: Hash): number | undefined {
    const near = this.#window.numberOf(hash);
    if (near !== undefined) return near;
    const number = this.#disk?.numberOf(hash);
    return number !== undefined && number < this.#window.first ? number : undefined;
  }

  beforeNextChange(key: string, number: number): { readonly value: KeyChange[1] } | undefined {
    const { first } = this.#window;
    const far = number + 1 < first ? this.#disk?.beforeNextChange(key, number, first) : undefined;
    return far ?? this.#window.beforeNextChange(key, number);
  }

  changedKeys(prefix: string, number: number): readonly string[] {
    const near = this.#window.changedKeys(prefix, number);
    const { first } = this.#window;
    if (number + 1 >= first || this.#disk === undefined) return near;
    return [...new Set([...near, ...this.#disk.changedKeys(prefix, number, first)])].sort();
  }

  undoOf(number: number): readonly KeyChange[] {
    return this.#window.undoOf(number) ?? this.#disk?.undoOf(number) ?? [];
  }

  async flush(): Promise<void> {
    if (this.#disk === undefined) return;
    await this.#round;
    if (this.#waiting.length > 0 && this.#failure !== undefined) throw this.#failure;
    await this.#disk.flushed();
  }

  async close(): Promise<void> {
    await this.#round;
    await this.#disk?.close();
  }

  /** show: makes the change seen. */
  #change(write: Write, show: () => void): void | Promise<void> {
    if (this.#durable) {
      // a disk that was full may have room again
      this.#failure = undefined;
      this.#put(write);
      return this.#flushed().then(show);
    }
    if (this.#failure !== undefined) throw this.#failure;
    show();
    this.#put(write);
    return this.#waiting.length > WINDOW_BLOCKS + MAX_WAITING || this.#waitingBytes > MAX_WAITING_BYTES ? this.#flushed() : undefined;
  }

  /** Brings the blocks from `first` on into memory: while they are taken from disk, they are read here. */
  #widenWindow(first: number): void {
    if (first >= this.#window.first) return;
    const wide = new BlockWindow(first);
    for (let at = first, block = this.block(at); block !== undefined; block = this.block(++at)) wide.put(block, this.undoOf(at));
    this.#window = wide;
  }

  async #flushed(): Promise<void> {
    await this.#round;
    if (this.#failure !== undefined) throw this.#failure;
  }

  #put(write: Write): void {
    this.#waiting.push(write);
    this.#waitingBytes += bytesOf(write);
    if (this.#disk !== undefined || this.#hasGrown()) this.#round ??= this.#writeAll();
  }

  /** Changes of a developer make a chain grow, too. */
  #hasGrown(): boolean {
    return this.#window.next > WINDOW_BLOCKS || this.#waiting.length > WINDOW_BLOCKS + MAX_WAITING || this.#waitingBytes > MAX_WAITING_BYTES;
  }

  /** Round after round until nothing waits. */
  async #writeAll(): Promise<void> {
    try {
      this.#disk ??= await this.#makeDisk!();
      while (this.#waiting.length > 0) {
        const writes = this.#nextRound();
        await this.#disk.write(writes);
        this.#waiting.splice(0, writes.length);
        for (const one of writes) this.#noteWritten(one);
        this.#waitingBytes = this.#waiting.reduce((sum, one) => sum + bytesOf(one), 0);
      }
    } catch (cause) {
      this.#failure ??= new OperatingError('DiskWriteFailed', 'The chain could not be written to disk.', { cause });
      // whoever asked for the others is told that they have not happened; nobody waits for block 0
      if (this.#durable) this.#waiting = this.#waiting.filter(({ kind }) => kind === 'genesis');
      this.#waitingBytes = this.#waiting.reduce((sum, one) => sum + bytesOf(one), 0);
    }
    this.#round = undefined;
  }

  #noteWritten(write: Write): void {
    if (write.kind === 'block') this.#written = write.block.number + 1;
    else if (write.kind === 'revert') this.#written = Math.min(this.#written, write.number + 1);
  }

  /** All that waits, up to one that must be alone. */
  #nextRound(): Write[] {
    const at = this.#waiting.findIndex(({ kind }) => kind === 'revert');
    return this.#waiting.slice(0, at === -1 ? this.#waiting.length : Math.max(1, at));
  }
}

/** Of the extrinsics and the values in it. */
function bytesOf(write: Write): number {
  if (write.kind !== 'block' && write.kind !== 'amend') return 0;
  const values = write.changes.reduce((sum, [key, value]) => sum + key.length + (value?.length ?? 0), 0);
  return write.kind === 'block' ? write.block.extrinsics.reduce((sum, { length }) => sum + length, values) : values;
}
