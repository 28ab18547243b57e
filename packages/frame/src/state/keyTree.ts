/**
 * Remembers the storage keys of one item by their parts, and the value last seen under each. Hashing and decoding give
 * the same result for the same input, so what is remembered here can make a read faster and nothing else.
 */

import type { Backend, Cell, KnownItem, KnownKey } from './backend.ts';
import type { Entry, Group } from './overlay.ts';

/** Parts below this are found by index: subnets, and neurons of one. */
const NUMBERED_MAX = 256;

/** An entry of an item, or the keys below the first parts of one. */
export class KeyNode implements KnownKey {
  /** Full storage key, or prefix. */
  readonly key: string;
  readonly item: KnownItem;
  home: Backend | undefined = undefined;
  cell: Cell | undefined = undefined;
  overlay: object | undefined = undefined;
  entry: Entry | undefined = undefined;
  count = 0;
  /** The generation it was asked for in last. */
  #used = generation;
  /** By the next part: small numbers, everything else. */
  #numbered: (KeyNode | undefined)[] | undefined;
  #below: Map<unknown, KeyNode> | undefined;
  /** The bytes last read or written under the key. */
  bytes: Uint8Array | undefined = undefined;
  /** The plain value they hold. */
  value: unknown = undefined;

  constructor(key: string, item: KnownItem) {
    this.key = key;
    this.item = item;
  }

  remember(bytes: Uint8Array, value: unknown): void {
    this.bytes = bytes;
    this.value = value;
  }

  /** The bytes of `value` when it is the one last seen. */
  bytesOf(value: unknown): Uint8Array | undefined {
    return this.value === value ? this.bytes : undefined;
  }

  next(part: unknown): KeyNode | undefined {
    const node = typeof part === 'number' && part >= 0 && part < NUMBERED_MAX ? this.#numbered?.[part] : this.#below?.get(part);
    if (node !== undefined) node.#used = generation;
    return node;
  }

  add(part: unknown, node: KeyNode): KeyNode {
    if (typeof part === 'number' && part >= 0 && part < NUMBERED_MAX) (this.#numbered ??= [])[part] = node;
    else (this.#below ??= new Map()).set(part, node);
    return node;
  }

  /** Forgets what is below and was not asked for in this generation. returns: how many are left */
  sweep(): number {
    let left = 0;
    const isStale = (node: KeyNode): boolean => {
      if (node.#used !== generation) return true;
      left += 1 + node.sweep();
      return false;
    };
    this.#numbered = this.#numbered?.map((node) => (node === undefined || isStale(node) ? undefined : node));
    // eslint-disable-next-line zone/ordered -- each is judged by itself
    for (const [part, node] of this.#below ?? []) if (isStale(node)) this.#below!.delete(part);
    return left;
  }
}

/** After so many new keys, of all items together, those that were not asked for in the meantime are forgotten; a key takes about 500 bytes. */
const GENERATION_KEYS = 16_384;
/** When more than so many are left then, all are forgotten. */
const REMEMBERED_MAX = 65_536;

const trees: KeyTree[] = [];
// eslint-disable-next-line no-restricted-syntax -- bounds memory only: what is forgotten is computed again
let grown = 0;
// eslint-disable-next-line no-restricted-syntax -- as above
let generation = 0;

export class KeyTree implements KnownItem {
  readonly prefix: string;
  overlay: object | undefined = undefined;
  group: Group | undefined = undefined;
  groups = 0;
  #top: KeyNode;
  /** Key parts of full keys that were decoded, in this generation and the one before. */
  #parts = new Map<string, readonly unknown[]>();
  #olderParts = new Map<string, readonly unknown[]>();

  constructor(prefix: string) {
    this.prefix = prefix;
    this.#top = new KeyNode(prefix, this);
    trees.push(this);
  }

  get top(): KeyNode {
    return this.#top;
  }

  /** Remembers the key of `node` with one more part. */
  grow(node: KeyNode, part: unknown, key: string): KeyNode {
    const grownNode = node.add(part, new KeyNode(key, this));
    count();
    return grownNode;
  }

  partsOf(key: string): readonly unknown[] | undefined {
    return this.#parts.get(key) ?? this.#olderParts.get(key);
  }

  rememberParts(key: string, parts: readonly unknown[]): void {
    this.#parts.set(key, parts);
    count();
  }

  sweep(): number {
    this.#olderParts = this.#parts;
    this.#parts = new Map();
    return this.#top.sweep();
  }

  forget(): void {
    this.#top = new KeyNode(this.prefix, this);
  }
}

function count(): void {
  grown += 1;
  if (grown <= GENERATION_KEYS) return;
  grown = 0;
  let left = 0;
  for (const tree of trees) left += tree.sweep();
  if (left > REMEMBERED_MAX) for (const tree of trees) tree.forget();
  generation += 1;
}

/** Only these may be remembered: they cannot be changed by who holds them, and equal ones are the same key of a map. */
export function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'number':
    case 'bigint':
    case 'string':
    case 'boolean':
      return true;
    default:
      return false;
  }
}

/** So many hashed texts are remembered; those not asked for among as many others are forgotten. */
const HASHED_MAX = 16_384;

/** Hashes of texts: one account stands in the keys of many items. */
export class HashedTexts {
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  get(text: string): string | undefined {
    const found = this.#young.get(text);
    if (found !== undefined) return found;
    const older = this.#old.get(text);
    if (older !== undefined) this.set(text, older);
    return older;
  }

  set(text: string, hashed: string): void {
    if (this.#young.size >= HASHED_MAX) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(text, hashed);
  }
}
