/** Amounts that stake operations of May 2025 must reach. Rao. source: pallets/subtensor/src/lib.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import { S } from '../../../pallets/subtensor/pallet.ts';

/** source: DefaultMinStake */
export const MIN_STAKE_RAO = 500_000n;

/** The least fee of a stake operation, given to the subnet's pool. source: DefaultStakingFee */
export const STAKING_FEE_RAO = 50_000n;

/** Alpha below which a nominator's stake is ended. source: pallets/subtensor/src/utils/misc.rs, get_nominator_min_required_stake */
export function getNominatorMinRequiredStake(ctx: StateCtx): bigint {
  return S.NominatorMinRequiredStake.get(ctx);
}
