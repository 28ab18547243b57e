/** Names of everything that the chain can refuse, from its declarations. */

import type { ArithmeticError, DispatchError, InvalidTransaction, TokenError, UnknownTransaction } from '@taonet/primitives';
import type { PalletName, Pallets } from './pallets.ts';

/** `SubtensorModule.NotEnoughStake`, … */
export type ModuleErrorCode = { [P in PalletName]: keyof Pallets[P]['errors'] extends never ? never : `${P}.${keyof Pallets[P]['errors'] & string}` }[PalletName];

type PlainKind = Exclude<DispatchError['kind'], 'Module' | 'Token' | 'Arithmetic' | 'Transactional'>;
/** Refusals of no pallet. */
export type PlainErrorCode = PlainKind | `Token.${TokenError}` | `Arithmetic.${ArithmeticError}` | 'Transactional.LimitReached' | 'Transactional.NoLayer';

/** Custom reasons by name. source: common/src/transaction_error.rs @ 14bc6f9 */
export const CUSTOM_REASONS = {
  0: 'ColdkeyInSwapSchedule', 1: 'StakeAmountTooLow', 2: 'BalanceTooLow', 3: 'SubnetNotExists', 4: 'HotkeyAccountDoesntExist', 5: 'NotEnoughStakeToWithdraw',
  6: 'RateLimitExceeded', 7: 'InsufficientLiquidity', 8: 'SlippageTooHigh', 9: 'TransferDisallowed', 10: 'HotKeyNotRegisteredInNetwork', 11: 'InvalidIpAddress',
  12: 'ServingRateLimitExceeded', 13: 'InvalidPort', 14: 'ZeroMaxAmount', 15: 'InvalidRevealRound', 16: 'CommitNotFound', 17: 'CommitBlockNotInRevealRange',
  18: 'InputLengthsUnequal', 19: 'UidNotFound', 20: 'EvmKeyAssociateRateLimitExceeded', 21: 'ColdkeySwapDisputed', 22: 'InvalidRealAccount',
  23: 'FailedShieldedTxParsing', 24: 'InvalidShieldedTxPubKeyHash', 25: 'NonAssociatedColdKey', 26: 'DelegateTakeTooLow', 27: 'DelegateTakeTooHigh', 255: 'BadRequest',
} as const satisfies Readonly<Record<number, string>>;
export type CustomReason = (typeof CUSTOM_REASONS)[keyof typeof CUSTOM_REASONS];

/** Why a transaction is not valid. */
export type InvalidityCode =
  | `InvalidTransaction.${Extract<InvalidTransaction, string> | CustomReason | 'Custom'}`
  | `UnknownTransaction.${Extract<UnknownTransaction, string> | 'Custom'}`
  /** The pool's own reasons: codes 1012 to 1016 and the like. */
  | 'Pool.TemporarilyBanned' | 'Pool.AlreadyImported' | 'Pool.TooLowPriority' | 'Pool.Cycle' | 'Pool.ImmediatelyDropped' | 'Pool.BadFormat' | 'Pool.Other';

export type ChainErrorCode = ModuleErrorCode | PlainErrorCode | InvalidityCode;
