/** A validator's dividends shared with the hotkeys whose stake works for it. source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { U16_MAX, U96F32, type AccountId, type NetUid } from '@taonet/primitives';
import { getChildkeyTake } from '../children/childkeyTake.ts';
import { S } from '../pallet.ts';
import { getStakeForHotkeyOnSubnet } from '../staking/stakeShares.ts';
import { normalizedProportion } from '../staking/stakeWeights.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { recycleSubnetAlpha } from './alpha.ts';
import { getCkBurn, getTaoWeight } from './rootProportion.ts';

/** Alpha, 10⁻⁹, for a hotkey. */
export interface HotkeyAlpha {
  readonly hotkey: AccountId;
  readonly alpha: bigint;
}

/** Stake of the hotkey that counts for a share of 1: alpha·share + (root·share)·weight. */
function contributionOf(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, share: U96F32): U96F32 {
  const root = U96F32.saturatingMul(U96F32.fromInt(getStakeForHotkeyOnSubnet(ctx, hotkey, ROOT_NETUID)), share);
  const alpha = U96F32.saturatingMul(U96F32.fromInt(getStakeForHotkeyOnSubnet(ctx, hotkey, netuid)), share);
  return U96F32.saturatingAdd(alpha, U96F32.saturatingMul(root, getTaoWeight(ctx)));
}

/** What of its own stake the hotkey keeps for itself, cut to a whole number. source: get_self_contribution */
function selfContribution(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): U96F32 {
  const share = S.ChildKeys.get(ctx, hotkey, netuid)
    .reduce((left, [proportion]) => U96F32.saturatingSub(left, normalizedProportion(proportion)), U96F32.one);
  return U96F32.fromInt(U96F32.saturatingToU64(contributionOf(ctx, hotkey, netuid, share)));
}

/**
 * Parents get dividends in proportion to what they contribute. A parent of another owner first pays the childkey's take (to the
 * child) and the childkey burn (recycled), both of its undiminished part. The child gets the rest.
 *
 * returns: parents in their stored order, then the hotkey itself
 * source: get_parent_child_dividends_distribution
 */
export function getParentChildDividendsDistribution(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, dividends: bigint): HotkeyAlpha[] {
  return shareWithParents(ctx, { hotkey, netuid, dividends }, { takeU16: getChildkeyTake(ctx, hotkey, netuid), burnShare: getCkBurn(ctx) });
}

/** How a child shares its parents' part. */
export interface ChildkeyTerms {
  /** What it keeps of the part of parents of another owner, 65535ths. */
  readonly takeU16: number;
  /** What of that part is recycled, as a share of 1. */
  readonly burnShare: U96F32;
}

/**
 * The same on terms given.
 *
 * source: get_parent_child_dividends_distribution, also @ 1b0c63a
 */
export function shareWithParents(
  ctx: StateCtx,
  { hotkey, netuid, dividends }: { readonly hotkey: AccountId; readonly netuid: NetUid; readonly dividends: bigint },
  { takeU16, burnShare }: ChildkeyTerms,
): HotkeyAlpha[] {
  const parents = S.ParentKeys.get(ctx, hotkey, netuid);
  if (parents.length === 0) return [{ hotkey, alpha: dividends }];
  const contributions = parents.map(([proportion, parent]) => ({ parent, contribution: contributionOf(ctx, parent, netuid, normalizedProportion(proportion)) }));
  const total = contributions.reduce((sum, { contribution }) => U96F32.saturatingAdd(sum, contribution), selfContribution(ctx, hotkey, netuid));
  const owner = S.Owner.get(ctx, hotkey);
  const takeShare = U96F32.safeDiv(U96F32.fromInt(takeU16), U96F32.fromInt(U16_MAX));
  const whole = U96F32.fromInt(dividends);

  let rest = whole;
  let takes = U96F32.zero;
  const shared = contributions.map(({ parent, contribution }): HotkeyAlpha => {
    const factor = U96F32.checkedDiv(contribution, total) ?? U96F32.zero;
    const part = U96F32.saturatingMul(whole, factor);
    rest = U96F32.saturatingSub(rest, part);
    if (S.Owner.get(ctx, parent) === owner) return { hotkey: parent, alpha: U96F32.saturatingToU64(part) };
    const burned = U96F32.saturatingMul(burnShare, part);
    const take = U96F32.saturatingMul(takeShare, part);
    takes = U96F32.saturatingAdd(takes, take);
    recycleSubnetAlpha(ctx, netuid, U96F32.saturatingToU64(burned));
    return { hotkey: parent, alpha: U96F32.saturatingToU64(U96F32.saturatingSub(U96F32.saturatingSub(part, burned), take)) };
  });
  return [...shared, { hotkey, alpha: U96F32.saturatingToU64(U96F32.saturatingAdd(rest, takes)) }];
}
