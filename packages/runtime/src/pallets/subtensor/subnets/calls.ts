/** Calls on subnets: creating, starting and removing them, their neurons' seats and endpoints, their owners' settings. */

import { subtensorModule } from '@taonet/abi';
import { bindCalls, ensureRoot } from '@taonet/frame';
import { ensureSubnetOwnerOrRoot } from '../ownerAccess.ts';
import { doAssociateEvmKey } from './associateEvmKey.ts';
import { doDissolveNetwork } from './dissolveNetwork.ts';
import { doFaucet } from './faucet.ts';
import { doSetIdentity, doSetSubnetIdentity } from './identity.ts';
import { doRegisterLeasedNetwork, doTerminateLease } from './leases.ts';
import { doRegister, doRegisterLimit } from './registration.ts';
import { doRegisterNetwork } from './registerNetwork.ts';
import { doRootRegister } from './rootRegister.ts';
import { doServeAxon, doServePrometheus } from './serving.ts';
import { doStartCall } from './startCall.ts';
import { doUpdateSymbol } from './symbols.ts';
import { doSetActivityCutoffFactor, doSetTempo, doTriggerEpoch } from './tempoControl.ts';
import { doDisableVotingPowerTracking, doEnableVotingPowerTracking, doSetVotingPowerEmaAlpha } from './votingPower.ts';

export const subnetCalls = bindCalls(subtensorModule, {
  register_network: (ctx, origin, { hotkey }) => doRegisterNetwork(ctx, origin, hotkey, undefined),
  register_network_with_identity: (ctx, origin, { hotkey, identity }) => doRegisterNetwork(ctx, origin, hotkey, identity),
  start_call: (ctx, origin, { netuid }) => doStartCall(ctx, origin, netuid),
  dissolve_network(ctx, origin, { netuid }) {
    ensureRoot(origin);
    doDissolveNetwork(ctx, netuid);
  },
  root_dissolve_network(ctx, origin, { netuid }) {
    ensureRoot(origin);
    doDissolveNetwork(ctx, netuid);
  },

  register_leased_network: (ctx, origin, { emissions_share, end_block }) => doRegisterLeasedNetwork(ctx, origin, emissions_share, end_block),
  terminate_lease: (ctx, origin, { lease_id, hotkey }) => doTerminateLease(ctx, origin, lease_id, hotkey),

  burned_register: (ctx, origin, { netuid, hotkey }) => doRegister(ctx, origin, netuid, hotkey),
  // Proof of work is not asked for any more: the same as burned_register.
  register: (ctx, origin, { netuid, hotkey }) => doRegister(ctx, origin, netuid, hotkey),
  register_limit: (ctx, origin, { netuid, hotkey, limit_price }) => doRegisterLimit(ctx, origin, netuid, { hotkey, limitPrice: limit_price }),
  root_register: (ctx, origin, { hotkey }) => doRootRegister(ctx, origin, hotkey),
  faucet: (ctx, origin, { block_number, nonce, work }) => doFaucet(ctx, origin, { blockNumber: block_number, nonce, work }),

  serve_axon: (ctx, origin, { netuid, ...axon }) => doServeAxon(ctx, origin, netuid, axon),
  serve_axon_tls: (ctx, origin, { netuid, certificate, ...axon }) => doServeAxon(ctx, origin, netuid, axon, certificate),
  serve_prometheus: (ctx, origin, { netuid, ...info }) => doServePrometheus(ctx, origin, netuid, info),

  associate_evm_key: (ctx, origin, { netuid, evm_key, block_number, signature }) =>
    doAssociateEvmKey(ctx, origin, netuid, { evmKey: evm_key, blockNumber: block_number, signature }),
  set_identity: (ctx, origin, identity) => doSetIdentity(ctx, origin, identity),
  set_subnet_identity: (ctx, origin, { netuid, ...identity }) => doSetSubnetIdentity(ctx, origin, netuid, identity),
  update_symbol(ctx, origin, { netuid, symbol }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid);
    doUpdateSymbol(ctx, netuid, symbol);
  },

  set_tempo: (ctx, origin, { netuid, tempo }) => doSetTempo(ctx, origin, netuid, tempo),
  set_activity_cutoff_factor: (ctx, origin, { netuid, factor_milli }) => doSetActivityCutoffFactor(ctx, origin, netuid, factor_milli),
  trigger_epoch: (ctx, origin, { netuid }) => doTriggerEpoch(ctx, origin, netuid),

  enable_voting_power_tracking(ctx, origin, { netuid }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid);
    doEnableVotingPowerTracking(ctx, netuid);
  },
  disable_voting_power_tracking(ctx, origin, { netuid }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid);
    doDisableVotingPowerTracking(ctx, netuid);
  },
  sudo_set_voting_power_ema_alpha(ctx, origin, { netuid, alpha }) {
    ensureRoot(origin);
    doSetVotingPowerEmaAlpha(ctx, netuid, alpha);
  },
});
