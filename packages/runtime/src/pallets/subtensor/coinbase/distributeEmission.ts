/** One subnet's epoch with all that is paid after it. */

import type { Ctx } from '@taonet/frame';
import { saturatingAddU64 } from '@taonet/primitives';
import type { EpochKernel } from '@taonet/yuma';
import { epochWithMechanisms } from '../epoch/epoch.ts';
import { calculateDistribution } from './dividendDistribution.ts';
import type { DrainedEmission } from './drainPending.ts';
import { getParentChildDividendsDistribution } from './parentChildDividends.ts';
import { distributeDividendsAndIncentives } from './payout.ts';

/**
 * Without any incentive validators get the miners' part too.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, distribute_emission @ 14bc6f9
 */
export function distributeEmission(ctx: Ctx, { netuid, server, validator, root, ownerCut }: DrainedEmission, kernel: EpochKernel): void {
  const emissions = epochWithMechanisms(ctx, netuid, { alpha: saturatingAddU64(saturatingAddU64(server, validator), root), kernel });
  const anyIncentive = emissions.some(({ incentive }) => incentive !== 0n);
  const validatorAlpha = anyIncentive ? validator : saturatingAddU64(validator, server);
  const distribution = calculateDistribution(ctx, netuid, emissions, { validatorAlpha, rootAlpha: root, share: getParentChildDividendsDistribution });
  distributeDividendsAndIncentives(ctx, netuid, ownerCut, distribution);
}
