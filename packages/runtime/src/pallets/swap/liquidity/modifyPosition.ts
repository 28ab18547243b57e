import type { Ctx } from '@taonet/frame';
import { computeModifyPosition, type LiquidityModified } from '@taonet/pools';
import { ensure, refuse } from '@taonet/primitives';
import type { StakeKey } from '../../subtensor/staking/stakeShares.ts';
import { E, Ev, S } from '../pallet.ts';
import { getConcentratedPool, writeChange, writePosition } from '../pools/concentratedState.ts';
import { ensureCanProvide, payOut, provide } from './purse.ts';
import { getPosition } from './removeLiquidity.ts';

/**
 * Adds `delta` to a position or takes it, and pays the fees. The provided reserves are not touched, as upstream left them.
 *
 * refuses UserLiquidityDisabled, LiquidityNotFound, InvalidLiquidityValue, InvalidTickRange, InsufficientBalance, InsufficientLiquidity, and
 *   what `provide` and `payOut` refuse
 * source: pallets/swap/src/pallet/mod.rs, modify_position; impls.rs, do_modify_position @ 459fa72
 */
export function doModifyPosition(ctx: Ctx, key: StakeKey, positionId: bigint, delta: bigint): void {
  const { coldkey, netuid } = key;
  ensure(S.EnabledUserLiquidity.get(ctx, netuid), E.UserLiquidityDisabled, { netuid });
  const open = getPosition(ctx, netuid, coldkey, positionId);
  const modified = computeModifyPosition(getConcentratedPool(ctx, netuid), open, delta);
  if (!modified.ok) return refuse(E[modified.refusal], { netuid, ...modified.facts });
  if (delta > 0n) ensureCanProvide(ctx, key, modified);
  writeChange(ctx, netuid, modified.change);
  if (modified.removed) S.Positions.remove(ctx, netuid, coldkey, positionId);
  else writePosition(ctx, netuid, coldkey, positionId, modified.position);

  const { tao, alpha } = modified;
  (delta > 0n ? provide : payOut)(ctx, key, { tao, alpha });
  depositModified(ctx, key, { positionId, delta, modified });
  payOut(ctx, key, modified.fees);
}

interface Modification {
  readonly positionId: bigint;
  readonly delta: bigint;
  readonly modified: LiquidityModified;
}

/** In LiquidityModified amounts that were paid out are negative. */
function depositModified(ctx: Ctx, key: StakeKey, { positionId, delta, modified }: Modification): void {
  const { tao, alpha, fees, position } = modified;
  const fields = { ...key, position_id: positionId, fee_tao: fees.tao, fee_alpha: fees.alpha, tick_low: position.tickLow, tick_high: position.tickHigh };
  if (modified.removed) return ctx.deposit(Ev.LiquidityRemoved({ ...fields, liquidity: -delta, tao, alpha }));
  const sign = delta > 0n ? 1n : -1n;
  ctx.deposit(Ev.LiquidityModified({ ...fields, liquidity: delta, tao: BigInt.asIntN(64, sign * tao), alpha: BigInt.asIntN(64, sign * alpha) }));
}
