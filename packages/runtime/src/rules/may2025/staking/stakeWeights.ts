/**
 * Stake as consensus counts it. The formulas are those of June 2026, which read the same items; the neurons are looked up here.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs @ 1b0c63a
 */

import type { StateCtx } from '@taonet/frame';
import type { I64F64, NetUid } from '@taonet/primitives';
import { S } from '../../../pallets/subtensor/pallet.ts';
import { getStakeWeightsForNetwork as weightsOf } from '../../../pallets/subtensor/staking/stakeWeights.ts';

export { getInheritedForHotkeyOnSubnet, getStakeWeightForHotkeyOnSubnet, getTaoInheritedForHotkeyOnSubnet } from '../../../pallets/subtensor/staking/stakeWeights.ts';

/** Stake weight of every neuron by uid, I64F64 rao; 0 for a uid without a hotkey. source: get_stake_weights_for_network, its total */
export function getStakeWeightsForNetwork(ctx: StateCtx, netuid: NetUid): I64F64[] {
  return weightsOf(ctx, netuid, S.Keys.entries(ctx, netuid).map(([[, uid], hotkey]) => ({ uid, hotkey })));
}
