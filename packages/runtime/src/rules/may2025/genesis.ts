/**
 * What SubtensorModule started with in May 2025: root and subnet 1, whose only neuron is the zero account.
 *
 * source: pallets/subtensor/src/macros/genesis.rs @ 1b0c63a
 */

import type { StateCtx } from '@taonet/frame';
import { U64F64 } from '@taonet/primitives';
import { ROOT_NETUID } from '../../pallets/subtensor/subnets/subnetwork.ts';
import { S } from './pallet.ts';
import { appendNeuron } from './registration/uids.ts';

const ZERO = '00'.repeat(32);
const FIRST_NETUID = 1;
const TEMPO = 100;
const VALIDATORS = 64;
const ROOT_UIDS = 64;
const SUBNET_UIDS = 256;
const U16_MAX = 65_535;
/** Reserves of subnet 1's pool, rao of TAO and of alpha. */
const RESERVE = 10_000_000_000n;
const ALPHA_OUT = 1_000_000_000n;
const LOCKED_RAO = 1n;

export function writeGenesis(ctx: StateCtx): void {
  S.TotalIssuance.set(ctx, 0n);
  writeNetwork(ctx, ROOT_NETUID, ROOT_UIDS);
  S.TargetRegistrationsPerInterval.set(ctx, ROOT_NETUID, 1);
  writeNetwork(ctx, FIRST_NETUID, SUBNET_UIDS);
  writePool(ctx, FIRST_NETUID);
  appendNeuron(ctx, FIRST_NETUID, ZERO, 0n);
  S.TotalNetworks.set(ctx, 2);
}

function writeNetwork(ctx: StateCtx, netuid: number, uids: number): void {
  S.NetworksAdded.set(ctx, netuid, true);
  S.SubnetworkN.set(ctx, netuid, 0);
  S.MaxAllowedUids.set(ctx, netuid, uids);
  S.MaxAllowedValidators.set(ctx, netuid, VALIDATORS);
  S.MinAllowedWeights.set(ctx, netuid, 0);
  S.MaxWeightsLimit.set(ctx, netuid, U16_MAX);
  S.Tempo.set(ctx, netuid, TEMPO);
  S.NetworkRegistrationAllowed.set(ctx, netuid, true);
}

function writePool(ctx: StateCtx, netuid: number): void {
  S.SubnetMechanism.set(ctx, netuid, 1);
  S.SubnetOwner.set(ctx, netuid, ZERO);
  S.SubnetTAO.set(ctx, netuid, RESERVE);
  S.SubnetAlphaIn.set(ctx, netuid, RESERVE);
  S.SubnetAlphaOut.set(ctx, netuid, ALPHA_OUT);
  S.SubnetLocked.set(ctx, netuid, LOCKED_RAO);
  S.LargestLocked.set(ctx, netuid, LOCKED_RAO);
  S.Owner.set(ctx, ZERO, ZERO);
  S.StakingHotkeys.set(ctx, ZERO, [ZERO]);
  S.Alpha.set(ctx, ZERO, ZERO, netuid, U64F64.fromInt(ALPHA_OUT));
  S.TotalHotkeyShares.set(ctx, ZERO, netuid, U64F64.fromInt(ALPHA_OUT));
  S.TotalHotkeyAlpha.set(ctx, ZERO, netuid, ALPHA_OUT);
}
