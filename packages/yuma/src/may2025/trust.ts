import { safeDiv, type X32, ZERO } from '../bits.ts';
import { computeRanks } from '../incentive.ts';
import type { EpochRun } from '../epochRun.ts';

/**
 * Each miner's trust: which part of its rank survives clipping; zero for one without any weight.
 *
 * rounding: toward zero
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch; epoch/math.rs, vecdiv @ 1b0c63a
 */
export function computeTrust({ weights, activeStake, ranks }: Pick<EpochRun, 'weights' | 'activeStake' | 'ranks'>): X32[] {
  const preranks = computeRanks(weights, activeStake);
  return ranks.map((rank, uid) => safeDiv(rank, preranks[uid] ?? ZERO));
}
