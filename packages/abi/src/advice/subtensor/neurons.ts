/** Advice on refusals of SubtensorModule about neurons and hotkeys: who is known, who has a seat, where a neuron is reached. */

import type { errors } from '../../subtensorModule/errors.ts';
import type { PalletAdvice } from '../advice.ts';
import { nowhere, wait } from './fixes.ts';

const owner = 'Sign with the coldkey in `required`, which owns the hotkey; if there is none, nobody owns it: try_associate_hotkey makes you its owner.';

export const neurons = {
  InvalidIpType: { check: 'The kind of address is 4 or 6.', fix: 'Give 4 for IPv4, 6 for IPv6.' },
  InvalidIpAddress: { check: 'The address is in the range of its kind, neither the machine itself nor the highest one; metrics need one above 0.', fix: 'Give the public address under which others reach the neuron, and its kind.' },
  InvalidPort: { check: 'The port is above 0.', fix: 'Give the port on which the neuron listens.' },
  ServingRateLimitExceeded: { check: 'At least serving_rate_limit blocks have passed since the last announcement.', fix: wait },
  HotKeyNotRegisteredInSubNet: { check: 'The hotkey has a seat on the subnet.', fix: 'Register it there: taonet subnets register, on root taonet root register; or it was pruned: see who is there with taonet subnets.' },
  HotKeyAccountNotExists: { check: 'The hotkey belongs to a coldkey.', fix: 'Check the address; a hotkey of your own becomes known by try_associate_hotkey or by registering it.' },
  HotKeyNotRegisteredInNetwork: { check: 'The hotkey has a seat on this subnet; for an identity, some hotkey of the coldkey has one anywhere.', fix: 'Register it first: taonet subnets register' },
  NonAssociatedColdKey: { check: 'The signing coldkey owns the hotkey.', fix: owner },
  TooManyRegistrationsThisBlock: { check: 'Fewer neurons than max_regs_per_block have registered in this block.', fix: 'Send it again in the next block.' },
  TooManyRegistrationsThisInterval: { check: 'Fewer neurons than the triple of the interval\'s target have registered.', fix: 'Try again in the next interval.' },
  RegistrationPriceLimitExceeded: { check: 'A seat costs at most the limit now.', fix: 'Give a higher limit, or wait: the price halves every burn_half_life blocks without registrations.' },
  HotKeyAlreadyRegisteredInSubNet: { check: 'The hotkey has no seat on the subnet yet.', fix: 'It is registered: nothing to do. For another neuron or a swap use another hotkey.' },
  InvalidWorkBlock: { check: 'The work was done on one of the last three blocks.', fix: 'Work again on the newest block.' },
  InvalidDifficulty: { check: 'The work reaches the faucet\'s difficulty.', fix: 'Try other nonces until hash times difficulty stays below 2^256.' },
  InvalidSeal: { check: 'The work is the hash of this block, nonce and account.', fix: 'Hash with keccak-256 and sha2-256 as create_seal_hash does, for the account that signs.' },
  SubNetRegistrationDisabled: { check: 'The subnet takes neurons; or, for a new subnet, the chain takes subnets by now.', fix: 'For neurons the owner can allow it, or take another subnet: taonet subnets list; for subnets wait until the block in `required`.' },
  TransactorAccountShouldBeHotKey: { check: 'The signer is the hotkey.', fix: nowhere },
  FaucetDisabled: { check: 'The chain has a faucet.', fix: 'Use taonet fund on a local chain.' },
  RegistrationNotPermittedOnRootSubnet: { check: 'The subnet is not root.', fix: 'Give the number of another subnet; on root hotkeys register with root_register: taonet root register' },
  StakeTooLowForRoot: { check: 'Root has a free seat, or the hotkey has more stake on root than the poorest member.', fix: 'Stake on root until there is as much as in `required`: taonet stake' },
  NoNeuronIdAvailable: { check: 'The subnet has a free seat or a neuron that may be pruned.', fix: 'The owner can raise max_allowed_uids: taonet sudo; or wait until a neuron may be pruned.' },
  CannotUseSystemAccount: { check: 'The hotkey is not the account of a subnet.', fix: 'Use a hotkey of your own: taonet wallet makes one.' },
  InvalidIdentity: { check: 'Each field of the identity is short enough; for an EVM key, the signature recovers to a key.', fix: 'Shorten the field to the bytes in `required`; sign the EVM message again: 65 bytes, hotkey and block hash in the message.' },
  UnableToRecoverPublicKey: { check: 'The recovered Ethereum key is a point of the curve.', fix: nowhere },
  InvalidRecoveredPublicKey: { check: 'The Ethereum address is the one that signed this hotkey and block number.', fix: 'Sign hotkey and keccak-256 of the SCALE block number as an EIP-191 message, with the key of the address in `required`.' },
  EvmKeyAssociateRateLimitExceeded: { check: 'A day of blocks (7200) has passed since the neuron\'s address was set, or since genesis.', fix: wait },
  UidMapCouldNotBeCleared: { check: 'All uids of the subnet were cleared.', fix: nowhere },
  TrimmingWouldExceedMaxImmunePercentage: { check: 'Less than 80 % of the uids that stay would be immune ones or the owner\'s.', fix: 'Trim to more uids, or wait until fewer neurons are immune.' },
  TooManyUIDsPerMechanism: { check: 'Uids times mechanisms are at most 256.', fix: 'Lower max_allowed_uids first (sudo_trim_to_max_allowed_uids), or use fewer mechanisms.' },
} as const satisfies Partial<PalletAdvice<typeof errors>>;
