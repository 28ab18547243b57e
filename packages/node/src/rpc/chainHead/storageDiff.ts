/** What differs between the states of two blocks, for archive_v1_storageDiff. */

import type { Hash } from '@taonet/primitives';
import type { NodeContext } from '../../nodeContext.ts';
import { hashOf, hex, prefixed, stateAt } from '../blocks.ts';
import { hexKey, list, object, oneOf, optional, type Param } from '../params.ts';

export interface DiffItem {
  /** A prefix; undefined: all keys. */
  readonly key: string | undefined;
  readonly returnType: 'value' | 'hash';
  readonly childTrieKey: string | undefined;
}

export const diffItems: Param<DiffItem[]> = list(object({ key: optional(hexKey), returnType: oneOf('value', 'hash'), childTrieKey: optional(hexKey) }));

export interface DiffRange {
  readonly from: Hash;
  readonly to: Hash;
}

/** Changed keys in ascending order, each once, by the first item it is below; a removed key with what it held. cost: by the changes of the blocks between */
export function* storageDiff(node: NodeContext, { from, to }: DiffRange, items: readonly DiffItem[]): Generator<object, void> {
  const { store } = node.chain;
  const touched = new Set<string>();
  for (let number = store.numberOf(from)! + 1; number <= store.numberOf(to)!; number++) for (const [key] of store.undoOf(number)) touched.add(key);
  for (const key of [...touched].sort()) {
    const item = items.find((one) => one.childTrieKey === undefined && key.startsWith(one.key ?? ''));
    if (item === undefined) continue;
    const [before, after] = [stateAt(node, from).get(key), stateAt(node, to).get(key)];
    const shown = after ?? before;
    if (shown === undefined || (before !== undefined && after !== undefined && Buffer.compare(before, after) === 0)) continue;
    const type = before === undefined ? 'added' : after === undefined ? 'deleted' : 'modified';
    yield { event: 'storageDiff', key: prefixed(key), [item.returnType]: item.returnType === 'value' ? hex(shown) : hashOf(node.chain, shown), type };
  }
}
