/** What calls did to people's money: free and reserved TAO, and stake. */

import type { Overlay, StateCtx } from '@taonet/frame';
import { compareText, type AccountId, type NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { getBalances } from '../pallets/balances/account.ts';
import { S as System } from '../pallets/system/pallet.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';

/** Rao of TAO (free, reserved, stake on root) or alpha (stake on other subnets), before and after. */
export interface AccountChange {
  readonly account: AccountId;
  readonly kind: 'free' | 'reserved' | 'stake';
  /** Of stake: where it stands. */
  readonly hotkey?: AccountId;
  readonly netuid?: NetUid;
  readonly before: bigint;
  readonly after: bigint;
}

/** Balances and stakes that differ, of accounts whose own entries were written; sorted by account, then kind. `before`: the same state untouched. */
export function accountChanges(before: StateCtx, after: StateCtx & { readonly state: Overlay }): AccountChange[] {
  const found: AccountChange[] = [];
  const stakes = new Map<string, StakeChange>();
  for (const [key] of after.state.changes()) {
    if (key.startsWith(System.Account.prefix(after))) found.push(...balanceChanges(before, after, System.Account.decodeKey(key)[0]));
    for (const item of [S.Alpha, S.AlphaV2]) {
      if (!key.startsWith(item.prefix(after))) continue;
      const [hotkey, coldkey, netuid] = item.decodeKey(key);
      stakes.set(`${hotkey}${coldkey}${netuid}`, { hotkey, coldkey, netuid });
    }
  }
  // eslint-disable-next-line zone/ordered -- sorted below
  for (const stake of stakes.values()) {
    const [was, is] = [before, after].map((ctx) => ruleSetOf(ctx).views.stakeOf(ctx, stake)) as [bigint, bigint];
    if (was !== is) found.push({ account: stake.coldkey, kind: 'stake', hotkey: stake.hotkey, netuid: stake.netuid, before: was, after: is });
  }
  return found.sort((a, b) => compareText(orderOf(a), orderOf(b)));
}

interface StakeChange {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
  readonly netuid: NetUid;
}

function balanceChanges(before: StateCtx, after: StateCtx, account: AccountId): AccountChange[] {
  const [was, is] = [getBalances(before, account), getBalances(after, account)];
  return (['free', 'reserved'] as const).filter((kind) => was[kind] !== is[kind]).map((kind) => ({ account, kind, before: was[kind], after: is[kind] }));
}

const orderOf = ({ account, kind, hotkey, netuid }: AccountChange): string => `${account}${kind}${hotkey ?? ''}${String(netuid ?? 0).padStart(5, '0')}`;
