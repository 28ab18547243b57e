import { signed } from '@taonet/frame';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import type { Provocation } from '../provoke.ts';
import {
  all, atBlock, coldkey, COLDKEY, has, HOTKEY, hotkey, NETUID, OTHER_COLDKEY, OTHER_HOTKEY, owns, seats, stakes, subnet, subtensor, TAO, THIRD_HOTKEY, unguarded,
  type Step,
} from './scenery.ts';

const register = (netuid = NETUID, hotkeyOf = HOTKEY) => subtensor('burned_register', { netuid, hotkey: hotkeyOf });
const rootRegister = subtensor('root_register', { hotkey: HOTKEY });
const rich = has(10_000n * TAO);
const root = subnet(0);

const registeredAt = (block: bigint): Step => (ctx) => S.LastRateLimitedBlock.set(ctx, { type: 'NetworkLastRegistered' }, block);
const full = (netuid: number, seatCount: number): Step => (ctx) => S.MaxAllowedUids.set(ctx, netuid, seatCount);
const ownersSeat: Step = (ctx) => S.SubnetOwnerHotkey.set(ctx, NETUID, OTHER_HOTKEY);

const identity = (subnetName: number) => {
  const none = new Uint8Array();
  return {
    subnet_name: new Uint8Array(subnetName), github_repo: none, subnet_contact: none, subnet_url: none, discord: none, description: none, logo_url: none, additional: none,
  };
};
const bare = new Uint8Array();
const ownIdentity = { name: bare, url: bare, github_repo: bare, image: bare, discord: new Uint8Array(257), description: bare, additional: bare };
const named = (bytes: number) => subtensor('register_network_with_identity', { hotkey: HOTKEY, identity: identity(bytes) });
const found = subtensor('register_network', { hotkey: HOTKEY });

/** The call exists in builds with the faucet only; its behaviour is the same in all. */
const faucet = (blockNumber: bigint, work: Uint8Array) => subtensor('faucet', { block_number: blockNumber, nonce: 0n, work });
const ZEROS = new Uint8Array(32);

const neurons: readonly Provocation[] = [
  { error: 'SubtensorModule.RegistrationNotPermittedOnRootSubnet', because: 'burned_register', origin: coldkey, call: register(0), facts: { netuid: 0 } },
  { error: 'SubtensorModule.RegistrationNotPermittedOnRootSubnet', because: 'register_limit', origin: coldkey, call: subtensor('register_limit', { netuid: 0, hotkey: HOTKEY, limit_price: TAO }), facts: { netuid: 0 } },
  { error: 'SubtensorModule.SubNetRegistrationDisabled', because: 'neurons', arrange: all(subnet(), (ctx) => S.NetworkRegistrationAllowed.set(ctx, NETUID, false)), origin: coldkey, call: register(), facts: { netuid: NETUID } },
  { error: 'SubtensorModule.HotKeyAlreadyRegisteredInSubNet', because: 'burned_register', arrange: all(subnet(), seats(NETUID, HOTKEY)), origin: coldkey, call: register(), facts: { netuid: NETUID, hotkey: HOTKEY } },
  {
    error: 'SubtensorModule.NotEnoughBalanceToStake', because: 'the price of a neuron', arrange: all(subnet(), has(TAO / 20n)), origin: coldkey, call: register(),
    facts: { coldkey: COLDKEY, actual: TAO / 20n, required: TAO / 10n },
  },
  { error: 'SubtensorModule.NonAssociatedColdKey', because: 'burned_register', arrange: all(subnet(), rich, owns(HOTKEY, OTHER_COLDKEY)), origin: coldkey, call: register(), facts: { hotkey: HOTKEY, actual: COLDKEY, required: OTHER_COLDKEY } },
  { error: 'SubtensorModule.NoNeuronIdAvailable', because: 'a subnet without seats', arrange: all(subnet(), rich, full(NETUID, 0)), origin: coldkey, call: register(), facts: { netuid: NETUID, actual: 0, required: 1 } },
  {
    error: 'SubtensorModule.NoNeuronIdAvailable', because: 'the only neuron is the owner\'s', arrange: all(subnet(), rich, full(NETUID, 1), seats(NETUID, OTHER_HOTKEY), ownersSeat),
    origin: coldkey, call: register(), facts: { netuid: NETUID, maxUids: 1 },
  },
];

const rootSeats: readonly Provocation[] = [
  { error: 'SubtensorModule.RootNetworkDoesNotExist', origin: coldkey, call: rootRegister, facts: { netuid: 0 } },
  { error: 'SubtensorModule.TooManyRegistrationsThisBlock', arrange: all(root, (ctx) => S.RegistrationsThisBlock.set(ctx, 0, 1)), origin: coldkey, call: rootRegister, facts: { netuid: 0, actual: 1, required: 0 } },
  { error: 'SubtensorModule.TooManyRegistrationsThisInterval', arrange: all(root, (ctx) => S.RegistrationsThisInterval.set(ctx, 0, 6)), origin: coldkey, call: rootRegister, facts: { netuid: 0, actual: 6, required: 5 } },
  { error: 'SubtensorModule.HotKeyAlreadyRegisteredInSubNet', because: 'root_register', arrange: all(root, seats(0, HOTKEY)), origin: coldkey, call: rootRegister, facts: { netuid: 0, hotkey: HOTKEY } },
  {
    error: 'SubtensorModule.StakeTooLowForRoot', arrange: all(root, full(0, 1), seats(0, OTHER_HOTKEY), stakes(TAO, 0, OTHER_HOTKEY), stakes(TAO, 0)),
    origin: coldkey, call: rootRegister, facts: { netuid: 0, hotkey: HOTKEY, actual: TAO, required: TAO + 1n },
  },
  { error: 'SubtensorModule.HotKeyNotRegisteredInSubNet', because: 'a root without seats', arrange: all(root, full(0, 0)), origin: coldkey, call: rootRegister, facts: { netuid: 0, uid: 0 } },
];

const networks: readonly Provocation[] = [
  { error: 'SubtensorModule.SubNetRegistrationDisabled', because: 'subnets', arrange: (ctx) => S.NetworkRegistrationStartBlock.set(ctx, 2_000n), origin: coldkey, call: found, facts: { actual: 1_000n, required: 2_000n } },
  { error: 'SubtensorModule.NonAssociatedColdKey', because: 'register_network', arrange: owns(HOTKEY, OTHER_COLDKEY), origin: coldkey, call: found, facts: { hotkey: HOTKEY, actual: COLDKEY, required: OTHER_COLDKEY } },
  { error: 'SubtensorModule.NetworkTxRateLimitExceeded', because: 'register_network', arrange: registeredAt(900n), origin: coldkey, call: found, facts: { key: COLDKEY, actual: 1_000n, required: 8_100n } },
  { error: 'SubtensorModule.NetworkTxRateLimitExceeded', because: 'register_network_with_identity', arrange: registeredAt(900n), origin: coldkey, call: named(1), facts: { key: COLDKEY, actual: 1_000n, required: 8_100n } },
  { error: 'SubtensorModule.InvalidIdentity', because: 'register_network_with_identity', arrange: rich, origin: coldkey, call: named(257), facts: { netuid: 1, field: 'subnet_name', actual: 257, required: 256 } },
  { error: 'SubtensorModule.InvalidIdentity', because: 'set_subnet_identity', arrange: subnet(), origin: coldkey, call: subtensor('set_subnet_identity', { netuid: NETUID, ...identity(257) }), facts: { netuid: NETUID, field: 'subnet_name', actual: 257, required: 256 } },
  { error: 'SubtensorModule.NotSubnetOwner', arrange: subnet(), origin: signed(OTHER_COLDKEY), call: subtensor('set_subnet_identity', { netuid: NETUID, ...identity(1) }), facts: { netuid: NETUID, actual: OTHER_COLDKEY, required: COLDKEY } },
  {
    error: 'SubtensorModule.InvalidIdentity', because: 'set_identity', origin: coldkey, call: subtensor('set_identity', ownIdentity), facts: { coldkey: COLDKEY, field: 'discord', actual: 257, required: 256 },
    arrange: all(subnet(), seats(NETUID, HOTKEY), (ctx) => S.OwnedHotkeys.set(ctx, COLDKEY, [HOTKEY])),
  },
  { error: 'SubtensorModule.HotKeyNotRegisteredInNetwork', because: 'set_identity', origin: coldkey, call: subtensor('set_identity', ownIdentity), facts: { coldkey: COLDKEY } },
];

const evmKey = subtensor('associate_evm_key', { netuid: NETUID, evm_key: '00'.repeat(20), block_number: 1n, signature: new Uint8Array(65) });

const evm: readonly Provocation[] = [
  { error: 'SubtensorModule.HotKeyNotRegisteredInSubNet', because: 'associate_evm_key', arrange: subnet(), origin: hotkey, call: evmKey, facts: { netuid: NETUID, hotkey: HOTKEY } },
  { error: 'SubtensorModule.NonAssociatedColdKey', because: 'the hotkey has no owner', arrange: subnet(), ...unguarded(THIRD_HOTKEY, evmKey), facts: { hotkey: THIRD_HOTKEY } },
  {
    error: 'SubtensorModule.InvalidIdentity', because: 'a signature of nobody', origin: hotkey, call: evmKey, facts: { netuid: NETUID, hotkey: HOTKEY },
    arrange: all(subnet(), owns(), seats(NETUID, HOTKEY), atBlock(10_000)),
  },
];

const work: readonly Provocation[] = [
  { error: 'SubtensorModule.InvalidWorkBlock', because: 'a block to come', origin: coldkey, call: faucet(1_001n, ZEROS), facts: { actual: 1_001n, required: 1_000n } },
  { error: 'SubtensorModule.InvalidWorkBlock', because: 'too old', origin: coldkey, call: faucet(997n, ZEROS), facts: { actual: 997n, required: 998n } },
  { error: 'SubtensorModule.InvalidDifficulty', origin: coldkey, call: faucet(1_000n, ZEROS.map(() => 255)), facts: { actual: `0x${'ff'.repeat(32)}`, required: 1_000_000n } },
  { error: 'SubtensorModule.InvalidSeal', because: 'of another block, nonce or account', origin: coldkey, call: faucet(1_000n, ZEROS), facts: { actual: `0x${'00'.repeat(32)}` } },
  { error: 'SubtensorModule.InvalidSeal', because: 'no hash', origin: coldkey, call: faucet(1_000n, new Uint8Array(31)), facts: { actual: 31, required: 32 } },
];

export const rows: readonly Provocation[] = [...neurons, ...rootSeats, ...networks, ...evm, ...work];
