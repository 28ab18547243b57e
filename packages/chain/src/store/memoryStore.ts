/** Blocks and history in memory: for tests, simulations and the browser. */

import { MemoryState } from '@taonet/frame';
import { defect, type Hash } from '@taonet/primitives';
import type { Block, BlockCommit, BlockStore, KeyChange, StoredHead } from '../ports.ts';

interface Kept {
  readonly block: Block;
  /** key → what it held before this block. */
  readonly undo: Map<string, KeyChange[1]>;
}

/** In a distance of so many blocks their change lists are walked, farther back the index of keys is. */
const NEAR_BLOCKS = 256;
const PRESENT = new Uint8Array(0);

export class MemoryStore implements BlockStore {
  readonly stored: StoredHead | undefined = undefined;
  readonly #kept: Kept[] = [];
  readonly #numbers = new Map<Hash, number>();
  /** key → ascending numbers of the blocks that changed it. */
  readonly #changes = new Map<string, number[]>();
  /** Keys of `#changes`, kept for walks by prefix. */
  readonly #keys = new MemoryState();

  state(): Iterable<readonly [string, Uint8Array]> {
    throw defect('EmptyStore');
  }

  begin(genesis: Block): void {
    this.#put(genesis, []);
  }

  commit({ block, undo }: BlockCommit): void {
    this.#put(block, undo);
  }

  #put(block: Block, undo: readonly KeyChange[]): void {
    if (block.number !== this.#kept.length) throw defect('BlockOutOfOrder', { number: block.number, expected: this.#kept.length });
    this.#kept.push({ block, undo: new Map(undo) });
    this.#numbers.set(block.hash, block.number);
    for (const [key] of undo) this.#note(key, block.number);
  }

  #note(key: string, number: number): void {
    const numbers = this.#changes.get(key);
    if (numbers === undefined) {
      this.#changes.set(key, [number]);
      this.#keys.set(key, PRESENT);
    } else numbers.push(number);
  }

  amend(number: number, _changes: readonly KeyChange[], undo: readonly KeyChange[]): void {
    const kept = this.#kept[number]!;
    for (const [key, before] of undo) {
      if (kept.undo.has(key)) continue;
      kept.undo.set(key, before);
      this.#note(key, number);
    }
  }

  revert(number: number): void {
    while (this.#kept.length > number + 1) {
      const { block, undo } = this.#kept.pop()!;
      this.#numbers.delete(block.hash);
      for (const key of undo.keys()) {
        const numbers = this.#changes.get(key)!;
        numbers.pop();
        if (numbers.length > 0) continue;
        this.#changes.delete(key);
        this.#keys.delete(key);
      }
    }
  }

  finalize(): void {}

  block(number: number): Block | undefined {
    return this.#kept[number]?.block;
  }

  numberOf(hash: Hash): number | undefined {
    return this.#numbers.get(hash);
  }

  beforeNextChange(key: string, number: number): { readonly value: KeyChange[1] } | undefined {
    const next = firstAbove(this.#changes.get(key), number);
    return next === undefined ? undefined : { value: this.#kept[next]!.undo.get(key)! };
  }

  changedKeys(prefix: string, number: number): readonly string[] {
    const head = this.#kept.length - 1;
    if (head - number > NEAR_BLOCKS) {
      return this.#keys.keysWithPrefix(prefix).filter((key) => firstAbove(this.#changes.get(key), number) !== undefined);
    }
    const found = new Set<string>();
    for (let at = number + 1; at <= head; at++) {
      for (const key of this.#kept[at]!.undo.keys()) if (key.startsWith(prefix)) found.add(key);
    }
    return [...found].sort();
  }

  undoOf(number: number): readonly KeyChange[] {
    return [...(this.#kept[number]?.undo ?? [])];
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function firstAbove(numbers: readonly number[] | undefined, number: number): number | undefined {
  if (numbers === undefined || numbers[numbers.length - 1]! <= number) return undefined;
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= number) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}
