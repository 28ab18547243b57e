/** Removes what is stored about a subnet. What is not named here stays, as it does upstream. */

import type { Ctx } from '@taonet/frame';
import { saturatingSubU16, type NetUid } from '@taonet/primitives';
import { Ev, S } from '../pallet.ts';
import { destroyLockMaps } from '../locks/swapLocks.ts';
import { mechanismIndices } from './mechanismIndex.ts';
import { ROOT_NETUID } from './subnetwork.ts';

/** Items with one entry per subnet. */
const BY_NETUID = [
  S.SubnetOwner, S.SubnetworkN, S.NetworksAdded, S.NetworkRegisteredAt,
  S.Active, S.Emission, S.Consensus, S.Dividends, S.ValidatorPermit, S.ValidatorTrust, S.StakeWeight, S.LoadedEmission,
  S.Tempo, S.LastEpochBlock, S.PendingEpochAt, S.SubnetEpochIndex, S.BlocksSinceLastStep, S.LastMechansimStepBlock, S.LastAdjustmentBlock,
  S.ActivityCutoff, S.ActivityCutoffFactorMilli, S.Kappa, S.Rho, S.AlphaSigmoidSteepness, S.MaxAllowedValidators,
  S.BondsMovingAverage, S.BondsPenalty, S.BondsResetOn, S.LiquidAlphaOn, S.Yuma3On, S.AlphaValues,
  S.Difficulty, S.MinDifficulty, S.MaxDifficulty, S.MaxAllowedUids, S.ImmunityPeriod, S.ImmuneOwnerUidsLimit,
  S.MinAllowedWeights, S.WeightsSetRateLimit, S.WeightsVersionKey, S.CommitRevealWeightsEnabled, S.RevealPeriodEpochs,
  S.RegistrationsThisInterval, S.POWRegistrationsThisInterval, S.BurnRegistrationsThisInterval, S.RegistrationsThisBlock,
  S.MaxRegistrationsPerBlock, S.TargetRegistrationsPerInterval, S.NetworkRegistrationAllowed, S.NetworkPowRegistrationAllowed,
  S.Burn, S.MinBurn, S.MaxBurn, S.BurnHalfLife, S.BurnIncreaseMult, S.RAORecycledForRegistration,
  S.SubnetAlphaInEmission, S.SubnetAlphaOutEmission, S.SubnetTaoInEmission, S.SubnetVolume, S.SubnetMovingPrice, S.EMAPriceHalvingBlocks,
  S.SubnetTaoFlow, S.SubnetEmaTaoFlow, S.SubnetProtocolFlow, S.SubnetEmaProtocolFlow, S.SubnetExcessTao, S.SubnetRootSellTao,
  S.FirstEmissionBlockNumber, S.PendingValidatorEmission, S.PendingServerEmission, S.PendingRootAlphaDivs, S.PendingOwnerCut, S.MinerBurned,
  S.TokenSymbol, S.SubnetMechanism, S.SubnetOwnerHotkey, S.SubtokenEnabled, S.OwnerCutAutoLockEnabled,
  S.TransferToggle, S.SubnetLocked, S.LargestLocked, S.ServingRateLimit, S.ValidatorPruneLen, S.ScalingLawPower,
] as const;

/** Maps whose first key is the subnet. */
const BELOW_NETUID = [
  S.Uids, S.Keys, S.BlockAtRegistration, S.Axons, S.NeuronCertificates, S.Prometheus,
  S.AlphaDividendsPerSubnet, S.PendingChildKeys, S.AssociatedEvmAddress, S.LastHotkeySwapOnNetuid,
] as const;

/** Maps whose first key is a mechanism's storage index. */
const BELOW_MECHANISM = [S.WeightCommits, S.TimelockedWeightCommits, S.CRV3WeightCommits, S.CRV3WeightCommitsV2, S.Bonds, S.Weights] as const;

/** Maps (hotkey, subnet): walked whole. */
const BY_HOTKEY_AND_NETUID = [S.ChildkeyTake, S.ChildKeys, S.ParentKeys, S.LastHotkeyEmissionOnNetuid, S.TotalHotkeyAlphaLastEpoch] as const;

/**
 * Removes the subnet's entries. Not among them: the counter of registrations, voting power, minimum childkey take, owner-cut
 * and recycle settings, per-owner rate-limit blocks.
 *
 * cost: O(all hotkeys of all subnets)
 * source: pallets/subtensor/src/coinbase/root.rs, remove_network @ 14bc6f9
 */
export function removeNetwork(ctx: Ctx, netuid: NetUid): void {
  const indices = mechanismIndices(ctx, netuid);
  for (const [, hotkey] of S.Keys.entries(ctx, netuid)) S.IsNetworkMember.remove(ctx, hotkey, netuid);
  S.TotalNetworks.mutate(ctx, (count) => saturatingSubU16(count, 1));
  zeroRootWeights(ctx, netuid);
  for (const item of BY_NETUID) item.remove(ctx, netuid);
  for (const map of BELOW_NETUID) map.clearPrefix(ctx, netuid);
  for (const index of indices) {
    S.LastUpdate.remove(ctx, index);
    S.Incentive.remove(ctx, index);
    for (const map of BELOW_MECHANISM) map.clearPrefix(ctx, index);
  }
  S.MechanismCountCurrent.remove(ctx, netuid);
  S.MechanismEmissionSplit.remove(ctx, netuid);
  removeIdentity(ctx, netuid);
  for (const map of BY_HOTKEY_AND_NETUID) {
    for (const [hotkey, of] of map.keys(ctx)) if (of === netuid) map.remove(ctx, hotkey, netuid);
  }
  for (const [hotkey, of, type] of S.TransactionKeyLastBlock.keys(ctx)) {
    if (of === netuid) S.TransactionKeyLastBlock.remove(ctx, hotkey, netuid, type);
  }
  removeLease(ctx, netuid);
  destroyLockMaps(ctx, netuid);
}

/** Root's weights of old point at subnets: those at this one become 0. source: pallets/subtensor/src/coinbase/root.rs, remove_network @ 14bc6f9 */
export function zeroRootWeights(ctx: Ctx, netuid: NetUid): void {
  for (const [[, uid], row] of S.Weights.entries(ctx, ROOT_NETUID)) {
    S.Weights.set(ctx, ROOT_NETUID, uid, row.map(([to, weight]) => [to, to === netuid ? 0 : weight]));
  }
}

function removeIdentity(ctx: Ctx, netuid: NetUid): void {
  if (!S.SubnetIdentitiesV3.has(ctx, netuid)) return;
  S.SubnetIdentitiesV3.remove(ctx, netuid);
  ctx.deposit(Ev.SubnetIdentityRemoved(netuid));
}

function removeLease(ctx: Ctx, netuid: NetUid): void {
  const leaseId = S.SubnetUidToLeaseId.take(ctx, netuid);
  if (leaseId === undefined) return;
  S.SubnetLeases.remove(ctx, leaseId);
  S.SubnetLeaseShares.clearPrefix(ctx, leaseId);
  S.AccumulatedLeaseDividends.remove(ctx, leaseId);
}
