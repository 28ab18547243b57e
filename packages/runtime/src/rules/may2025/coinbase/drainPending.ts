/** One subnet's epoch with all that is paid after it. source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, saturatingSubU64, U96F32, type NetUid } from '@taonet/primitives';
import { calculateDistribution } from '../../../pallets/subtensor/coinbase/dividendDistribution.ts';
import { shareWithParents } from '../../../pallets/subtensor/coinbase/parentChildDividends.ts';
import { epoch } from '../epoch/epoch.ts';
import { S } from '../pallet.ts';
import { distributeDividendsAndIncentives } from './payout.ts';

/** What has accumulated for a subnet's epoch. */
export interface PendingEmissions {
  /** Alpha, 10⁻⁹. */
  readonly alpha: bigint;
  /** Rao that root's alpha brought. */
  readonly tao: bigint;
  /** Alpha that was sold for it. */
  readonly swapped: bigint;
  readonly ownerCut: bigint;
}

/** Takes all that is pending. source: run_coinbase, step 7 */
export function takePending(ctx: StateCtx, netuid: NetUid): PendingEmissions {
  const take = (pending: typeof S.PendingEmission | typeof S.PendingRootDivs): bigint => {
    const amount = pending.get(ctx, netuid);
    pending.set(ctx, netuid, 0n);
    return amount;
  };
  return { alpha: take(S.PendingEmission), tao: take(S.PendingRootDivs), swapped: take(S.PendingAlphaSwapped), ownerCut: take(S.PendingOwnerCut) };
}

/**
 * Runs the epoch on all alpha, that which was sold included, and pays. Validators have half of it, and of that half the part that was
 * not sold; without any incentive they have everything that was not sold. Children keep their take; nothing is burned.
 *
 * source: drain_pending_emission
 */
export function drainPendingEmission(ctx: StateCtx, netuid: NetUid, { alpha, tao, swapped, ownerCut }: PendingEmissions): void {
  const whole = saturatingAddU64(alpha, swapped);
  const emissions = epoch(ctx, netuid, whole).map(([hotkey, incentive, dividend]) => ({ hotkey, incentive, dividend }));
  const anyIncentive = emissions.some(({ incentive }) => incentive !== 0n);
  const distribution = calculateDistribution(ctx, netuid, emissions, {
    validatorAlpha: anyIncentive ? saturatingSubU64(whole / 2n, swapped) : alpha,
    rootAlpha: tao,
    share: (state, hotkey, of, dividends) =>
      shareWithParents(state, { hotkey, netuid: of, dividends }, { takeU16: S.ChildkeyTake.get(state, hotkey, of), burnShare: U96F32.zero }),
  });
  distributeDividendsAndIncentives(ctx, netuid, ownerCut, distribution);
}
