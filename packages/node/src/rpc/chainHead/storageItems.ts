/** What chainHead_v1_storage and archive_v1_storage are asked for, and what they find. */

import type { Hash } from '@taonet/primitives';
import type { NodeContext } from '../../nodeContext.ts';
import { hashOf, hex, prefixed, stateAt } from '../blocks.ts';
import { hexKey, list, object, oneOf, optional, type Param } from '../params.ts';

export interface StorageItem {
  readonly key: string;
  readonly type: 'value' | 'hash' | 'closestDescendantMerkleValue' | 'descendantsValues' | 'descendantsHashes';
  /** Descendants come from behind this key on. */
  readonly paginationStartKey: string | undefined;
}

/** One key found; which of the three it has depends on the item's type. */
export interface StorageResult {
  readonly key: string;
  readonly value?: string;
  readonly hash?: string;
  readonly closestDescendantMerkleValue?: string;
}

export const storageItems: Param<StorageItem[]> = list(object({
  key: hexKey,
  type: oneOf('value', 'hash', 'closestDescendantMerkleValue', 'descendantsValues', 'descendantsHashes'),
  paginationStartKey: optional(hexKey),
}));

/** A page ends after so many keys or so many characters, whichever is first. */
const PAGE_KEYS = 1000;
const PAGE_CHARACTERS = 2 * 1024 * 1024;

/**
 * What stands under `items` at a block, one result after the other. The state is looked up anew for each, since the
 * block may leave the head between two of them. An absent key gives nothing.
 */
export function* readItems(node: NodeContext, block: Hash, items: readonly StorageItem[]): Generator<StorageResult, void> {
  for (const { key, type, paginationStartKey } of items) {
    switch (type) {
      case 'value':
      case 'hash':
        yield* readKey(node, block, { key, as: type });
        break;
      case 'closestDescendantMerkleValue': {
        const merkle = stateAt(node, block).state.trie().closestMerkleValue(key);
        if (merkle !== undefined) yield { key: prefixed(key), closestDescendantMerkleValue: hex(merkle) };
        break;
      }
      case 'descendantsValues':
      case 'descendantsHashes':
        for (const below of stateAt(node, block).keysPaged(key, Infinity, paginationStartKey)) {
          yield* readKey(node, block, { key: below, as: type === 'descendantsValues' ? 'value' : 'hash' });
        }
    }
  }
}

function* readKey(node: NodeContext, block: Hash, { key, as }: { readonly key: string; readonly as: 'value' | 'hash' }): Generator<StorageResult, void> {
  const value = stateAt(node, block).get(key);
  if (value !== undefined) yield { key: prefixed(key), [as]: as === 'value' ? hex(value) : hashOf(node.chain, value) };
}

/** Hands out results page by page. */
export class StoragePages {
  readonly #results: Iterator<StorageResult, void>;
  #next: IteratorResult<StorageResult, void> | undefined;

  constructor(results: Iterator<StorageResult, void>) {
    this.#results = results;
  }

  /** The next page, and whether it is the last one. */
  take(): { readonly items: readonly StorageResult[]; readonly last: boolean } {
    const items: StorageResult[] = [];
    let characters = 0;
    let next = this.#next ?? this.#results.next();
    while (next.done !== true && items.length < PAGE_KEYS && characters < PAGE_CHARACTERS) {
      items.push(next.value);
      characters += next.value.key.length + (next.value.value?.length ?? 0);
      next = this.#results.next();
    }
    this.#next = next;
    return { items, last: next.done === true };
  }
}
