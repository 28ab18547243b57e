/** Runs a subnet's epoch: reads, computes, writes. The computation is package yuma's. */

import type { Ctx, StateCtx } from '@taonet/frame';
import { compareText, type AccountId, type NetUid } from '@taonet/primitives';
import { computeEpochWithMechanisms, mechanismStorageIndex, type EpochKernel, type EpochOutput, type SubnetEpochOutput } from '@taonet/yuma';
import { Ev, S } from '../pallet.ts';
import { updateVotingPowerForSubnet } from '../subnets/votingPower.ts';
import { getNeurons, readEpochInputs, type Neuron } from './epochInput.ts';

/** What the epoch says a hotkey earned: as a miner, and as a validator (the latter counts as a share). Alpha, 10⁻⁹. */
export interface HotkeyEmission {
  readonly hotkey: AccountId;
  readonly incentive: bigint;
  readonly dividend: bigint;
}

/**
 * All mechanisms' epochs of the subnet for `alpha`.
 *
 * kernel: what computes the epochs · returns: ascending by hotkey
 * source: pallets/subtensor/src/subnets/mechanism.rs, epoch_with_mechanisms @ 14bc6f9
 */
export function epochWithMechanisms(ctx: Ctx, netuid: NetUid, { alpha, kernel }: { readonly alpha: bigint; readonly kernel: EpochKernel }): HotkeyEmission[] {
  const neurons = getNeurons(ctx, netuid);
  const { mechanisms, subnet } = computeEpochWithMechanisms({
    emissionAlphaRao: alpha,
    mechanismCount: S.MechanismCountCurrent.get(ctx, netuid),
    emissionSplitU16: S.MechanismEmissionSplit.get(ctx, netuid),
    mechanismInput: readEpochInputs(ctx, netuid, neurons),
    kernel,
  });
  mechanisms.forEach((output, mechid) => persistMechanism(ctx, mechanismStorageIndex(netuid, mechid), neurons, output));
  persistSubnet(ctx, netuid, neurons, subnet);

  const ascending = [...neurons].sort((a, b) => compareText(a.hotkey, b.hotkey));
  updateVotingPowerForSubnet(ctx, netuid, ascending.map(({ uid, hotkey }) => ({
    hotkey, stake: subnet.stakeRao[uid] ?? 0n, newValidatorPermit: subnet.validatorPermit[uid] ?? false,
  })));
  return ascending.map(({ uid, hotkey }) => ({ hotkey, incentive: subnet.serverEmission[uid] ?? 0n, dividend: subnet.validatorEmission[uid] ?? 0n }));
}

/** A vector with one entry per neuron; a uid the epoch does not know gets `otherwise`. */
const perNeuron = <T>(neurons: readonly Neuron[], values: readonly T[], otherwise: T): T[] => neurons.map(({ uid }) => values[uid] ?? otherwise);

/** source: pallets/subtensor/src/epoch/run_epoch.rs, persist_mechanism_epoch_terms @ 14bc6f9 */
function persistMechanism(ctx: Ctx, index: number, neurons: readonly Neuron[], output: EpochOutput): void {
  S.Incentive.set(ctx, index, perNeuron(neurons, output.incentive, 0));
  ctx.deposit(Ev.IncentiveAlphaEmittedToMiners({ netuid: index, emissions: perNeuron(neurons, output.serverEmission, 0n) }));
  // Only read: the row is encoded at once.
  perNeuron(neurons, output.bonds, []).forEach((row, place) => S.Bonds.set(ctx, index, place, row as [number, number][]));
}

/** source: pallets/subtensor/src/epoch/run_epoch.rs, persist_netuid_epoch_terms @ 14bc6f9 */
function persistSubnet(ctx: StateCtx, netuid: NetUid, neurons: readonly Neuron[], output: SubnetEpochOutput): void {
  S.Active.set(ctx, netuid, perNeuron(neurons, output.active, false));
  S.Emission.set(ctx, netuid, perNeuron(neurons, output.emission, 0n));
  S.Consensus.set(ctx, netuid, perNeuron(neurons, output.consensus, 0));
  S.Dividends.set(ctx, netuid, perNeuron(neurons, output.dividends, 0));
  S.ValidatorTrust.set(ctx, netuid, perNeuron(neurons, output.validatorTrust, 0));
  S.ValidatorPermit.set(ctx, netuid, perNeuron(neurons, output.validatorPermit, false));
  S.StakeWeight.set(ctx, netuid, perNeuron(neurons, output.stakeWeight, 0));
}
