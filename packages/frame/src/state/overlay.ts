/**
 * Changes over a backend, with nested layers that can be rolled back. One map holds the newest value of each changed
 * key; a journal remembers what it replaced, so reading costs one lookup however deep the layers are.
 */

import { defect } from '@taonet/primitives';
import { groupOf, ITEM_PREFIX_CHARS, type Backend } from './backend.ts';

/** null = removed. */
export type Change = Uint8Array | null;

interface JournalEntry {
  readonly group: Map<string, Change>;
  readonly key: string;
  /** undefined: the key had no change before. */
  readonly before: Change | undefined;
}

/** Something else that must go back when a layer is rolled back (the list of events). */
export interface Rewindable {
  mark(): number;
  rewind(mark: number): void;
}

interface Layer {
  readonly journalLength: number;
  readonly marks: readonly number[];
}

export class Overlay implements Backend {
  readonly backend: Backend;
  readonly #groups = new Map<string, Map<string, Change>>();
  readonly #journal: JournalEntry[] = [];
  readonly #layers: Layer[] = [];
  readonly #rewindables: Rewindable[] = [];

  constructor(backend: Backend) {
    this.backend = backend;
  }

  /** From now on `rewindable` follows the layers. */
  follow(rewindable: Rewindable): void {
    this.#rewindables.push(rewindable);
  }

  get(key: string): Uint8Array | undefined {
    const change = this.#groups.get(groupOf(key))?.get(key);
    if (change === undefined) return this.backend.get(key);
    return change === null ? undefined : change;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  set(key: string, value: Uint8Array): void {
    this.#write(key, value);
  }

  delete(key: string): void {
    this.#write(key, null);
  }

  #write(key: string, change: Change): void {
    const name = groupOf(key);
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = new Map();
      this.#groups.set(name, group);
    }
    this.#journal.push({ group, key, before: group.get(key) });
    group.set(key, change);
  }

  keysWithPrefix(prefix: string): readonly string[] {
    const below = this.backend.keysWithPrefix(prefix);
    const changed: string[] = [];
    const removed = new Set<string>();
    for (const group of this.#groupsFor(prefix)) {
      for (const [key, change] of group) {
        if (!key.startsWith(prefix)) continue;
        if (change === null) removed.add(key);
        else changed.push(key);
      }
    }
    if (changed.length === 0) return removed.size === 0 ? below : below.filter((key) => !removed.has(key));
    changed.sort();
    return mergeSorted(removed.size === 0 ? below : below.filter((key) => !removed.has(key)), changed);
  }

  #groupsFor(prefix: string): Map<string, Change>[] {
    if (prefix.length >= ITEM_PREFIX_CHARS) {
      const group = this.#groups.get(prefix.slice(0, ITEM_PREFIX_CHARS));
      return group === undefined ? [] : [group];
    }
    return [...this.#groups.values()];
  }

  /** Opens a layer. */
  begin(): void {
    this.#layers.push({ journalLength: this.#journal.length, marks: this.#rewindables.map((one) => one.mark()) });
  }

  /** Keeps what the newest layer did. */
  commit(): void {
    if (this.#layers.pop() === undefined) throw defect('NoLayer');
  }

  /** Undoes what the newest layer did. */
  rollback(): void {
    const layer = this.#layers.pop();
    if (layer === undefined) throw defect('NoLayer');
    while (this.#journal.length > layer.journalLength) {
      const { group, key, before } = this.#journal.pop()!;
      if (before === undefined) group.delete(key);
      else group.set(key, before);
    }
    this.#rewindables.forEach((one, i) => one.rewind(layer.marks[i]!));
  }

  /** How many layers are open. */
  get depth(): number {
    return this.#layers.length;
  }

  /** Every key whose value differs from the backend's, in raw key order. */
  changes(): [string, Change][] {
    const found: [string, Change][] = [];
    for (const group of this.#groups.values()) {
      for (const [key, change] of group) if (differs(change, this.backend.get(key))) found.push([key, change]);
    }
    return found.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }
}

function differs(change: Change, below: Uint8Array | undefined): boolean {
  if (change === null) return below !== undefined;
  if (below === undefined || below.length !== change.length) return true;
  for (let i = 0; i < change.length; i++) if (change[i] !== below[i]) return true;
  return false;
}

/** Two ascending lists as one, without doubles. */
function mergeSorted(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) j += 1;
    else if (left < right) { merged.push(left); i += 1; }
    else { merged.push(right); j += 1; }
  }
  while (i < a.length) merged.push(a[i++]!);
  while (j < b.length) merged.push(b[j++]!);
  return merged;
}
