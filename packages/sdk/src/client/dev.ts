/** Developer controls of a local node: time, state, snapshots. They exist on clients of local nodes only. */

import type { Reads } from './reads.ts';
import { badInput } from '../errors.ts';
import type { Queries } from '../typed/surfaces.ts';
import { Tao } from '../units.ts';
import type { Who } from './names.ts';
import type { BlockRef } from './view.ts';

type ValueOf<Q> = Q extends (...keys: never[]) => Promise<infer V> ? NonNullable<V> : never;
type KeysOf<Q> = Q extends (...keys: infer K) => Promise<unknown> ? K : never;
type ItemName = { [P in keyof Queries]: `${P}.${keyof Queries[P] & string}` }[keyof Queries];
type ItemOf<N extends string> = N extends `${infer P}.${infer I}` ? P extends keyof Queries ? I extends keyof Queries[P] ? Queries[P][I] : never : never : never;

export class DevControls {
  readonly #reads: Reads;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** Makes blocks; every hook runs. */
  mine(blocks = 1): Promise<BlockRef> {
    return this.#reads.rpc('dev_mine', blocks);
  }

  /** Makes blocks until a number is reached, or until a subnet's next epoch has run. */
  mineUntil(target: { readonly block: number } | { readonly epochOf: number }): Promise<BlockRef> {
    return this.#reads.rpc('dev_mineUntil', target);
  }

  /** Milliseconds since 1970; the clock runs on from there. */
  setTime(milliseconds: number): Promise<number> {
    return this.#reads.rpc('dev_setTime', milliseconds);
  }

  increaseTime(milliseconds: number): Promise<number> {
    return this.#reads.rpc('dev_increaseTime', milliseconds);
  }

  /** `'250ms'`, `'12s'`, `'instant'`, `'manual'` */
  setBlockTime(value: string): Promise<string> {
    return this.#reads.rpc('dev_setBlockTime', value);
  }

  /** Marks the present: state, head, pool and clock. */
  snapshot(): Promise<number> {
    return this.#reads.rpc('dev_snapshot');
  }

  async revert(snapshot: number): Promise<void> {
    await this.#reads.rpc('dev_revert', snapshot);
  }

  /** Gives an account exactly so much. */
  async setBalance(who: Who, amount: Tao): Promise<void> {
    if (!(amount instanceof Tao)) throw badInput('amount', 'TAO', amount);
    await this.#reads.rpc('dev_setBalance', this.#reads.addressOf(who), String(amount.rao));
  }

  /** Writes one storage item: `set('SubtensorModule.Tempo', [1], 10)`; `undefined` removes it. */
  async set<const N extends ItemName>(item: N, keys: KeysOf<ItemOf<N>>, value: ValueOf<ItemOf<N>> | undefined): Promise<void> {
    const [pallet, name] = item.split('.') as [string, string];
    const storage = this.#reads.runtime.storage(pallet, name);
    await this.#reads.rpc('dev_setStorage', [[storage.key(keys as readonly unknown[]), value === undefined ? null : storage.encodeValue(value)]]);
  }

  /** Lets transactions of an account pass whatever their signature: `send({ signer: impersonated(who) })`. */
  async impersonate(who: Who): Promise<void> {
    await this.#reads.rpc('dev_impersonate', this.#reads.addressOf(who));
  }

  async stopImpersonating(who?: Who): Promise<void> {
    await this.#reads.rpc('dev_stopImpersonating', ...(who === undefined ? [] : [this.#reads.addressOf(who)]));
  }
}
