import type { StateCtx } from '@taonet/frame';
import { ensure, refuse, type AccountId, type Hash, type NetUid } from '@taonet/primitives';
import { mechanismStorageIndex } from '@taonet/yuma';
import { S as Drand } from '../../drand/pallet.ts';
import { E, S } from '../pallet.ts';
import { ensureWeightsMinStake } from '../weights/checks.ts';
import { ensureRevealBlockRange } from '../weights/commitEpochs.ts';
import { getCommitHash, type RevealedWeights } from '../weights/commitHash.ts';
import type { SubtensorCall } from './subtensorCall.ts';

/**
 * Lists of equal length, enough stake to set weights, and for reveals a commit that may be revealed now.
 *
 * refuses InputLengthsUnequal, NotEnoughStakeToSetWeights, NoWeightsCommitFound, RevealTooEarly, InvalidRevealRound
 * source: pallets/subtensor/src/guards/check_weights.rs @ 14bc6f9
 */
export function checkWeights(ctx: StateCtx, who: AccountId, call: SubtensorCall): void {
  ensureEqualLengths(call);
  for (const netuid of netuidsOf(call)) ensureWeightsMinStake(ctx, who, netuid);
  checkCommitReveal(ctx, who, call);
}

function ensureEqualLengths(call: SubtensorCall): void {
  const lengths = lengthsOf(call);
  const odd = lengths.find((length) => length !== lengths[0]);
  ensure(odd === undefined, E.InputLengthsUnequal, { call: call.type, actual: odd, required: lengths[0] });
}

function lengthsOf(call: SubtensorCall): readonly number[] {
  switch (call.type) {
    case 'batch_commit_weights':
      return [call.value.netuids.length, call.value.commit_hashes.length];
    case 'batch_reveal_weights':
      return [call.value.uids_list.length, call.value.values_list.length, call.value.salts_list.length, call.value.version_keys.length];
    case 'batch_set_weights':
      return [call.value.netuids.length, call.value.weights.length, call.value.version_keys.length];
    default:
      return [];
  }
}

function netuidsOf(call: SubtensorCall): readonly NetUid[] {
  switch (call.type) {
    case 'commit_weights': case 'commit_mechanism_weights': case 'reveal_weights': case 'reveal_mechanism_weights':
    case 'batch_reveal_weights': case 'set_weights': case 'set_mechanism_weights': case 'commit_timelocked_weights':
    case 'commit_timelocked_mechanism_weights': case 'commit_crv3_mechanism_weights':
      return [call.value.netuid];
    case 'batch_commit_weights': case 'batch_set_weights':
      return call.value.netuids;
    default:
      return [];
  }
}

function checkCommitReveal(ctx: StateCtx, who: AccountId, call: SubtensorCall): void {
  switch (call.type) {
    case 'reveal_weights':
      return ensureRevealable(ctx, { who, netuid: call.value.netuid, index: call.value.netuid }, [revealOf(call.value)]);
    case 'reveal_mechanism_weights': {
      const { netuid, mecid } = call.value;
      return ensureRevealable(ctx, { who, netuid, index: mechanismStorageIndex(netuid, mecid) }, [revealOf(call.value)]);
    }
    case 'batch_reveal_weights': {
      const { netuid, uids_list, values_list, salts_list, version_keys } = call.value;
      const reveals = uids_list.map((uids, i) => ({ uids, values: values_list[i]!, salt: salts_list[i]!, versionKey: version_keys[i]! }));
      return ensureRevealable(ctx, { who, netuid, index: netuid }, reveals);
    }
    case 'commit_timelocked_weights': case 'commit_timelocked_mechanism_weights': case 'commit_crv3_mechanism_weights': {
      const last = Drand.LastStoredRound.get(ctx);
      return ensure(call.value.reveal_round >= last, E.InvalidRevealRound, { netuid: call.value.netuid, actual: call.value.reveal_round, required: last });
    }
    default:
  }
}

interface RevealArgs {
  readonly uids: readonly number[];
  readonly values: readonly number[];
  readonly salt: readonly number[];
  readonly version_key: bigint;
}

const revealOf = ({ uids, values, salt, version_key }: RevealArgs): RevealedWeights => ({ uids, values, salt, versionKey: version_key });

function ensureRevealable(
  ctx: StateCtx,
  { who, netuid, index }: { readonly who: AccountId; readonly netuid: NetUid; readonly index: number },
  reveals: readonly RevealedWeights[],
): void {
  const commits = S.WeightCommits.get(ctx, index, who) ?? refuse(E.NoWeightsCommitFound, { netuid, hotkey: who });
  for (const reveal of reveals) {
    const hash = getCommitHash(ctx, who, index, reveal);
    ensureRevealBlockRange(ctx, netuid, commitEpochOf(commits, hash) ?? refuse(E.NoWeightsCommitFound, { netuid, hotkey: who, hash }));
  }
}

function commitEpochOf(commits: readonly (readonly [hash: Hash, epoch: bigint, ...rest: unknown[]])[], hash: Hash): bigint | undefined {
  return commits.find((commit) => commit[0] === hash)?.[1];
}
