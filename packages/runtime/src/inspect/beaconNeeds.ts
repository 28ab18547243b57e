/** What a state asks of a beacon: for whoever brings its rounds in. */

import type { BeaconConfiguration } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { S as Commitments } from '../pallets/commitments/pallet.ts';
import { S as Drand } from '../pallets/drand/pallet.ts';
import { S } from '../pallets/subtensor/pallet.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';

export interface BeaconNeeds {
  /** Whose rounds count. */
  readonly config: BeaconConfiguration;
  /** The last round that is stored; only later ones can be. */
  readonly last: bigint;
  /** Later rounds that something sealed waits for: weights and commitments. Ascending, each once. */
  readonly awaited: readonly bigint[];
  /** Whether a subnet hides weights, so that any round may be wanted next. */
  readonly isFollowed: boolean;
}

export function beaconNeeds(ctx: StateCtx): BeaconNeeds {
  const last = Drand.LastStoredRound.get(ctx);
  const later = new Set(sealedRounds(ctx).filter((round) => round > last));
  const rules = ruleSetOf(ctx);
  return {
    config: Drand.BeaconConfig.get(ctx),
    last,
    awaited: [...later].sort((a, b) => (a < b ? -1 : 1)),
    isFollowed: getAllSubnetNetuids(ctx).some((netuid) => netuid !== ROOT_NETUID && rules.hidesWeights(ctx, netuid)),
  };
}

/** Of weights under either rule set, and of commitments. */
function sealedRounds(ctx: StateCtx): bigint[] {
  const weights = S.TimelockedWeightCommits.entries(ctx).flatMap(([, commits]) => commits.map(([,,, round]) => round));
  const weightsOf2025 = S.CRV3WeightCommits.entries(ctx).flatMap(([, commits]) => commits.map(([,, round]) => round));
  const commitments = Commitments.TimelockedIndex.get(ctx).flatMap(([netuid, who]) =>
    (Commitments.CommitmentOf.get(ctx, netuid, who)?.info.fields ?? []).flatMap((field) => (field.type === 'TimelockEncrypted' ? [field.value.reveal_round] : [])));
  return [...weights, ...weightsOf2025, ...commitments];
}
