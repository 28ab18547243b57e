/** Staking TAO. source: pallets/subtensor/src/staking/add_stake.rs @ 14bc6f9 */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { getOwningColdkeyForHotkey, maybeBecomeDelegate } from './accounts.ts';
import { ANY_BUY_PRICE } from './poolSwaps.ts';
import { ensureAddStakeInputWithinSwapLimit, getMaxAmountAdd } from './stakeLimits.ts';
import { stakeIntoSubnet } from './stakeIntoSubnet.ts';
import { validateAddStake } from './validateAddStake.ts';

export interface AddStakeOrder {
  readonly hotkey: AccountId;
  readonly netuid: NetUid;
  /** Rao. */
  readonly tao: bigint;
}

/** `limitRao` per whole alpha; without `allowPartial` all or nothing. */
export interface LimitTerms {
  readonly limitRao: bigint;
  readonly allowPartial: boolean;
}

/**
 * Stakes at any price.
 *
 * returns: alpha · refuses BadOrigin and what `validateAddStake` and `stakeIntoSubnet` refuse
 * source: do_add_stake
 */
export function doAddStake(ctx: Ctx, origin: Origin, { hotkey, netuid, tao }: AddStakeOrder): bigint {
  const coldkey = ensureSigned(origin);
  ensureAddStakeInputWithinSwapLimit(ctx, netuid, tao);
  validateAddStake(ctx, { coldkey, hotkey, netuid, tao, maxTao: tao, allowPartial: false });
  return stakeIntoSubnet(ctx, { hotkey, coldkey, netuid }, tao, ANY_BUY_PRICE);
}

/**
 * Stakes up to a price. Whoever stakes on another's hotkey makes it a delegate.
 *
 * returns: alpha · refuses as `doAddStake`, and PriceLimitExceeded of pallet Swap
 * source: do_add_stake_limit
 */
export function doAddStakeLimit(ctx: Ctx, origin: Origin, { hotkey, netuid, tao }: AddStakeOrder, { limitRao, allowPartial }: LimitTerms): bigint {
  const coldkey = ensureSigned(origin);
  ensureAddStakeInputWithinSwapLimit(ctx, netuid, tao);
  const maxTao = getMaxAmountAdd(ctx, netuid, limitRao);
  validateAddStake(ctx, { coldkey, hotkey, netuid, tao, maxTao, allowPartial });
  if (getOwningColdkeyForHotkey(ctx, hotkey) !== coldkey) maybeBecomeDelegate(ctx, hotkey);
  const possible = tao < maxTao ? tao : maxTao;
  return stakeIntoSubnet(ctx, { hotkey, coldkey, netuid }, possible, { limitRao, dropFees: false });
}
