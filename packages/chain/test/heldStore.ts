/** A store whose writes last until the test ends them, well or badly. */

import { OperatingError } from '@taonet/primitives';
import { MemoryStore, type Block, type BlockCommit, type BlockStore, type KeyChange } from '../src/index.ts';

export class HeldStore implements BlockStore {
  readonly stored = undefined;
  readonly #kept = new MemoryStore();
  readonly #held: ((fails: boolean) => void)[] = [];

  /** How many writes wait to be ended. */
  get waiting(): number { return this.#held.length; }

  /** Ends the oldest write that waits. */
  end(how: 'written' | 'failed'): void {
    this.#held.shift()!(how === 'failed');
  }

  begin(genesis: Block): void { this.#kept.begin(genesis); }
  commit(commit: BlockCommit): Promise<void> { return this.#write(() => this.#kept.commit(commit)); }
  amend(number: number, changes: readonly KeyChange[], undo: readonly KeyChange[]): Promise<void> {
    return this.#write(() => this.#kept.amend(number, changes, undo));
  }
  revert(number: number): Promise<void> { return this.#write(() => this.#kept.revert(number)); }
  finalize(): Promise<void> { return this.#write(() => this.#kept.finalize()); }

  state(): Iterable<readonly [string, Uint8Array]> { return this.#kept.state(); }
  block(number: number): Block | undefined { return this.#kept.block(number); }
  numberOf(hash: string): number | undefined { return this.#kept.numberOf(hash); }
  beforeNextChange(key: string, number: number): { readonly value: KeyChange[1] } | undefined { return this.#kept.beforeNextChange(key, number); }
  changedKeys(prefix: string, number: number): readonly string[] { return this.#kept.changedKeys(prefix, number); }
  undoOf(number: number): readonly KeyChange[] { return this.#kept.undoOf(number); }
  flush(): Promise<void> { return this.#kept.flush(); }
  close(): Promise<void> { return this.#kept.close(); }

  #write(make: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#held.push((fails) => {
        if (fails) return reject(new OperatingError('DiskWriteFailed', 'as the test asked'));
        make();
        resolve();
      });
    });
  }
}
