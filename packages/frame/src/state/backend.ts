import type { Entry, Group } from './overlay.ts';

/**
 * Where a backend keeps the value of one key for as long as the key is there. Who holds it reads the value without
 * looking for the key; once the key is removed it stays empty for ever.
 */
export interface Cell {
  value: Uint8Array | undefined;
}

/**
 * Where an overlay reads what it has not changed itself. Keys are lower-case hex without prefix, so that the order of
 * strings is the order of raw bytes and a character is a nibble of the trie.
 */
export interface Backend {
  get(key: string): Uint8Array | undefined;
  /** All keys that start with `prefix`, in raw byte order. */
  keysWithPrefix(prefix: string): readonly string[];
  /** The first `limit` of those keys that are above `after`; a backend without it is asked for all. cost: by `limit`, not by how many there are */
  keysAfter?(prefix: string, after: string, limit: number): readonly string[];
  /** The cell of a key that is there, in a backend that has cells. */
  cellOf?(key: string): Cell | undefined;
}

/** A storage item whose keys are known, with what an overlay has changed of it. */
export interface KnownItem {
  /** The first 32 bytes of its keys. */
  readonly prefix: string;
  /** Token of the overlay asked last: it does not keep the overlay alive. */
  overlay: object | undefined;
  group: Group | undefined;
  /** How many groups that overlay had then. */
  groups: number;
}

/** A key that is used again and again, with the places it was found in. */
export interface KnownKey {
  readonly key: string;
  readonly item: KnownItem;
  /** Whose cell it is. */
  home: Backend | undefined;
  cell: Cell | undefined;
  /** Token of the overlay whose entry it is, or that had none. */
  overlay: object | undefined;
  entry: Entry | undefined;
  /** How many entries of the item that overlay had then. */
  count: number;
}

/** `backend.get`, by the cell when it is known. */
export function getKnown(backend: Backend, known: KnownKey): Uint8Array | undefined {
  if (known.home === backend) {
    const value = known.cell?.value;
    if (value !== undefined) return value;
  }
  if (backend.cellOf === undefined) return backend.get(known.key);
  known.home = backend;
  known.cell = backend.cellOf(known.key);
  return known.cell?.value;
}

/** `keysAfter` of any backend. */
export function keysAfter(backend: Backend, prefix: string, after: string, limit: number): readonly string[] {
  if (backend.keysAfter !== undefined) return backend.keysAfter(prefix, after, limit);
  const keys = backend.keysWithPrefix(prefix);
  const found = lowerBound(keys, after);
  const start = keys[found] === after ? found + 1 : found;
  return keys.slice(start, start + limit);
}

/** Hex characters of pallet and item prefix: the first 32 bytes of nearly every key. */
export const ITEM_PREFIX_CHARS = 64;

/** Keys are grouped by their first 32 bytes; shorter keys (`:code` and the like) form a group of their own. */
export function groupOf(key: string): string {
  return key.length >= ITEM_PREFIX_CHARS ? key.slice(0, ITEM_PREFIX_CHARS) : '';
}

/** Index of the first of the ascending `keys` that is not below `prefix`. */
export function lowerBound(keys: readonly string[], prefix: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of the ascending `keys` that start with `prefix`. */
export function withPrefix(keys: readonly string[], prefix: string): string[] {
  const found: string[] = [];
  for (let i = lowerBound(keys, prefix); i < keys.length && keys[i]!.startsWith(prefix); i++) found.push(keys[i]!);
  return found;
}
