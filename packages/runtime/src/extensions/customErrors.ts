/** Numbers of InvalidTransaction::Custom. source: common/src/transaction_error.rs @ 14bc6f9 */

import type { Refusal } from '@taonet/primitives';
import { E } from '../pallets/subtensor/pallet.ts';

export const CUSTOM_ERROR = {
  ColdkeyInSwapSchedule: 0,
  StakeAmountTooLow: 1,
  BalanceTooLow: 2,
  SubnetNotExists: 3,
  HotkeyAccountDoesntExist: 4,
  NotEnoughStakeToWithdraw: 5,
  RateLimitExceeded: 6,
  InsufficientLiquidity: 7,
  SlippageTooHigh: 8,
  TransferDisallowed: 9,
  HotKeyNotRegisteredInNetwork: 10,
  InvalidIpAddress: 11,
  ServingRateLimitExceeded: 12,
  InvalidPort: 13,
  ZeroMaxAmount: 14,
  InvalidRevealRound: 15,
  CommitNotFound: 16,
  CommitBlockNotInRevealRange: 17,
  InputLengthsUnequal: 18,
  UidNotFound: 19,
  EvmKeyAssociateRateLimitExceeded: 20,
  ColdkeySwapDisputed: 21,
  InvalidRealAccount: 22,
  FailedShieldedTxParsing: 23,
  InvalidShieldedTxPubKeyHash: 24,
  NonAssociatedColdKey: 25,
  DelegateTakeTooLow: 26,
  DelegateTakeTooHigh: 27,
  BadRequest: 255,
} as const;

type CustomError = keyof typeof CUSTOM_ERROR;

/** What a guard's refusal becomes when a transaction is validated; everything else is a BadRequest. */
const OF_REFUSAL: readonly (readonly [Refusal, CustomError])[] = [
  [E.AmountTooLow, 'StakeAmountTooLow'],
  [E.NotEnoughStakeToSetWeights, 'StakeAmountTooLow'],
  [E.SubnetNotExists, 'SubnetNotExists'],
  [E.NotEnoughBalanceToStake, 'BalanceTooLow'],
  [E.HotKeyAccountNotExists, 'HotkeyAccountDoesntExist'],
  [E.NotEnoughStakeToWithdraw, 'NotEnoughStakeToWithdraw'],
  [E.InsufficientLiquidity, 'InsufficientLiquidity'],
  [E.SlippageTooHigh, 'SlippageTooHigh'],
  [E.TransferDisallowed, 'TransferDisallowed'],
  [E.HotKeyNotRegisteredInNetwork, 'HotKeyNotRegisteredInNetwork'],
  [E.InvalidIpAddress, 'InvalidIpAddress'],
  [E.ServingRateLimitExceeded, 'ServingRateLimitExceeded'],
  [E.InvalidPort, 'InvalidPort'],
  [E.NonAssociatedColdKey, 'NonAssociatedColdKey'],
  [E.DelegateTakeTooLow, 'DelegateTakeTooLow'],
  [E.DelegateTakeTooHigh, 'DelegateTakeTooHigh'],
  [E.InputLengthsUnequal, 'InputLengthsUnequal'],
  [E.NoWeightsCommitFound, 'CommitNotFound'],
  [E.RevealTooEarly, 'CommitBlockNotInRevealRange'],
  [E.InvalidRevealRound, 'InvalidRevealRound'],
  [E.CommittingWeightsTooFast, 'RateLimitExceeded'],
  [E.SettingWeightsTooFast, 'RateLimitExceeded'],
  [E.NetworkTxRateLimitExceeded, 'RateLimitExceeded'],
  [E.HotKeyNotRegisteredInSubNet, 'UidNotFound'],
  [E.EvmKeyAssociateRateLimitExceeded, 'EvmKeyAssociateRateLimitExceeded'],
  [E.ColdkeySwapAnnounced, 'ColdkeyInSwapSchedule'],
  [E.ColdkeySwapDisputed, 'ColdkeySwapDisputed'],
];

/** Number of the custom error that stands for a refusal. */
export function customErrorOf(refusal: Refusal): number {
  const found = OF_REFUSAL.find(([one]) => one.name === refusal.name);
  return CUSTOM_ERROR[found === undefined ? 'BadRequest' : found[1]];
}
