/** Every fact that a metagraph shows, by its wire name, as today's rules read it. Other answers about a subnet are made of the same facts. */

import type { subnetInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, saturatingSubU64, U16_MAX, type AccountId, type NetUid } from '@taonet/primitives';
import { computeActivityCutoffBlocks } from '@taonet/yuma';
import { getCurrentBlockAsU64 } from '../pallets/subtensor/currentBlock.ts';
import { S } from '../pallets/subtensor/pallet.ts';
import type { ApiFound } from './handlers.ts';
import { getAxonInfo } from './serving.ts';
import { stakeColumns, type StakeColumns } from './stakeColumns.ts';
import { getNameForSubnet } from './subnetNames.ts';

/** source: pallets/subtensor/src/utils/misc.rs, get_max_weight_limit @ 14bc6f9 */
const MAX_WEIGHT_LIMIT = U16_MAX;

export type Metagraph = ApiFound<typeof subnetInfoApi, 'get_metagraph'>;

/** The subnet at hand, with what several fields need read at most once. */
export class MetagraphSource {
  readonly ctx: StateCtx;
  readonly netuid: NetUid;
  #hotkeys: AccountId[] | undefined;
  #coldkeys: AccountId[] | undefined;
  #stake: StakeColumns | undefined;

  constructor(ctx: StateCtx, netuid: NetUid) {
    this.ctx = ctx;
    this.netuid = netuid;
  }

  /** By uid; an empty uid reads as the zero account. */
  get hotkeys(): AccountId[] {
    this.#hotkeys ??= this.perUid((uid) => S.Keys.get(this.ctx, this.netuid, uid));
    return this.#hotkeys;
  }

  get coldkeys(): AccountId[] {
    this.#coldkeys ??= this.hotkeys.map((hotkey) => S.Owner.get(this.ctx, hotkey));
    return this.#coldkeys;
  }

  get stake(): StakeColumns {
    this.#stake ??= stakeColumns(this.ctx, this.netuid);
    return this.#stake;
  }

  perUid<T>(read: (uid: number) => T): T[] {
    return Array.from({ length: S.SubnetworkN.get(this.ctx, this.netuid) }, (_, uid) => read(uid));
  }
}

export type FieldReaders = { readonly [N in keyof Metagraph]: (source: MetagraphSource) => Metagraph[N] };

/**
 * Every field of a metagraph, in wire order.
 *
 * source: pallets/subtensor/src/rpc_info/metagraph.rs, get_metagraph @ 14bc6f9
 */
export const METAGRAPH_FIELDS: FieldReaders = {
  netuid: ({ netuid }) => netuid,
  name: ({ ctx, netuid }) => [...getNameForSubnet(ctx, netuid)],
  symbol: ({ ctx, netuid }) => [...S.TokenSymbol.get(ctx, netuid)],
  identity: ({ ctx, netuid }) => S.SubnetIdentitiesV3.get(ctx, netuid),
  network_registered_at: ({ ctx, netuid }) => S.NetworkRegisteredAt.get(ctx, netuid),
  owner_hotkey: ({ ctx, netuid }) => S.SubnetOwnerHotkey.get(ctx, netuid),
  owner_coldkey: ({ ctx, netuid }) => S.SubnetOwner.get(ctx, netuid),
  block: ({ ctx }) => getCurrentBlockAsU64(ctx),
  tempo: ({ ctx, netuid }) => S.Tempo.get(ctx, netuid),
  last_step: ({ ctx, netuid }) => S.LastMechansimStepBlock.get(ctx, netuid),
  blocks_since_last_step: ({ ctx, netuid }) => saturatingSubU64(getCurrentBlockAsU64(ctx), S.LastMechansimStepBlock.get(ctx, netuid)),
  subnet_emission: () => 0n,
  alpha_in: ({ ctx, netuid }) => S.SubnetAlphaIn.get(ctx, netuid),
  alpha_out: ({ ctx, netuid }) => S.SubnetAlphaOut.get(ctx, netuid),
  tao_in: ({ ctx, netuid }) => S.SubnetTAO.get(ctx, netuid),
  alpha_out_emission: ({ ctx, netuid }) => S.SubnetAlphaOutEmission.get(ctx, netuid),
  alpha_in_emission: ({ ctx, netuid }) => S.SubnetAlphaInEmission.get(ctx, netuid),
  tao_in_emission: ({ ctx, netuid }) => S.SubnetTaoInEmission.get(ctx, netuid),
  pending_alpha_emission: ({ ctx, netuid }) => saturatingAddU64(S.PendingValidatorEmission.get(ctx, netuid), S.PendingServerEmission.get(ctx, netuid)),
  pending_root_emission: () => 0n,
  subnet_volume: ({ ctx, netuid }) => S.SubnetVolume.get(ctx, netuid),
  moving_price: ({ ctx, netuid }) => S.SubnetMovingPrice.get(ctx, netuid),
  rho: ({ ctx, netuid }) => S.Rho.get(ctx, netuid),
  kappa: ({ ctx, netuid }) => S.Kappa.get(ctx, netuid),
  min_allowed_weights: ({ ctx, netuid }) => S.MinAllowedWeights.get(ctx, netuid),
  max_weights_limit: () => MAX_WEIGHT_LIMIT,
  weights_version: ({ ctx, netuid }) => S.WeightsVersionKey.get(ctx, netuid),
  weights_rate_limit: ({ ctx, netuid }) => S.WeightsSetRateLimit.get(ctx, netuid),
  activity_cutoff: ({ ctx, netuid }) => computeActivityCutoffBlocks(S.ActivityCutoffFactorMilli.get(ctx, netuid), S.Tempo.get(ctx, netuid)),
  max_validators: ({ ctx, netuid }) => S.MaxAllowedValidators.get(ctx, netuid),
  num_uids: ({ ctx, netuid }) => S.SubnetworkN.get(ctx, netuid),
  max_uids: ({ ctx, netuid }) => S.MaxAllowedUids.get(ctx, netuid),
  burn: ({ ctx, netuid }) => S.Burn.get(ctx, netuid),
  difficulty: ({ ctx, netuid }) => S.Difficulty.get(ctx, netuid),
  registration_allowed: ({ ctx, netuid }) => S.NetworkRegistrationAllowed.get(ctx, netuid),
  pow_registration_allowed: ({ ctx, netuid }) => S.NetworkPowRegistrationAllowed.get(ctx, netuid),
  immunity_period: ({ ctx, netuid }) => S.ImmunityPeriod.get(ctx, netuid),
  min_difficulty: ({ ctx, netuid }) => S.MinDifficulty.get(ctx, netuid),
  max_difficulty: ({ ctx, netuid }) => S.MaxDifficulty.get(ctx, netuid),
  min_burn: ({ ctx, netuid }) => S.MinBurn.get(ctx, netuid),
  max_burn: ({ ctx, netuid }) => S.MaxBurn.get(ctx, netuid),
  adjustment_alpha: ({ ctx, netuid }) => S.AdjustmentAlpha.get(ctx, netuid),
  adjustment_interval: ({ ctx, netuid }) => S.AdjustmentInterval.get(ctx, netuid),
  target_regs_per_interval: ({ ctx, netuid }) => S.TargetRegistrationsPerInterval.get(ctx, netuid),
  max_regs_per_block: ({ ctx, netuid }) => S.MaxRegistrationsPerBlock.get(ctx, netuid),
  serving_rate_limit: ({ ctx, netuid }) => S.ServingRateLimit.get(ctx, netuid),
  commit_reveal_weights_enabled: ({ ctx, netuid }) => S.CommitRevealWeightsEnabled.get(ctx, netuid),
  commit_reveal_period: ({ ctx, netuid }) => S.RevealPeriodEpochs.get(ctx, netuid),
  liquid_alpha_enabled: ({ ctx, netuid }) => S.LiquidAlphaOn.get(ctx, netuid),
  alpha_high: ({ ctx, netuid }) => S.AlphaValues.get(ctx, netuid)[1],
  alpha_low: ({ ctx, netuid }) => S.AlphaValues.get(ctx, netuid)[0],
  bonds_moving_avg: ({ ctx, netuid }) => S.BondsMovingAverage.get(ctx, netuid),
  hotkeys: ({ hotkeys }) => hotkeys,
  coldkeys: ({ coldkeys }) => coldkeys,
  identities: ({ ctx, coldkeys }) => coldkeys.map((coldkey) => S.IdentitiesV2.get(ctx, coldkey)),
  axons: ({ ctx, netuid, hotkeys }) => hotkeys.map((hotkey) => getAxonInfo(ctx, netuid, hotkey)),
  active: ({ ctx, netuid }) => S.Active.get(ctx, netuid),
  validator_permit: ({ ctx, netuid }) => S.ValidatorPermit.get(ctx, netuid),
  pruning_score: () => [],
  last_update: ({ ctx, netuid }) => S.LastUpdate.get(ctx, netuid),
  emission: ({ ctx, netuid }) => S.Emission.get(ctx, netuid),
  dividends: ({ ctx, netuid }) => S.Dividends.get(ctx, netuid),
  incentives: ({ ctx, netuid }) => S.Incentive.get(ctx, netuid),
  consensus: ({ ctx, netuid }) => S.Consensus.get(ctx, netuid),
  trust: () => [],
  rank: () => [],
  block_at_registration: (source) => source.perUid((uid) => S.BlockAtRegistration.get(source.ctx, source.netuid, uid)),
  alpha_stake: ({ stake }) => stake.alpha_stake,
  tao_stake: ({ stake }) => stake.tao_stake,
  total_stake: ({ stake }) => stake.total_stake,
  tao_dividends_per_hotkey: ({ hotkeys }) => hotkeys.map((hotkey) => [hotkey, 0n]),
  alpha_dividends_per_hotkey: ({ ctx, netuid, hotkeys }) => hotkeys.map((hotkey) => [hotkey, S.AlphaDividendsPerSubnet.get(ctx, netuid, hotkey)]),
};
