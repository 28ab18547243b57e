/** Points a developer can turn back to: state, pool and clock. */

import type { PoolContent } from './pool/pool.ts';
import type { KeyChange } from './ports.ts';

export interface Snapshot {
  readonly number: number;
  /** How many entries the log of amendments had. */
  readonly amendments: number;
  readonly offsetMs: number;
  readonly pool: PoolContent;
}

/** A developer's change of the state at block `number`, undone by `undo`. */
interface Amendment {
  readonly number: number;
  readonly undo: readonly KeyChange[];
}

export class Snapshots {
  readonly #taken = new Map<number, Snapshot>();
  readonly #amendments: Amendment[] = [];
  #nextId = 1;

  take(snapshot: Omit<Snapshot, 'amendments'>): number {
    const id = this.#nextId++;
    this.#taken.set(id, { ...snapshot, amendments: this.#amendments.length });
    return id;
  }

  get(id: number): Snapshot | undefined {
    return this.#taken.get(id);
  }

  /** Remembered only while there is something to turn back to. */
  noteAmendment(number: number, undo: readonly KeyChange[]): void {
    if (this.#taken.size > 0) this.#amendments.push({ number, undo });
  }

  /** What brings the state from the head back to `snapshot`, given the undo lists of the blocks above it, ascending. */
  changesBackTo(snapshot: Snapshot, undoLists: Iterable<readonly KeyChange[]>): KeyChange[] {
    const restore = new Map<string, KeyChange[1]>();
    const oldestWins = (undo: readonly KeyChange[]): void => {
      for (const [key, before] of undo) if (!restore.has(key)) restore.set(key, before);
    };
    for (const { number, undo } of this.#amendments.slice(snapshot.amendments)) if (number === snapshot.number) oldestWins(undo);
    for (const undo of undoLists) oldestWins(undo);
    return [...restore];
  }

  /** The chain is back at `snapshot`, which stays good; what came later is forgotten. */
  forgetAfter(id: number, snapshot: Snapshot): void {
    this.#amendments.length = snapshot.amendments;
    for (const later of [...this.#taken.keys()]) if (later > id) this.#taken.delete(later);
  }
}
