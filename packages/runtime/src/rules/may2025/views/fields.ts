/** Facts of a metagraph that May 2025 read otherwise, or that exist there only. source: pallets/subtensor/src/rpc_info/{metagraph,dynamic_info,show_subnet}.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { METAGRAPH_FIELDS, type FieldReaders, type Metagraph } from '../../../apis/metagraphFields.ts';
import { nameOr } from '../../../apis/subnetNames.ts';
import { S } from '../pallet.ts';
import { getSymbolForSubnet } from '../registration/symbols.ts';

const NO_LOGO = new Uint8Array();

/** As today's records have it: there was no logo. */
function identityOf(ctx: StateCtx, netuid: NetUid): Metagraph['identity'] {
  const identity = S.SubnetIdentitiesV2.get(ctx, netuid);
  return identity && { ...identity, logo_url: NO_LOGO };
}

export const FIELDS_OF_MAY_2025: FieldReaders = {
  ...METAGRAPH_FIELDS,
  name: ({ ctx, netuid }) => [...nameOr(S.SubnetIdentitiesV2.get(ctx, netuid)?.subnet_name, netuid)],
  symbol: ({ netuid }) => [...getSymbolForSubnet(netuid)],
  identity: ({ ctx, netuid }) => identityOf(ctx, netuid),
  pending_alpha_emission: ({ ctx, netuid }) => S.PendingEmission.get(ctx, netuid),
  pending_root_emission: ({ ctx, netuid }) => S.PendingRootDivs.get(ctx, netuid),
  max_weights_limit: ({ ctx, netuid }) => S.MaxWeightsLimit.get(ctx, netuid),
  activity_cutoff: ({ ctx, netuid }) => BigInt(S.ActivityCutoff.get(ctx, netuid)),
  max_uids: ({ ctx, netuid }) => S.MaxAllowedUids.get(ctx, netuid),
  burn: ({ ctx, netuid }) => S.Burn.get(ctx, netuid),
  registration_allowed: ({ ctx, netuid }) => S.NetworkRegistrationAllowed.get(ctx, netuid),
  pow_registration_allowed: ({ ctx, netuid }) => S.NetworkPowRegistrationAllowed.get(ctx, netuid),
  commit_reveal_weights_enabled: ({ ctx, netuid }) => S.CommitRevealWeightsEnabled.get(ctx, netuid),
  pruning_score: ({ ctx, netuid }) => S.PruningScores.get(ctx, netuid),
  trust: ({ ctx, netuid }) => S.Trust.get(ctx, netuid),
  rank: ({ ctx, netuid }) => S.Rank.get(ctx, netuid),
  tao_dividends_per_hotkey: ({ ctx, netuid, hotkeys }) => hotkeys.map((hotkey) => [hotkey, S.TaoDividendsPerSubnet.get(ctx, netuid, hotkey)]),
};
