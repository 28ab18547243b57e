import { totalWeight, type BlockCtx, type Hooks } from '@taonet/frame';
import { BLOCK_LIMITS } from '../../limits.ts';
import { measured } from '../../weights/weightRow.ts';
import { getBlockWeight } from '../system/blockWeight.ts';
import { Ev, S } from './pallet.ts';

const WEIGHT = measured(0, 0, 2, 1);
const MILLION = 1_000_000n;
/** Block fullness at which the fee stays, in millionths. */
const IDEAL = 500_000n;
/** Wei per gas; half of the default fee. */
const LOWEST_FEE = 10_000_000_000n;
const U256_MAX = (1n << 256n) - 1n;

/**
 * The fee of a unit of gas follows how full the block was: linearly, up to the elasticity for a full or an empty block.
 *
 * A fee whose product with the change does not fit 256 bits stays. Event BaseFeeOverflow.
 *
 * rounding: floors, the product of elasticity and change too · source: frontier d553a1155, frame/base-fee/src/lib.rs, on_finalize
 */
export const hooks: Hooks = {
  onInitialize: () => WEIGHT,
  onFinalize(ctx) {
    const elasticity = BigInt(S.Elasticity.get(ctx));
    if (elasticity === 0n) return;
    const usage = getUsage(ctx);
    if (usage === IDEAL) return;
    const distance = usage > IDEAL ? usage - IDEAL : IDEAL - usage;
    const share = (elasticity * distance * 2n) / MILLION;
    const fee = S.BaseFeePerGas.get(ctx);
    const product = fee * share;
    if (product > U256_MAX) ctx.deposit(Ev.BaseFeeOverflow());
    else S.BaseFeePerGas.set(ctx, usage > IDEAL ? raised(fee, product / MILLION) : lowered(fee, product / MILLION));
  },
};

const raised = (fee: bigint, change: bigint): bigint => (fee + change > U256_MAX ? U256_MAX : fee + change);
const lowered = (fee: bigint, change: bigint): bigint => (fee - change < LOWEST_FEE ? LOWEST_FEE : fee - change);

/** How full the block is, in millionths, at most all of it. */
function getUsage(ctx: BlockCtx): bigint {
  const used = (totalWeight(getBlockWeight(ctx)).refTime * MILLION) / BLOCK_LIMITS.maxBlock.refTime;
  return used > MILLION ? MILLION : used;
}
