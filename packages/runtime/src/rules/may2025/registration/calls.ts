/** Calls on subnets and their neurons' seats and endpoints. source: pallets/subtensor/src/macros/dispatches.rs @ 1b0c63a */

import type { subtensorModule } from '@taonet/abi';
import { ensureRoot, type CallHandlers } from '@taonet/frame';
import { ensure, refuse } from '@taonet/primitives';
import { doSetIdentity } from '../../../pallets/subtensor/subnets/identity.ts';
import { activeRules } from '../../activeRules.ts';
import { E } from '../pallet.ts';
import { doAssociateEvmKey } from './associateEvmKey.ts';
import { doBurnedRegistration } from './burnedRegistration.ts';
import { userRemoveNetwork } from './dissolveNetwork.ts';
import { doFaucet } from './faucet.ts';
import { doSetSubnetIdentity, withoutLogo } from './identity.ts';
import { doRegisterNetwork } from './registerNetwork.ts';
import { doRootRegister } from './rootRegister.ts';
import { doServeAxon, doServePrometheus } from './serving.ts';
import { doStartCall } from './startCall.ts';
import { doRegistration } from './workRegistration.ts';

export const registrationCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
  register(ctx, origin, { netuid, block_number: blockNumber, nonce, work, hotkey, coldkey }) {
    ensure(activeRules(ctx).pow_registration, E.SubNetRegistrationDisabled, { netuid, check: 'the rules take proof of work' });
    doRegistration(ctx, origin, { netuid, blockNumber, nonce, work, hotkey, coldkey });
  },
  burned_register: (ctx, origin, { netuid, hotkey }) => doBurnedRegistration(ctx, origin, netuid, hotkey),
  root_register: (ctx, origin, { hotkey }) => doRootRegister(ctx, origin, hotkey),
  faucet: (ctx, origin, { block_number: blockNumber, nonce, work }) => doFaucet(ctx, origin, { blockNumber, nonce, work }),

  register_network: (ctx, origin, { hotkey }) => doRegisterNetwork(ctx, origin, hotkey, undefined),
  register_network_with_identity: (ctx, origin, { hotkey, identity }) => doRegisterNetwork(ctx, origin, hotkey, identity && withoutLogo(identity)),
  start_call: (ctx, origin, { netuid }) => doStartCall(ctx, origin, netuid),
  dissolve_network(ctx, origin, { coldkey, netuid }) {
    ensureRoot(origin);
    userRemoveNetwork(ctx, coldkey, netuid);
  },
  schedule_dissolve_network: (_ctx, _origin, { netuid }) => refuse(E.CallDisabled, { netuid }),

  serve_axon: (ctx, origin, { netuid, ...axon }) => doServeAxon(ctx, origin, netuid, axon),
  serve_axon_tls: (ctx, origin, { netuid, certificate, ...axon }) => doServeAxon(ctx, origin, netuid, axon, certificate),
  serve_prometheus: (ctx, origin, { netuid, ...info }) => doServePrometheus(ctx, origin, netuid, info),

  set_identity: (ctx, origin, identity) => doSetIdentity(ctx, origin, identity),
  set_subnet_identity: (ctx, origin, { netuid, ...identity }) => doSetSubnetIdentity(ctx, origin, netuid, withoutLogo(identity)),
  // Today's call leaves the hotkey out: it signs. Then its owner signed and named it.
  associate_evm_key: (_ctx, _origin, { netuid }) => refuse(E.CallDisabled, { netuid, required: 'associate_evm_key_of_hotkey' }),
  associate_evm_key_of_hotkey: (ctx, origin, { netuid, hotkey, evm_key: evmKey, block_number: blockNumber, signature }) =>
    doAssociateEvmKey(ctx, origin, { netuid, hotkey }, { evmKey, blockNumber, signature }),
};
