/** Stake orders are checked in full before they come into the pool. source: pallets/subtensor/src/lib.rs, SubtensorSignedExtension::validate @ 1b0c63a */

import { inLayer, invalid, type StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { CUSTOM_ERROR } from '../../../extensions/customErrors.ts';
import type { SubtensorCall } from '../../../pallets/subtensor/guards/subtensorCall.ts';
import { getMaxAmountAdd, getMaxAmountMove, getMaxAmountRemove } from '../staking/stakeLimits.ts';
import { validateAddStake } from '../staking/validateAddStake.ts';
import { validateRemoveStake, validateUnstakeAll } from '../staking/validateRemoveStake.ts';
import { validateStakeTransition } from '../staking/validateStakeTransition.ts';

export type StakeOrder = Extract<SubtensorCall, {
  readonly type:
    | 'add_stake' | 'add_stake_limit' | 'remove_stake' | 'remove_stake_limit' | 'unstake_all' | 'unstake_all_alpha'
    | 'move_stake' | 'transfer_stake' | 'swap_stake' | 'swap_stake_limit';
}>;

/** Throws ZeroMaxAmount, or refuses what the order would refuse but for SubtokenDisabled of add_stake and remove_stake. */
export function validateStakeOrder(ctx: StateCtx, who: AccountId, { type, value }: StakeOrder): void {
  const coldkey = who;
  switch (type) {
    case 'add_stake': {
      const { hotkey, netuid, amount_staked: tao } = value;
      return validateAddStake(ctx, { coldkey, hotkey, netuid, tao, maxTao: tao, allowPartial: false });
    }
    case 'add_stake_limit': {
      const { hotkey, netuid, amount_staked: tao, allow_partial: allowPartial } = value;
      const maxTao = orZeroMaxAmount(ctx, () => getMaxAmountAdd(ctx, netuid, value.limit_price));
      return validateAddStake(ctx, { coldkey, hotkey, netuid, tao, maxTao, allowPartial });
    }
    case 'remove_stake': {
      const { hotkey, netuid, amount_unstaked: alpha } = value;
      return validateRemoveStake(ctx, { coldkey, hotkey, netuid, alpha, maxAlpha: alpha, allowPartial: false });
    }
    case 'remove_stake_limit': {
      const { hotkey, netuid, amount_unstaked: alpha, allow_partial: allowPartial } = value;
      const maxAlpha = orZeroMaxAmount(ctx, () => getMaxAmountRemove(ctx, netuid, value.limit_price));
      return validateRemoveStake(ctx, { coldkey, hotkey, netuid, alpha, maxAlpha, allowPartial });
    }
    case 'unstake_all': return validateUnstakeAll(ctx, coldkey, value.hotkey, false);
    case 'unstake_all_alpha': return validateUnstakeAll(ctx, coldkey, value.hotkey, true);
    case 'move_stake':
      return validateTransition(ctx, { coldkey, hotkey: value.origin_hotkey }, { coldkey, hotkey: value.destination_hotkey }, value);
    case 'transfer_stake':
      return validateTransition(ctx, { coldkey, hotkey: value.hotkey }, { coldkey: value.destination_coldkey, hotkey: value.hotkey }, value, true);
    case 'swap_stake': {
      const pair = { coldkey, hotkey: value.hotkey };
      return validateTransition(ctx, pair, pair, value);
    }
    case 'swap_stake_limit': {
      const pair = { coldkey, hotkey: value.hotkey };
      const { origin_netuid: originNetuid, destination_netuid: destinationNetuid, alpha_amount: alpha, limit_price: limitRao, allow_partial: allowPartial } = value;
      const maxAlpha = orZeroMaxAmount(ctx, () => getMaxAmountMove(ctx, originNetuid, destinationNetuid, limitRao));
      return validateStakeTransition(ctx, {
        from: pair, to: pair, originNetuid, destinationNetuid, alpha, maxAlpha, limit: { limitRao, allowPartial }, checkTransferToggle: false,
      });
    }
  }
}

interface Keys {
  readonly coldkey: AccountId;
  readonly hotkey: AccountId;
}

interface AtAnyPrice {
  readonly origin_netuid: number;
  readonly destination_netuid: number;
  readonly alpha_amount: bigint;
}

function validateTransition(ctx: StateCtx, from: Keys, to: Keys, { origin_netuid: originNetuid, destination_netuid: destinationNetuid, alpha_amount: alpha }: AtAnyPrice, checkTransferToggle = false): void {
  validateStakeTransition(ctx, { from, to, originNetuid, destinationNetuid, alpha, maxAlpha: alpha, limit: undefined, checkTransferToggle });
}

/** A limit that lets nothing through. */
function orZeroMaxAmount(ctx: StateCtx, max: () => bigint): bigint {
  const found = inLayer(ctx, max);
  return 'ok' in found ? found.ok : invalid({ custom: CUSTOM_ERROR.ZeroMaxAmount }, found.refusal.facts);
}
