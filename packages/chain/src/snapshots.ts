/** Points a developer can turn back to: state, pool and clock. What they hold is bounded together: the oldest goes first. */

import type { PoolContent } from './pool/pool.ts';
import type { KeyChange } from './ports.ts';

export interface Snapshot {
  readonly number: number;
  readonly offsetMs: number;
  readonly pool: PoolContent;
}

interface Taken extends Snapshot {
  /** What a developer's changes of the state at block `number` replaced since, up to the next snapshot. */
  readonly undo: Map<string, KeyChange[1]>;
  bytes: number;
}

/** All snapshots together. */
const MAX_BYTES = 512 * 1024 * 1024;
/** What a snapshot, one of its transactions, and a changed key take besides their bytes. */
const OVERHEAD_BYTES = 512;

export class Snapshots {
  readonly #taken = new Map<number, Taken>();
  readonly #maxBytes: number;
  #newest: Taken | undefined;
  #bytes = 0;
  #nextId = 1;

  constructor(maxBytes = MAX_BYTES) {
    this.#maxBytes = maxBytes;
  }

  take(snapshot: Snapshot): number {
    const id = this.#nextId++;
    this.#keep(id, snapshot);
    this.#forgetOldest();
    return id;
  }

  get(id: number): Snapshot | undefined {
    return this.#taken.get(id);
  }

  /** Remembered only when the newest snapshot is of the same block: else it is in what the blocks changed. */
  noteAmendment(number: number, undo: readonly KeyChange[]): void {
    const newest = this.#newest;
    if (newest?.number !== number) return;
    for (const [key, before] of undo) {
      if (newest.undo.has(key)) continue;
      newest.undo.set(key, before);
      const bytes = OVERHEAD_BYTES + key.length + (before?.length ?? 0);
      newest.bytes += bytes;
      this.#bytes += bytes;
    }
    this.#forgetOldest();
  }

  /** What brings the state from the head back to snapshot `id`, given the undo lists of the blocks above it, ascending. */
  changesBackTo(id: number, undoLists: Iterable<readonly KeyChange[]>): KeyChange[] {
    const restore = new Map<string, KeyChange[1]>();
    const oldestWins = (undo: Iterable<KeyChange>): void => {
      for (const [key, before] of undo) if (!restore.has(key)) restore.set(key, before);
    };
    const { number } = this.#taken.get(id)!;
    // a Map keeps the order of insertion, which is that of ids
    for (const [at, taken] of this.#taken) if (at >= id && taken.number === number) oldestWins(taken.undo);
    for (const undo of undoLists) oldestWins(undo);
    return [...restore];
  }

  /** The chain is back at snapshot `id`, which stays good; what came later is forgotten. */
  forgetAfter(id: number): void {
    for (const later of [...this.#taken.keys()]) if (later > id) this.#forget(later);
    const snapshot = this.#taken.get(id)!;
    this.#forget(id);
    this.#keep(id, snapshot);
  }

  /** With no change since. */
  #keep(id: number, { number, offsetMs, pool }: Snapshot): void {
    const bytes = pool.reduce((sum, { extrinsic }) => sum + OVERHEAD_BYTES + extrinsic.length, OVERHEAD_BYTES);
    this.#newest = { number, offsetMs, pool, undo: new Map(), bytes };
    this.#taken.set(id, this.#newest);
    this.#bytes += bytes;
  }

  /** The newest stays however much it holds. */
  #forgetOldest(): void {
    for (const id of this.#taken.keys()) {
      if (this.#bytes <= this.#maxBytes || this.#taken.size === 1) return;
      this.#forget(id);
    }
  }

  #forget(id: number): void {
    this.#bytes -= this.#taken.get(id)!.bytes;
    this.#taken.delete(id);
  }
}
