/** A hotkey gets a uid. */

import type { StateCtx } from '@taonet/frame';
import { ensure, type AccountId, type NetUid, type Uid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { E, S } from '../pallet.ts';
import { takeNeuronToPrune } from './neuronPruning.ts';
import { appendNeuron, replaceNeuron } from './uids.ts';

/**
 * refuses NoNeuronIdAvailable on a subnet that has no uids at all
 * source: pallets/subtensor/src/subnets/registration.rs, do_registration, do_burned_registration @ 1b0c63a
 */
export function ensureHasUids(ctx: StateCtx, netuid: NetUid): void {
  const maxUids = S.MaxAllowedUids.get(ctx, netuid);
  ensure(maxUids !== 0, E.NoNeuronIdAvailable, { netuid, actual: maxUids, required: 1 });
}

/**
 * Gives the hotkey a uid: a new one while there is room, else a pruned one's.
 *
 * source: pallets/subtensor/src/subnets/registration.rs, register_neuron @ 1b0c63a
 */
export function registerNeuron(ctx: StateCtx, netuid: NetUid, hotkey: AccountId): Uid {
  const block = getCurrentBlockAsU64(ctx);
  const neuronCount = S.SubnetworkN.get(ctx, netuid);
  if (neuronCount < S.MaxAllowedUids.get(ctx, netuid)) {
    appendNeuron(ctx, netuid, hotkey, block);
    return neuronCount;
  }
  const uid = takeNeuronToPrune(ctx, netuid);
  replaceNeuron(ctx, netuid, uid, hotkey, block);
  return uid;
}
