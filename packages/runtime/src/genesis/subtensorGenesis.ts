/**
 * What SubtensorModule starts with: root and subnet 1, whose only neuron is the zero account.
 *
 * source: pallets/subtensor/src/macros/genesis.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { utf8ToBytes } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import { appendNeuron } from '../pallets/subtensor/subnets/uids.ts';
import { ALICE, ALICE_HOTKEY } from './genesisConfig.ts';

const ZERO = '00'.repeat(32);
const FIRST_NETUID = 1;
const TEMPO = 100;
const VALIDATORS = 64;
const ROOT_UIDS = 64;
const SUBNET_UIDS = 256;
/** Reserves of subnet 1's pool, rao of TAO and of alpha. */
const RESERVE = 10_000_000_000n;
const ALPHA_OUT = 1_000_000_000n;
/** 10⁹ shares as upstream's decimal float. */
const SHARES = { mantissa: 1_000_000_000_000_000_000_000n, exponent: -12n };
const LOCKED_RAO = 1n;

export function writeSubtensorGenesis(ctx: StateCtx): void {
  S.TotalIssuance.set(ctx, 0n);
  writeRoot(ctx);
  writeFirstSubnet(ctx);
  S.TotalNetworks.set(ctx, 2);
}

function writeNetwork(ctx: StateCtx, netuid: number, uids: number, symbol: string): void {
  S.NetworksAdded.set(ctx, netuid, true);
  S.SubnetworkN.set(ctx, netuid, 0);
  S.MaxAllowedUids.set(ctx, netuid, uids);
  S.MaxAllowedValidators.set(ctx, netuid, VALIDATORS);
  S.MinAllowedWeights.set(ctx, netuid, 0);
  S.Tempo.set(ctx, netuid, TEMPO);
  S.NetworkRegistrationAllowed.set(ctx, netuid, true);
  S.TokenSymbol.set(ctx, netuid, utf8ToBytes(symbol));
}

function writeRoot(ctx: StateCtx): void {
  writeNetwork(ctx, ROOT_NETUID, ROOT_UIDS, 'Τ');
  S.SubnetOwner.set(ctx, ROOT_NETUID, ctx.build.fast ? ALICE : ZERO);
  S.SubnetOwnerHotkey.set(ctx, ROOT_NETUID, ctx.build.fast ? ALICE_HOTKEY : ZERO);
  S.TargetRegistrationsPerInterval.set(ctx, ROOT_NETUID, 1);
}

function writeFirstSubnet(ctx: StateCtx): void {
  const netuid = FIRST_NETUID;
  writeNetwork(ctx, netuid, SUBNET_UIDS, 'α');
  S.SubnetOwner.set(ctx, netuid, ZERO);
  S.SubnetMechanism.set(ctx, netuid, 1);
  S.SubnetTAO.set(ctx, netuid, RESERVE);
  S.SubnetAlphaIn.set(ctx, netuid, RESERVE);
  S.SubnetAlphaOut.set(ctx, netuid, ALPHA_OUT);
  S.SubnetLocked.set(ctx, netuid, LOCKED_RAO);
  S.LargestLocked.set(ctx, netuid, LOCKED_RAO);
  S.Owner.set(ctx, ZERO, ZERO);
  S.StakingHotkeys.set(ctx, ZERO, [ZERO]);
  S.AlphaV2.set(ctx, ZERO, ZERO, netuid, SHARES);
  S.TotalHotkeySharesV2.set(ctx, ZERO, netuid, SHARES);
  S.TotalHotkeyAlpha.set(ctx, ZERO, netuid, ALPHA_OUT);
  appendNeuron(ctx, netuid, ZERO, 0n);
}
