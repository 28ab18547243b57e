/** Which neuron gave way when a full subnet got a new one: the one with the lowest pruning score. */

import type { StateCtx } from '@taonet/frame';
import { compareBigints, U16_MAX, type NetUid, type Uid } from '@taonet/primitives';
import { getNeuronIsImmune } from '../../../pallets/subtensor/subnets/neuronPruning.ts';
import { withElement } from '../../../pallets/subtensor/subnets/uids.ts';
import { S } from '../pallet.ts';

interface Candidate {
  readonly uid: Uid;
  readonly score: number;
  readonly registeredAt: bigint;
}

/** Lowest score, then earliest registration, then lowest uid. */
const inPruningOrder = (a: Candidate, b: Candidate): number => a.score - b.score || compareBigints(a.registeredAt, b.registeredAt) || a.uid - b.uid;

/**
 * The uid to prune: the worst one out of immunity, else the worst immune one; never the owner hotkey's; 0 where nobody else is.
 * Its score becomes the highest, so that a second registration before the next epoch prunes another one.
 *
 * source: pallets/subtensor/src/subnets/registration.rs, get_neuron_to_prune; utils/misc.rs, set_pruning_score_for_uid @ 1b0c63a
 */
export function takeNeuronToPrune(ctx: StateCtx, netuid: NetUid): Uid {
  const neuronCount = S.SubnetworkN.get(ctx, netuid);
  if (neuronCount === 0) return 0;
  const ownerHotkey = S.SubnetOwnerHotkey.tryGet(ctx, netuid);
  const scores = S.PruningScores.get(ctx, netuid);
  const free: Candidate[] = [];
  const immune: Candidate[] = [];
  for (let uid = 0; uid < neuronCount; uid++) {
    if (ownerHotkey !== undefined && S.Keys.tryGet(ctx, netuid, uid) === ownerHotkey) continue;
    const candidate = { uid, score: scores[uid] ?? U16_MAX, registeredAt: S.BlockAtRegistration.get(ctx, netuid, uid) };
    (getNeuronIsImmune(ctx, netuid, uid) ? immune : free).push(candidate);
  }
  const uid = (free.length > 0 ? free : immune).sort(inPruningOrder)[0]?.uid ?? 0;
  S.PruningScores.set(ctx, netuid, withElement(scores, uid, U16_MAX));
  return uid;
}
