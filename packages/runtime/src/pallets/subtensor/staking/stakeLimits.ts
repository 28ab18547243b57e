/** Amounts that stake operations must reach or may not pass. */

import type { StateCtx } from '@taonet/frame';
import { ensure, RAO_PER_TAO, saturatingMulU64, U64_MAX, U64F64, type NetUid } from '@taonet/primitives';
import { currentAlphaPrice, isDynamic } from '../../swap/price.ts';
import { simSwapToLimit } from '../../swap/swap.ts';
import { C, E, S } from '../pallet.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';

/** Swaps take no more than this many times the reserve they add to. */
const INPUT_MULTIPLE = 1_000n;
const PRICE_ONE_RAO = RAO_PER_TAO;

/** Rao; the TAO value a stake operation must have. source: pallets/subtensor/src/lib.rs, DefaultMinStake @ 14bc6f9 */
export function getMinStake(ctx: StateCtx): bigint {
  return C.InitialMinStake(ctx);
}

/**
 * Rao a nominator must keep: the minimal stake times a factor in millionths, floored.
 *
 * source: pallets/subtensor/src/utils/misc.rs, get_nominator_min_required_stake @ 14bc6f9
 */
export function getNominatorMinRequiredStake(ctx: StateCtx): bigint {
  return saturatingMulU64(getMinStake(ctx), S.NominatorMinRequiredStake.get(ctx)) / 1_000_000n;
}

/** refuses SubtokenDisabled · source: pallets/subtensor/src/lib.rs, ensure_subtoken_enabled @ 14bc6f9 */
export function ensureSubtokenEnabled(ctx: StateCtx, netuid: NetUid): void {
  ensure(S.SubtokenEnabled.get(ctx, netuid), E.SubtokenDisabled, { netuid });
}

const addInputMax = (ctx: StateCtx, netuid: NetUid): bigint => saturatingMulU64(S.SubnetTAO.get(ctx, netuid), INPUT_MULTIPLE);
const removeInputMax = (ctx: StateCtx, netuid: NetUid): bigint => saturatingMulU64(S.SubnetAlphaIn.get(ctx, netuid), INPUT_MULTIPLE);

/** refuses InsufficientLiquidity · source: pallets/subtensor/src/staking/add_stake.rs, ensure_add_stake_input_within_swap_limit @ 14bc6f9 */
export function ensureAddStakeInputWithinSwapLimit(ctx: StateCtx, netuid: NetUid, rao: bigint): void {
  if (netuid === ROOT_NETUID || !isDynamic(ctx, netuid)) return;
  const max = addInputMax(ctx, netuid);
  ensure(rao <= max, E.InsufficientLiquidity, { netuid, actual: rao, required: max });
}

/** refuses InsufficientLiquidity · source: pallets/subtensor/src/staking/remove_stake.rs, ensure_remove_stake_input_within_swap_limit @ 14bc6f9 */
export function ensureRemoveStakeInputWithinSwapLimit(ctx: StateCtx, netuid: NetUid, alpha: bigint): void {
  if (netuid === ROOT_NETUID || !isDynamic(ctx, netuid)) return;
  const max = removeInputMax(ctx, netuid);
  ensure(alpha <= max, E.InsufficientLiquidity, { netuid, actual: alpha, required: max });
}

/** Root and subnets of mechanism 0 trade at 1. */
function isFixedPrice(ctx: StateCtx, netuid: NetUid): boolean {
  return netuid === ROOT_NETUID || S.SubnetMechanism.get(ctx, netuid) === 0;
}

/**
 * Rao, fee included, that can be staked before the price passes the limit; all or nothing at a fixed price.
 *
 * limitRao: per whole alpha · refuses what a swap refuses
 * source: pallets/subtensor/src/staking/add_stake.rs, get_max_amount_add @ 14bc6f9
 */
export function getMaxAmountAdd(ctx: StateCtx, netuid: NetUid, limitRao: bigint): bigint {
  if (isFixedPrice(ctx, netuid)) return limitRao >= PRICE_ONE_RAO ? U64_MAX : 0n;
  const { amountPaidIn, feePaid } = simSwapToLimit(ctx, netuid, { direction: 'buy', amountIn: addInputMax(ctx, netuid), limitRao, dropFees: false });
  return amountPaidIn + feePaid > U64_MAX ? U64_MAX : amountPaidIn + feePaid;
}

/**
 * Alpha, fee included, that can be unstaked before the price falls below the limit; all or nothing at a fixed price.
 *
 * limitRao: per whole alpha · refuses what a swap refuses
 * source: pallets/subtensor/src/staking/remove_stake.rs, get_max_amount_remove @ 14bc6f9
 */
export function getMaxAmountRemove(ctx: StateCtx, netuid: NetUid, limitRao: bigint): bigint {
  if (isFixedPrice(ctx, netuid)) return limitRao <= PRICE_ONE_RAO ? U64_MAX : 0n;
  const { amountPaidIn, feePaid } = simSwapToLimit(ctx, netuid, { direction: 'sell', amountIn: removeInputMax(ctx, netuid), limitRao, dropFees: false });
  return amountPaidIn + feePaid > U64_MAX ? U64_MAX : amountPaidIn + feePaid;
}

/**
 * Alpha that can be moved before origin price / destination price falls below the limit (in 10⁻⁹). Between two pools an
 * estimate by the constant product, weights left out.
 *
 * source: pallets/subtensor/src/staking/move_stake.rs, get_max_amount_move @ 14bc6f9
 */
export function getMaxAmountMove(ctx: StateCtx, origin: NetUid, destination: NetUid, limitRao: bigint): bigint {
  const originFixed = isFixedPrice(ctx, origin);
  const destinationFixed = isFixedPrice(ctx, destination);
  if (originFixed && destinationFixed) return limitRao > PRICE_ONE_RAO ? 0n : U64_MAX;
  if (originFixed && isDynamic(ctx, destination)) {
    if (limitRao === 0n) return U64_MAX;
    const tao = U64F64.fromInt(PRICE_ONE_RAO);
    const inverse = U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.safeDiv(tao, U64F64.fromInt(limitRao)), tao));
    return getMaxAmountAdd(ctx, destination, inverse);
  }
  if (destinationFixed && isDynamic(ctx, origin)) return getMaxAmountRemove(ctx, origin, limitRao);
  return maxBetweenPools(ctx, origin, destination, limitRao);
}

function maxBetweenPools(ctx: StateCtx, origin: NetUid, destination: NetUid, limitRao: bigint): bigint {
  const [tao1, tao2] = [S.SubnetTAO.get(ctx, origin), S.SubnetTAO.get(ctx, destination)].map(U64F64.fromInt) as [U64F64, U64F64];
  const [alpha1, alpha2] = [S.SubnetAlphaIn.get(ctx, origin), S.SubnetAlphaIn.get(ctx, destination)].map(U64F64.fromInt) as [U64F64, U64F64];
  if (tao1 === 0n || tao2 === 0n || alpha1 === 0n || alpha2 === 0n) return 0n;
  const limit = U64F64.safeDiv(U64F64.fromInt(limitRao), U64F64.fromInt(PRICE_ONE_RAO));
  if (limit > U64F64.safeDiv(currentAlphaPrice(ctx, origin), currentAlphaPrice(ctx, destination))) return 0n;
  if (limitRao === 0n) return U64_MAX;
  const taoSum = U64F64.saturatingAdd(tao2, tao1);
  const atLimit = U64F64.safeDiv(U64F64.saturatingMul(alpha2, U64F64.safeDiv(tao1, taoSum)), limit);
  return U64F64.saturatingToU64(U64F64.saturatingSub(atLimit, U64F64.saturatingMul(alpha1, U64F64.safeDiv(tao2, taoSum))));
}
