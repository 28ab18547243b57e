/** What one coldkey has claimed on one hotkey, subnet by subnet, while a claim runs over all of them. */

import type { StateCtx } from '@taonet/frame';
import { compareNumbers, saturatingAddU128, SortedMap, type AccountId, type I96F32, type NetUid } from '@taonet/primitives';
import { S } from '../../pallet.ts';
import { claimedByStake } from './adjustClaimed.ts';

export interface ClaimedLedger {
  /** Alpha claimed so far. */
  get(netuid: NetUid): bigint;
  add(netuid: NetUid, alpha: bigint): void;
  /** New root stake: on every subnet of `rates` the past counts as claimed, and its figure is written even when it is 0. */
  addStake(rates: readonly (readonly [NetUid, I96F32])[], rao: bigint): void;
  write(): void;
}

export function createClaimedLedger(ctx: StateCtx, hotkey: AccountId, coldkey: AccountId): ClaimedLedger {
  const read = new Map<NetUid, bigint>();
  const changed = new SortedMap<NetUid, bigint>(compareNumbers);
  const get = (netuid: NetUid): bigint => {
    const known = changed.get(netuid) ?? read.get(netuid);
    if (known !== undefined) return known;
    const stored = S.RootClaimed.get(ctx, netuid, hotkey, coldkey);
    read.set(netuid, stored);
    return stored;
  };
  const add = (netuid: NetUid, alpha: bigint): void => {
    changed.set(netuid, saturatingAddU128(get(netuid), alpha));
  };
  return {
    get,
    add,
    addStake(rates, rao) {
      for (const [netuid, rate] of rates) add(netuid, claimedByStake(rate, rao));
    },
    write() {
      for (const [netuid, claimed] of changed) S.RootClaimed.set(ctx, netuid, hotkey, coldkey, claimed);
    },
  };
}
