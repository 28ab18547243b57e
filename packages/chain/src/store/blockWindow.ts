/** A run of consecutive blocks in memory, with what each changed: the whole of a memory store, the newest part of one on disk. */

import { MemoryState } from '@taonet/frame';
import { defect, type Hash } from '@taonet/primitives';
import type { Block, KeyChange } from '../ports.ts';

interface Kept {
  readonly block: Block;
  /** key → what it held before this block. */
  readonly undo: Map<string, KeyChange[1]>;
  bytes: number;
}

/** In a distance of so many blocks their change lists are walked, farther back the index of keys is. */
const NEAR_BLOCKS = 256;
const PRESENT = new Uint8Array(0);
/** What a key and its value before take besides their bytes. */
const OVERHEAD_BYTES = 128;

export class BlockWindow {
  #first: number;
  #kept: Kept[] = [];
  #bytes = 0;
  readonly #numbers = new Map<Hash, number>();
  /** key → ascending numbers of the blocks that changed it. */
  readonly #changes = new Map<string, number[]>();
  /** Keys of `#changes`, kept for walks by prefix. */
  readonly #keys = new MemoryState();

  constructor(first: number) {
    this.#first = first;
  }

  /** The oldest block in here, or the number the next one must have. */
  get first(): number { return this.#first; }
  get next(): number { return this.#first + this.#kept.length; }
  /** What all blocks in here and their changes take, about. */
  get bytes(): number { return this.#bytes; }

  put(block: Block, undo: readonly KeyChange[]): void {
    if (block.number !== this.next) throw defect('BlockOutOfOrder', { number: block.number, expected: this.next });
    const bytes = block.extrinsics.reduce((sum, extrinsic) => sum + extrinsic.length, block.header.length) + bytesOf(undo);
    this.#kept.push({ block, undo: new Map(undo), bytes });
    this.#bytes += bytes;
    this.#numbers.set(block.hash, block.number);
    for (const [key] of undo) this.#note(key, block.number);
  }

  /** Adds to what the newest block `number` changed. */
  amend(number: number, undo: readonly KeyChange[]): void {
    const kept = this.#kept[number - this.#first];
    if (kept === undefined) return;
    for (const [key, before] of undo) {
      if (kept.undo.has(key)) continue;
      kept.undo.set(key, before);
      const bytes = bytesOf([[key, before]]);
      kept.bytes += bytes;
      this.#bytes += bytes;
      this.#note(key, number);
    }
  }

  /** Forgets all blocks above `number`. */
  revert(number: number): void {
    while (this.#kept.length > 0 && this.next > number + 1) {
      const { block, undo, bytes } = this.#kept.pop()!;
      this.#bytes -= bytes;
      this.#numbers.delete(block.hash);
      for (const key of undo.keys()) this.#unnote(key, (numbers) => numbers.pop());
    }
    if (this.#kept.length === 0) this.#first = Math.min(this.#first, number + 1);
  }

  /** Forgets the oldest blocks, up to but not `number`. */
  dropBelow(number: number): void {
    const count = Math.min(Math.max(0, number - this.#first), this.#kept.length);
    for (const { block, undo, bytes } of this.#kept.splice(0, count)) {
      this.#bytes -= bytes;
      this.#numbers.delete(block.hash);
      for (const key of undo.keys()) this.#unnote(key, (numbers) => numbers.shift());
    }
    this.#first += count;
  }

  /** Forgets the oldest blocks below `number` until the others take at most `bytes`. */
  shrinkTo(bytes: number, number: number): void {
    let left = this.#bytes;
    let below = this.#first;
    while (left > bytes && below < Math.min(number, this.next)) left -= this.#kept[below++ - this.#first]!.bytes;
    this.dropBelow(below);
  }

  block(number: number): Block | undefined {
    return this.#kept[number - this.#first]?.block;
  }

  numberOf(hash: Hash): number | undefined {
    return this.#numbers.get(hash);
  }

  /** What `key` held before the first block in here above `number` that changed it. */
  beforeNextChange(key: string, number: number): { readonly value: KeyChange[1] } | undefined {
    const next = firstAbove(this.#changes.get(key), number);
    return next === undefined ? undefined : { value: this.#kept[next - this.#first]!.undo.get(key)! };
  }

  /** Keys below `prefix` that blocks in here above `number` changed, ascending. */
  changedKeys(prefix: string, number: number): readonly string[] {
    if (this.next - 1 - number > NEAR_BLOCKS) {
      return this.#keys.keysWithPrefix(prefix).filter((key) => firstAbove(this.#changes.get(key), number) !== undefined);
    }
    const found = new Set<string>();
    for (let at = Math.max(number + 1, this.#first); at < this.next; at++) {
      for (const key of this.#kept[at - this.#first]!.undo.keys()) if (key.startsWith(prefix)) found.add(key);
    }
    return [...found].sort();
  }

  undoOf(number: number): readonly KeyChange[] | undefined {
    const kept = this.#kept[number - this.#first];
    return kept === undefined ? undefined : [...kept.undo];
  }

  #note(key: string, number: number): void {
    const numbers = this.#changes.get(key);
    if (numbers === undefined) {
      this.#changes.set(key, [number]);
      this.#keys.set(key, PRESENT);
    } else numbers.push(number);
  }

  #unnote(key: string, take: (numbers: number[]) => void): void {
    const numbers = this.#changes.get(key)!;
    take(numbers);
    if (numbers.length > 0) return;
    this.#changes.delete(key);
    this.#keys.delete(key);
  }
}

function bytesOf(undo: readonly KeyChange[]): number {
  return undo.reduce((sum, [key, before]) => sum + OVERHEAD_BYTES + key.length + (before?.length ?? 0), 0);
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
