/** Advice on refusals of Swap. */

import type { errors } from '../swap/errors.ts';
import type { PalletAdvice } from './advice.ts';

export const swapAdvice: PalletAdvice<typeof errors> = {
  FeeRateTooHigh: { check: 'The fee rate is at most MaxFeeRate.', fix: 'Give a lower rate; the constant Swap.MaxFeeRate is the limit.' },
  InsufficientInputAmount: { check: 'Something is left to swap after the fee.', fix: 'Give a larger amount.' },
  InsufficientLiquidity: { check: 'The pool can pay this amount.', fix: 'Trade less at a time, or wait until the pool has grown.' },
  PriceLimitExceeded: { check: 'The pool\'s price is still inside the limit price.', fix: 'Give a limit further from the price, or trade less.' },
  InsufficientBalance: { check: 'The account can pay the amount.', fix: 'Give a smaller amount, or fund the account.' },
  InvalidTickRange: { check: 'The lower tick is below the upper one and both are in range.', fix: 'Give another range of ticks.' },
  InvalidLiquidityValue: { check: 'The liquidity is in range.', fix: 'Give another amount of liquidity.' },
  ReservesTooLow: { check: 'Both reserves of the pool are above the minimum.', fix: 'Wait until emission has filled the pool.' },
  MechanismDoesNotExist: { check: 'The subnet exists.', fix: 'See which subnets exist: taonet subnets list' },
  SubtokenDisabled: { check: 'The subnet\'s alpha may be traded.', fix: 'The subnet\'s owner starts it: taonet subnets start NETUID' },
  ReservesOutOfBalance: { check: 'The reserves of the pool are within the bounds of its weights.', fix: 'Wait until trades or emission have brought the pool back.' },
  SwapInputTooLarge: { check: 'The amount is at most the thousandfold of the reserve.', fix: 'Trade less at a time.' },
  Deprecated: { check: 'The call is still in use.', fix: 'Pools hold no positions of users any more: stake on the subnet instead.' },
};
