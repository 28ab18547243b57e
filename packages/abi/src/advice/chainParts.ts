/** Advice on refusals of the pallets that keep the chain going: System, Grandpa, Drand, MevShield, SafeMode, Commitments. */

import type { errors as commitments } from '../commitments/errors.ts';
import type { errors as drand } from '../drand/errors.ts';
import type { errors as grandpa } from '../grandpa/errors.ts';
import type { errors as mevShield } from '../mevShield/errors.ts';
import type { errors as safeMode } from '../safeMode/errors.ts';
import type { errors as system } from '../system/errors.ts';
import type { PalletAdvice } from './advice.ts';

export const systemAdvice: PalletAdvice<typeof system> = {
  InvalidSpecName: { check: 'The new code is of the same chain.', fix: 'No call of this chain ends like this: there is no code to replace.' },
  SpecVersionNeedsToIncrease: { check: 'The new code has a higher version.', fix: 'No call of this chain ends like this: there is no code to replace.' },
  FailedToExtractRuntimeVersion: { check: 'The code tells its version.', fix: 'This chain runs natively: update the program instead of its code.' },
  NonDefaultComposite: { check: 'The account is empty.', fix: 'No call of this chain ends like this.' },
  NonZeroRefCount: { check: 'Nothing relies on the account.', fix: 'No call of this chain ends like this.' },
  CallFiltered: { check: 'The call is open to this origin, and this program can make it.', fix: 'Safe mode, a proxy\'s type and the chain\'s own filter close calls: use another origin or proxy type, or root. `facts.unsupported` names calls that run contracts, which taonet does not.' },
  MultiBlockMigrationsOngoing: { check: 'No migration is under way.', fix: 'No call of this chain ends like this.' },
  NothingAuthorized: { check: 'An upgrade is authorized.', fix: 'Root authorizes one first: System.authorize_upgrade' },
  Unauthorized: { check: 'The code is the one that was authorized.', fix: 'Send the code whose blake2-256 is in `required`.' },
};

export const grandpaAdvice: PalletAdvice<typeof grandpa> = {
  PauseFailed: { check: 'The voters are not paused.', fix: 'No call of this chain ends like this.' },
  ResumeFailed: { check: 'The voters are paused.', fix: 'No call of this chain ends like this.' },
  ChangePending: { check: 'No other change of the voters is pending.', fix: 'Wait until it has taken effect.' },
  TooSoon: { check: 'The last forced change lies far enough back.', fix: 'Wait until the block in `required`.' },
  InvalidKeyOwnershipProof: { check: 'The proof names a voter.', fix: 'Equivocations cannot be reported on this chain: no call ends like this.' },
  InvalidEquivocationProof: { check: 'The proof shows two votes.', fix: 'Equivocations cannot be reported on this chain: no call ends like this.' },
  DuplicateOffenceReport: { check: 'The offence is not reported yet.', fix: 'Equivocations cannot be reported on this chain: no call ends like this.' },
};

export const drandAdvice: PalletAdvice<typeof drand> = {
  NoneValue: { check: 'A value is there.', fix: 'No call of this chain ends like this.' },
  StorageOverflow: { check: 'The counter has room.', fix: 'No call of this chain ends like this.' },
  DrandConnectionFailure: { check: 'The beacon answers.', fix: 'No call of this chain ends like this.' },
  UnverifiedPulse: { check: 'The pulse is verified.', fix: 'No call of this chain ends like this.' },
  InvalidRoundNumber: { check: 'The round follows the last one stored.', fix: 'Send the round in `required` or a later one.' },
  PulseVerificationError: { check: 'The pulse is signed by the beacon.', fix: 'Send round, randomness and signature as the beacon gives them; check the key in Drand.BeaconConfig.' },
};

export const mevShieldAdvice: PalletAdvice<typeof mevShield> = {
  BadEncKeyLen: { check: 'The key has 1184 bytes.', fix: 'Announce an ML-KEM-768 encapsulation key.' },
  Unreachable: { check: 'The block has a slot and an author.', fix: 'Only the block\'s author announces keys, inside a block.' },
  TooManyPendingExtrinsics: { check: 'The queue of encrypted extrinsics has room.', fix: 'Wait for the next blocks; root sets the limit.' },
  WeightExceedsAbsoluteMax: { check: 'The weight is at most half a block.', fix: 'Give the weight in `required` or less.' },
};

export const safeModeAdvice: PalletAdvice<typeof safeMode> = {
  Entered: { check: 'The chain is not in safe mode.', fix: 'It is already; root can extend it: force_extend' },
  Exited: { check: 'The chain is in safe mode.', fix: 'Root enters it: force_enter' },
  NotConfigured: { check: 'Accounts may enter or extend safe mode with a deposit.', fix: 'Only root may on this chain: force_enter, force_extend' },
  NoDeposit: { check: 'There is such a deposit.', fix: 'Nobody can make deposits on this chain: there is none to release.' },
  AlreadyDeposited: { check: 'The account has no deposit yet.', fix: 'Nobody can make deposits on this chain: no call ends like this.' },
  CannotReleaseYet: { check: 'The deposit may be released.', fix: 'Nobody can make deposits on this chain: no call ends like this.' },
  CurrencyError: { check: 'The deposit can be held or released.', fix: 'Nobody can make deposits on this chain: no call ends like this.' },
};

export const commitmentsAdvice: PalletAdvice<typeof commitments> = {
  TooManyFieldsInCommitmentInfo: { check: 'The commitment has at most three fields.', fix: 'Bytes with more fields do not decode: no call ends like this.' },
  AccountNotAllowedCommit: { check: 'The sender is a hotkey registered on the subnet.', fix: 'Sign with a hotkey of the subnet, or register it first.' },
  SpaceLimitExceeded: { check: 'The hotkey\'s commitments of this epoch stay within its space.', fix: 'Commit fewer bytes, or wait for the next epoch; Commitments.MaxSpace is the limit.' },
  UnexpectedUnreserveLeftover: { check: 'The old deposit can be given back in full.', fix: 'Reserve what is missing; root can set the balance.' },
};
