/**
 * Changes over a backend, with nested layers that can be rolled back. One map holds the newest value of each changed
 * key; a journal remembers what it replaced, so reading costs one lookup however deep the layers are.
 */

import { defect } from '@taonet/primitives';
import { getKnown, groupOf, ITEM_PREFIX_CHARS, keysAfter, type Backend, type KnownKey } from './backend.ts';

/** null = removed. */
export type Change = Uint8Array | null;

/** A key that was changed, perhaps in a layer that was rolled back since. */
export interface Entry {
  readonly key: string;
  /** What the backend holds. */
  readonly below: Uint8Array | undefined;
  /** undefined: no change is left. */
  change: Change | undefined;
}

interface JournalEntry {
  readonly entry: Entry;
  readonly before: Change | undefined;
  /** The key came or went with this change. */
  readonly moved: boolean;
}

/** Keys of one group that are here and not in the backend, and the other way round. */
interface Moved {
  readonly added: Set<string>;
  readonly removed: Set<string>;
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
  /** Tells overlays apart without keeping them alive. */
  readonly #token: object = {};
  readonly #entries = new Map<string, Entry>();
  readonly #moved = new Map<string, Moved>();
  /** Empty while no layer is open: then there is nothing to go back to. */
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
    const change = this.#entries.get(key)?.change;
    if (change === undefined) return this.backend.get(key);
    return change === null ? undefined : change;
  }

  /** `get` of a key that is used again and again. */
  getKnown(known: KnownKey): Uint8Array | undefined {
    const change = this.#entryOf(known)?.change;
    if (change === undefined) return getKnown(this.backend, known);
    return change === null ? undefined : change;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  set(key: string, value: Uint8Array): void {
    this.#write(this.#entries.get(key) ?? this.#add(key, this.backend.get(key)), value);
  }

  delete(key: string): void {
    this.#write(this.#entries.get(key) ?? this.#add(key, this.backend.get(key)), null);
  }

  /** Writes, or removes with null, a key that is used again and again. */
  putKnown(known: KnownKey, change: Change): void {
    this.#write(this.#entryOf(known) ?? this.#add(known.key, getKnown(this.backend, known)), change);
  }

  #entryOf(known: KnownKey): Entry | undefined {
    if (known.overlay === this.#token) return known.entry;
    const entry = this.#entries.get(known.key);
    if (entry === undefined) return undefined;
    known.overlay = this.#token;
    known.entry = entry;
    return entry;
  }

  #add(key: string, below: Uint8Array | undefined): Entry {
    const entry: Entry = { key, below, change: undefined };
    this.#entries.set(key, entry);
    return entry;
  }

  #write(entry: Entry, change: Change): void {
    const before = entry.change;
    const wasThere = before === undefined ? entry.below !== undefined : before !== null;
    const moved = wasThere !== (change !== null);
    if (this.#layers.length > 0) this.#journal.push({ entry, before, moved });
    entry.change = change;
    if (moved) this.#move(entry.key, change !== null);
  }

  /** Notes that a key came or went: the last time it moved it went the other way, or it stands as in the backend. */
  #move(key: string, here: boolean): void {
    const name = groupOf(key);
    let moved = this.#moved.get(name);
    if (moved === undefined) {
      moved = { added: new Set(), removed: new Set() };
      this.#moved.set(name, moved);
    }
    const { added, removed } = moved;
    if (here) {
      if (!removed.delete(key)) added.add(key);
    } else if (!added.delete(key)) removed.add(key);
  }

  keysWithPrefix(prefix: string): readonly string[] {
    let keys = this.backend.keysWithPrefix(prefix);
    if (prefix.length >= ITEM_PREFIX_CHARS) {
      const moved = this.#moved.get(groupOf(prefix));
      return moved === undefined ? keys : afterMoves(keys, prefix, moved);
    }
    // eslint-disable-next-line zone/ordered -- merged into sorted lists, in any order alike
    for (const moved of this.#moved.values()) keys = afterMoves(keys, prefix, moved);
    return keys;
  }

  keysAfter(prefix: string, after: string, limit: number): readonly string[] {
    // eslint-disable-next-line zone/ordered -- as above
    const moved = prefix.length >= ITEM_PREFIX_CHARS ? [this.#moved.get(groupOf(prefix))] : [...this.#moved.values()];
    const removed = moved.reduce((count, one) => count + (one?.removed.size ?? 0), 0);
    let keys = keysAfter(this.backend, prefix, after, limit + removed);
    for (const one of moved) if (one !== undefined) keys = afterMoves(keys, prefix, one, after);
    return keys.length > limit ? keys.slice(0, limit) : keys;
  }

  /** Opens a layer. */
  begin(): void {
    this.#layers.push({ journalLength: this.#journal.length, marks: this.#rewindables.map((one) => one.mark()) });
  }

  /** Keeps what the newest layer did. */
  commit(): void {
    if (this.#layers.pop() === undefined) throw defect('NoLayer');
    if (this.#layers.length === 0) this.#journal.length = 0;
  }

  /** Undoes what the newest layer did. */
  rollback(): void {
    const layer = this.#layers.pop();
    if (layer === undefined) throw defect('NoLayer');
    while (this.#journal.length > layer.journalLength) {
      const { entry, before, moved } = this.#journal.pop()!;
      if (moved) this.#move(entry.key, entry.change === null);
      entry.change = before;
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
    // eslint-disable-next-line zone/ordered -- sorted below
    for (const { key, below, change } of this.#entries.values()) if (change !== undefined && differs(change, below)) found.push([key, change]);
    return found.sort(byKey);
  }
}

function byKey([a]: readonly [string, Change], [b]: readonly [string, Change]): number {
  return a < b ? -1 : 1;
}

function differs(change: Change, below: Uint8Array | undefined): boolean {
  if (change === null) return below !== undefined;
  if (below === undefined || below.length !== change.length) return true;
  for (let i = 0; i < change.length; i++) if (change[i] !== below[i]) return true;
  return false;
}

/** `keys` without those that went, with those above `after` that came. */
function afterMoves(keys: readonly string[], prefix: string, { added, removed }: Moved, after = ''): readonly string[] {
  const left = removed.size === 0 ? keys : keys.filter((key) => !removed.has(key));
  // eslint-disable-next-line zone/ordered -- sorted below
  const more = [...added].filter((key) => key > after && key.startsWith(prefix));
  return more.length === 0 ? left : mergeSorted(left, more.sort());
}

/** Two ascending lists without common keys as one. */
function mergeSorted(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i]! < b[j]!) merged.push(a[i++]!);
    else merged.push(b[j++]!);
  }
  while (i < a.length) merged.push(a[i++]!);
  while (j < b.length) merged.push(b[j++]!);
  return merged;
}
