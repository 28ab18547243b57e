/**
 * Remembers the storage keys of one item by their parts, and the value last seen under each. Hashing and decoding give
 * the same result for the same input, so what is remembered here can make a read faster and nothing else.
 */

import type { Backend, Cell, KnownKey } from './backend.ts';
import type { Entry } from './overlay.ts';

/** Parts below this are found by index: subnets, and neurons of one. */
const NUMBERED_MAX = 256;

/** An entry of an item, or the keys below the first parts of one. */
export class KeyNode implements KnownKey {
  /** Full storage key, or prefix. */
  readonly key: string;
  home: Backend | undefined = undefined;
  cell: Cell | undefined = undefined;
  overlay: object | undefined = undefined;
  entry: Entry | undefined = undefined;
  /** By the next part: small numbers, everything else. */
  #numbered: (KeyNode | undefined)[] | undefined;
  #below: Map<unknown, KeyNode> | undefined;
  /** The bytes last read or written under the key. */
  bytes: Uint8Array | undefined = undefined;
  /** The plain value they hold. */
  value: unknown = undefined;

  constructor(key: string) {
    this.key = key;
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
    return typeof part === 'number' && part >= 0 && part < NUMBERED_MAX ? this.#numbered?.[part] : this.#below?.get(part);
  }

  add(part: unknown, node: KeyNode): KeyNode {
    if (typeof part === 'number' && part >= 0 && part < NUMBERED_MAX) (this.#numbered ??= [])[part] = node;
    else (this.#below ??= new Map()).set(part, node);
    return node;
  }
}

/** So many keys of all items together are remembered, about 500 bytes each; then all are forgotten. */
const REMEMBERED_MAX = 32_768;

// eslint-disable-next-line no-restricted-syntax -- bounds memory only: what is forgotten is computed again
let remembered = 0;
// eslint-disable-next-line no-restricted-syntax -- as above
let generation = 0;

export class KeyTree {
  #top: KeyNode;
  /** Key parts of full keys that were decoded. */
  #parts = new Map<string, readonly unknown[]>();
  #generation = generation;

  constructor(prefix: string) {
    this.#top = new KeyNode(prefix);
  }

  get top(): KeyNode {
    if (this.#generation !== generation) this.#forget();
    return this.#top;
  }

  /** Remembers the key of `node` with one more part. */
  grow(node: KeyNode, part: unknown, key: string): KeyNode {
    count();
    return node.add(part, new KeyNode(key));
  }

  partsOf(key: string): readonly unknown[] | undefined {
    if (this.#generation !== generation) this.#forget();
    return this.#parts.get(key);
  }

  rememberParts(key: string, parts: readonly unknown[]): void {
    count();
    this.#parts.set(key, parts);
  }

  #forget(): void {
    this.#generation = generation;
    this.#top = new KeyNode(this.#top.key);
    this.#parts = new Map();
  }
}

function count(): void {
  remembered += 1;
  if (remembered <= REMEMBERED_MAX) return;
  remembered = 0;
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
