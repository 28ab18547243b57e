/** Reads from storage what an epoch of May 2025 needs. */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import type { EpochInputMay2025 } from '@taonet/yuma';
import { readEpochBasis, readRows, type Neuron } from '../../../pallets/subtensor/epoch/epochInput.ts';
import { S } from '../../../pallets/subtensor/pallet.ts';

/** Steepness is stored in two bytes that were unsigned then. */
const asUnsigned16 = (value: number): number => value & 0xffff;

/**
 * Everything but the emission.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, the reads of epoch @ 1b0c63a
 */
export function readEpochInput(ctx: StateCtx, netuid: NetUid, neurons: readonly Neuron[]): Omit<EpochInputMay2025, 'emissionAlphaRao'> {
  const basis = readEpochBasis(ctx, netuid, neurons);
  return {
    ...basis,
    activityCutoffBlocks: BigInt(S.ActivityCutoff.get(ctx, netuid)),
    alphaSigmoidSteepness: asUnsigned16(basis.alphaSigmoidSteepness),
    lastUpdate: S.LastUpdate.get(ctx, netuid),
    weights: readRows(ctx, S.Weights, netuid, basis.neuronCount),
    bonds: readRows(ctx, S.Bonds, netuid, basis.neuronCount),
  };
}
