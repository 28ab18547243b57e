/** Calls on weights: set, commit, reveal; for the main mechanism, for a named one, for several subnets. */

import { subtensorModule } from '@taonet/abi';
import { bindCalls, type Ctx } from '@taonet/frame';
import { ensure, type NetUid } from '@taonet/primitives';
import { E, S } from '../pallet.ts';
import { MAIN_MECHANISM } from '../subnets/mechanismIndex.ts';
import type { RevealedWeights } from './commitHash.ts';
import { doBatchCommitWeights, doCommitMechanismWeights, doCommitTimelockedMechanismWeights } from './commitWeights.ts';
import { doBatchRevealWeights, doRevealMechanismWeights } from './revealWeights.ts';
import { doBatchSetWeights, doSetMechanismWeights } from './setWeights.ts';

/** The version the older call without a version argument stands for. */
const CRV3_VERSION = 4;

/** Weights are set openly only where they need not be committed first. */
function ensureOpen(ctx: Ctx, netuid: NetUid): void {
  ensure(!S.CommitRevealWeightsEnabled.get(ctx, netuid), E.CommitRevealEnabled, { netuid });
}

/** The lists of a batch as one list of reveals. refuses InputLengthsUnequal */
export function zipReveals({ netuid, uids_list, values_list, salts_list, version_keys }: {
  readonly netuid: NetUid;
  readonly uids_list: readonly number[][];
  readonly values_list: readonly number[][];
  readonly salts_list: readonly number[][];
  readonly version_keys: readonly bigint[];
}): RevealedWeights[] {
  const count = uids_list.length;
  const odd = [values_list, salts_list, version_keys].find(({ length }) => length !== count);
  ensure(odd === undefined, E.InputLengthsUnequal, { netuid, actual: odd?.length, required: count });
  return uids_list.map((uids, i) => ({ uids, values: values_list[i]!, salt: salts_list[i]!, versionKey: version_keys[i]! }));
}

export const weightCalls = bindCalls(subtensorModule, {
  set_weights(ctx, origin, { netuid, dests, weights, version_key }) {
    ensureOpen(ctx, netuid);
    doSetMechanismWeights(ctx, origin, { netuid, mechid: MAIN_MECHANISM, uids: dests, values: weights, versionKey: version_key });
  },
  set_mechanism_weights(ctx, origin, { netuid, mecid, dests, weights, version_key }) {
    ensureOpen(ctx, netuid);
    doSetMechanismWeights(ctx, origin, { netuid, mechid: mecid, uids: dests, values: weights, versionKey: version_key });
  },
  batch_set_weights: (ctx, origin, { netuids, weights, version_keys }) => doBatchSetWeights(ctx, origin, netuids, { weights, versionKeys: version_keys }),

  commit_weights: (ctx, origin, { netuid, commit_hash }) => doCommitMechanismWeights(ctx, origin, { netuid, mechid: MAIN_MECHANISM }, commit_hash),
  commit_mechanism_weights: (ctx, origin, { netuid, mecid, commit_hash }) => doCommitMechanismWeights(ctx, origin, { netuid, mechid: mecid }, commit_hash),
  batch_commit_weights: (ctx, origin, { netuids, commit_hashes }) => doBatchCommitWeights(ctx, origin, netuids, commit_hashes),

  reveal_weights(ctx, origin, { netuid, uids, values, salt, version_key }) {
    doRevealMechanismWeights(ctx, origin, { netuid, mechid: MAIN_MECHANISM }, { uids, values, salt, versionKey: version_key });
  },
  reveal_mechanism_weights(ctx, origin, { netuid, mecid, uids, values, salt, version_key }) {
    doRevealMechanismWeights(ctx, origin, { netuid, mechid: mecid }, { uids, values, salt, versionKey: version_key });
  },
  batch_reveal_weights: (ctx, origin, args) => doBatchRevealWeights(ctx, origin, args.netuid, zipReveals(args)),

  commit_timelocked_weights(ctx, origin, { netuid, commit, reveal_round, commit_reveal_version }) {
    doCommitTimelockedMechanismWeights(ctx, origin, { netuid, mechid: MAIN_MECHANISM }, { commit, revealRound: reveal_round, version: commit_reveal_version });
  },
  commit_timelocked_mechanism_weights(ctx, origin, { netuid, mecid, commit, reveal_round, commit_reveal_version }) {
    doCommitTimelockedMechanismWeights(ctx, origin, { netuid, mechid: mecid }, { commit, revealRound: reveal_round, version: commit_reveal_version });
  },
  commit_crv3_mechanism_weights(ctx, origin, { netuid, mecid, commit, reveal_round }) {
    doCommitTimelockedMechanismWeights(ctx, origin, { netuid, mechid: mecid }, { commit, revealRound: reveal_round, version: CRV3_VERSION });
  },
});
