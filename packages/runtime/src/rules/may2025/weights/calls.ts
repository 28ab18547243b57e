/** Calls on weights: set, commit, reveal; for one subnet or several. */

import { subtensorModule } from '@taonet/abi';
import { bindCalls } from '@taonet/frame';
import { zipReveals } from '../../../pallets/subtensor/weights/calls.ts';
import { doBatchRevealWeights, doRevealMechanismWeights, type RevealRules } from '../../../pallets/subtensor/weights/revealWeights.ts';
import { MAIN_MECHANISM } from '../../../pallets/subtensor/subnets/mechanismIndex.ts';
import { S } from '../pallet.ts';
import { ensureRevealBlockRange, isCommitExpired } from './commitEpochs.ts';
import { doBatchCommitWeights, doCommitCrv3Weights, doCommitWeights } from './commitWeights.ts';
import { doBatchSetWeights, doSetWeights, setOpenWeights } from './setWeights.ts';

/** source: pallets/subtensor/src/subnets/weights.rs, do_reveal_weights, do_batch_reveal_weights @ 1b0c63a */
const REVEAL_RULES: RevealRules = {
  isEnabled: (ctx, netuid) => S.CommitRevealWeightsEnabled.get(ctx, netuid),
  isCommitExpired,
  ensureRevealBlockRange,
  setWeights: doSetWeights,
};

export const weightCalls = bindCalls(subtensorModule, {
  set_weights: (ctx, origin, { netuid, dests, weights, version_key }) =>
    setOpenWeights(ctx, origin, { netuid, uids: dests, values: weights, versionKey: version_key }),
  batch_set_weights: (ctx, origin, { netuids, weights, version_keys }) => doBatchSetWeights(ctx, origin, netuids, { weights, versionKeys: version_keys }),
  /** Does nothing any more, for anybody. source: pallets/subtensor/src/macros/dispatches.rs, set_tao_weights @ 1b0c63a */
  set_tao_weights: () => undefined,

  commit_weights: (ctx, origin, { netuid, commit_hash }) => doCommitWeights(ctx, origin, netuid, commit_hash),
  batch_commit_weights: (ctx, origin, { netuids, commit_hashes }) => doBatchCommitWeights(ctx, origin, netuids, commit_hashes),
  commit_crv3_weights: (ctx, origin, { netuid, commit, reveal_round }) => doCommitCrv3Weights(ctx, origin, netuid, { commit, revealRound: reveal_round }),

  reveal_weights: (ctx, origin, { netuid, uids, values, salt, version_key }) =>
    doRevealMechanismWeights(ctx, origin, { netuid, mechid: MAIN_MECHANISM }, { uids, values, salt, versionKey: version_key }, REVEAL_RULES),
  batch_reveal_weights: (ctx, origin, args) => doBatchRevealWeights(ctx, origin, args.netuid, zipReveals(args), REVEAL_RULES),
});
