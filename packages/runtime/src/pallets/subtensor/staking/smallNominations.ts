/** Nominations that have become too small are ended. source: pallets/subtensor/src/staking/helpers.rs @ 14bc6f9 */

import { inLayer, type Ctx, type StateCtx } from '@taonet/frame';
import { U64F64, type AccountId } from '@taonet/primitives';
import { currentAlphaPrice } from '../../swap/price.ts';
import { forceReduceLock } from '../locks/lockStake.ts';
import { S } from '../pallet.ts';
import { getAllSubnetNetuids } from '../subnets/subnetwork.ts';
import { coldkeyOwnsHotkey } from './accounts.ts';
import { alphaEntries } from './alphaEntries.ts';
import { ANY_SELL_PRICE } from './poolSwaps.ts';
import { getNominatorMinRequiredStake } from './stakeLimits.ts';
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './stakeShares.ts';
import { getTotalStakeForHotkey } from './totals.ts';
import { unstakeFromSubnet } from './unstakeFromSubnet.ts';

/**
 * Unstakes what a nominator (not the hotkey's owner) has left when it is worth less than required; when that is impossible the
 * stake is dropped.
 *
 * source: clear_small_nomination_if_required
 */
export function clearSmallNominationIfRequired(ctx: Ctx, key: StakeKey): void {
  const { hotkey, coldkey, netuid } = key;
  if (coldkeyOwnsHotkey(ctx, coldkey, hotkey)) return;
  const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  const price = currentAlphaPrice(ctx, netuid);
  const minAlpha = U64F64.saturatingToU64(U64F64.safeDiv(U64F64.fromInt(getNominatorMinRequiredStake(ctx)), price));
  if (alpha === 0n || alpha >= minAlpha) return;
  const outcome = inLayer(ctx, () => unstakeFromSubnet(ctx, key, coldkey, { alpha, ...ANY_SELL_PRICE }));
  if ('refusal' in outcome) decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, getStakeForHotkeyAndColdkeyOnSubnet(ctx, key));
  forceReduceLock(ctx, coldkey, netuid, alpha);
}

/** The same for everybody; walks over all stakes. source: clear_small_nominations */
export function clearSmallNominations(ctx: Ctx): void {
  for (const { hotkey, coldkey, netuid } of alphaEntries(ctx)) clearSmallNominationIfRequired(ctx, { hotkey, coldkey, netuid });
}

/** A hotkey that fell below the stake threshold loses the children it has asked for. */
export function dropPendingChildrenBelowThreshold(ctx: StateCtx, hotkey: AccountId): void {
  if (getTotalStakeForHotkey(ctx, hotkey) >= S.StakeThreshold.get(ctx)) return;
  for (const netuid of getAllSubnetNetuids(ctx)) S.PendingChildKeys.remove(ctx, netuid, hotkey);
}
