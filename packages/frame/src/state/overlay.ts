/**
 * Changes over a backend, with nested layers that can be rolled back. One map holds the newest value of each changed
 * key; a journal remembers what it replaced, so reading costs one lookup however deep the layers are.
 */

import { defect } from '@taonet/primitives';
import { getKnown, groupOf, ITEM_PREFIX_CHARS, keysAfter, type Backend, type KnownItem, type KnownKey } from './backend.ts';

/** null = removed. */
export type Change = Uint8Array | null;

/** A key that was changed, perhaps in a layer that was rolled back since. */
export interface Entry {
  readonly key: string;
  /** What the backend holds. */
  readonly below: Uint8Array | undefined;
  readonly group: Group;
  /** undefined: no change is left. */
  change: Change | undefined;
  /** The overlay's clock when it was written last, or rolled back. */
  writtenAt: number;
}

/** The entries of one storage item. */
export interface Group {
  /** How many there are; they only become more. */
  count: number;
  /** Keys that are here and not in the backend, and the other way round. */
  added: Set<string> | undefined;
  removed: Set<string> | undefined;
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
  readonly #groups = new Map<string, Group>();
  /** Entries and what they held before, write by write. Empty while no layer is open: then there is nothing to go back to. */
  readonly #journal: Entry[] = [];
  readonly #before: (Change | undefined)[] = [];
  readonly #layers: Layer[] = [];
  readonly #rewindables: Rewindable[] = [];
  #clock = 0;

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

  /** The entry of a known key. That there is none holds until the item gets another one. */
  #entryOf(known: KnownKey): Entry | undefined {
    const isOurs = known.overlay === this.#token;
    if (isOurs && known.entry !== undefined) return known.entry;
    const count = this.#groupOf(known.item)?.count ?? 0;
    if (isOurs && known.count === count) return undefined;
    known.overlay = this.#token;
    known.count = count;
    known.entry = count === 0 ? undefined : this.#entries.get(known.key);
    return known.entry;
  }

  /** The group of a known item; that there is none holds until there are more groups. */
  #groupOf(item: KnownItem): Group | undefined {
    const isOurs = item.overlay === this.#token;
    if (isOurs && (item.group !== undefined || item.groups === this.#groups.size)) return item.group;
    item.overlay = this.#token;
    item.groups = this.#groups.size;
    item.group = this.#groups.get(item.prefix);
    return item.group;
  }

  #add(key: string, below: Uint8Array | undefined): Entry {
    const name = groupOf(key);
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = { count: 0, added: undefined, removed: undefined };
      this.#groups.set(name, group);
    }
    group.count += 1;
    const entry: Entry = { key, below, group, change: undefined, writtenAt: 0 };
    this.#entries.set(key, entry);
    return entry;
  }

  #write(entry: Entry, change: Change): void {
    if (this.#layers.length > 0) {
      this.#journal.push(entry);
      this.#before.push(entry.change);
    }
    this.#put(entry, change);
  }

  /** Puts a change, or with undefined what the backend holds. A key that comes or goes went the other way last time, or stands as in the backend. */
  #put(entry: Entry, change: Change | undefined): void {
    const wasHere = isHere(entry, entry.change);
    entry.change = change;
    entry.writtenAt = this.#clock;
    const here = isHere(entry, change);
    if (here === wasHere) return;
    const { group, key } = entry;
    if (here) {
      if (group.removed?.delete(key) !== true) (group.added ??= new Set()).add(key);
    } else if (group.added?.delete(key) !== true) (group.removed ??= new Set()).add(key);
  }

  keysWithPrefix(prefix: string): readonly string[] {
    let keys = this.backend.keysWithPrefix(prefix);
    if (prefix.length >= ITEM_PREFIX_CHARS) {
      const group = this.#groups.get(groupOf(prefix));
      return group === undefined ? keys : afterMoves(keys, prefix, group);
    }
    // eslint-disable-next-line zone/ordered -- merged into sorted lists, in any order alike
    for (const group of this.#groups.values()) keys = afterMoves(keys, prefix, group);
    return keys;
  }

  keysAfter(prefix: string, after: string, limit: number): readonly string[] {
    // eslint-disable-next-line zone/ordered -- as above
    const groups = prefix.length >= ITEM_PREFIX_CHARS ? [this.#groups.get(groupOf(prefix))] : [...this.#groups.values()];
    const removed = groups.reduce((count, one) => count + (one?.removed?.size ?? 0), 0);
    let keys = keysAfter(this.backend, prefix, after, limit + removed);
    for (const one of groups) if (one !== undefined) keys = afterMoves(keys, prefix, one, after);
    return keys.length > limit ? keys.slice(0, limit) : keys;
  }

  /** Opens a layer. */
  begin(): void {
    this.#layers.push({ journalLength: this.#journal.length, marks: this.#rewindables.map((one) => one.mark()) });
  }

  /** Keeps what the newest layer did. */
  commit(): void {
    if (this.#layers.pop() === undefined) throw defect('NoLayer');
    if (this.#layers.length > 0) return;
    this.#journal.length = 0;
    this.#before.length = 0;
  }

  /** Undoes what the newest layer did. */
  rollback(): void {
    const layer = this.#layers.pop();
    if (layer === undefined) throw defect('NoLayer');
    while (this.#journal.length > layer.journalLength) {
      this.#put(this.#journal.pop()!, this.#before.pop());
    }
    this.#rewindables.forEach((one, i) => one.rewind(layer.marks[i]!));
  }

  /** How many layers are open. */
  get depth(): number {
    return this.#layers.length;
  }

  /** A moment to ask `changedSince` about. */
  mark(): number {
    this.#clock += 1;
    return this.#clock;
  }

  /** What was written, or rolled back, since `mark`, and whatever else differs from the backend when there is none; in no order. */
  changedSince(mark: number | undefined): Entry[] {
    const found: Entry[] = [];
    // eslint-disable-next-line zone/ordered -- for who does not care about the order
    for (const entry of this.#entries.values()) {
      if (mark === undefined ? entry.change !== undefined && differs(entry.change, entry.below) : entry.writtenAt >= mark) found.push(entry);
    }
    return found;
  }

  /** Every key whose value differs from the backend's, in raw key order. */
  changes(): [string, Change][] {
    return this.changedSince(undefined).map(({ key, change }): [string, Change] => [key, change!]).sort(byKey);
  }
}

function isHere({ below }: Entry, change: Change | undefined): boolean {
  return change === undefined ? below !== undefined : change !== null;
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
function afterMoves(keys: readonly string[], prefix: string, { added, removed }: Group, after = ''): readonly string[] {
  const left = removed === undefined || removed.size === 0 ? keys : keys.filter((key) => !removed.has(key));
  if (added === undefined) return left;
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
