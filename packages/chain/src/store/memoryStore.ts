/** Blocks and history in memory: for tests, simulations and the browser. */

import { defect, type Hash } from '@taonet/primitives';
import type { Block, BlockCommit, BlockStore, KeyChange, StoredHead } from '../ports.ts';
import { BlockWindow } from './blockWindow.ts';

export class MemoryStore implements BlockStore {
  readonly stored: StoredHead | undefined = undefined;
  readonly #blocks = new BlockWindow(0);

  state(): Iterable<readonly [string, Uint8Array]> {
    throw defect('EmptyStore');
  }

  begin(genesis: Block): void {
    this.#blocks.put(genesis, []);
  }

  commit({ block, undo }: BlockCommit): void {
    this.#blocks.put(block, undo);
  }

  amend(number: number, _changes: readonly KeyChange[], undo: readonly KeyChange[]): void {
    this.#blocks.amend(number, undo);
  }

  revert(number: number): void {
    this.#blocks.revert(number);
  }

  finalize(): void {}

  block(number: number): Block | undefined {
    return this.#blocks.block(number);
  }

  numberOf(hash: Hash): number | undefined {
    return this.#blocks.numberOf(hash);
  }

  beforeNextChange(key: string, number: number): { readonly value: KeyChange[1] } | undefined {
    return this.#blocks.beforeNextChange(key, number);
  }

  changedKeys(prefix: string, number: number): readonly string[] {
    return this.#blocks.changedKeys(prefix, number);
  }

  undoOf(number: number): readonly KeyChange[] {
    return this.#blocks.undoOf(number) ?? [];
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
