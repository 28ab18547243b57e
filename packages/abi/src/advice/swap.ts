/** Advice on refusals of Swap. */

import type { errors } from '../swap/errors.ts';
import type { PalletAdvice } from './advice.ts';

export const swapAdvice: PalletAdvice<typeof errors> = {
  FeeRateTooHigh: { check: 'The fee rate is at most MaxFeeRate.', fix: 'Give a lower rate; the constant Swap.MaxFeeRate is the limit.' },
  InsufficientInputAmount: { check: 'Something is left to swap after the fee.', fix: 'Give a larger amount.' },
  InsufficientLiquidity: { check: 'The pool can pay this amount.', fix: 'Trade less at a time, or wait until the pool has grown.' },
  PriceLimitExceeded: { check: 'The pool\'s price is still inside the limit price.', fix: 'Give a limit further from the price, or trade less.' },
  InsufficientBalance: { check: 'The account can pay the amount.', fix: 'Give a smaller amount, or fund the account.' },
  InvalidTickRange: { check: 'The lower tick is below the upper one and both are between −443636 and 443636.', fix: 'Give another range of ticks; taonet liquidity add takes prices too.' },
  InvalidLiquidityValue: { check: 'The liquidity added or taken is at least MinimumLiquidity, 1000.', fix: 'Give more liquidity.' },
  ReservesTooLow: { check: 'Both reserves of the pool are above the minimum.', fix: 'Wait until emission has filled the pool.' },
  MechanismDoesNotExist: { check: 'The subnet exists.', fix: 'See which subnets exist: taonet subnets list' },
  SubtokenDisabled: { check: 'The subnet\'s alpha may be traded.', fix: 'The subnet\'s owner starts it: taonet subnets start NETUID' },
  ReservesOutOfBalance: { check: 'The reserves of the pool are within the bounds of its weights.', fix: 'Wait until trades or emission have brought the pool back.' },
  SwapInputTooLarge: { check: 'The amount is at most the thousandfold of the reserve.', fix: 'Trade less at a time.' },
  Deprecated: { check: 'The call is still in use.', fix: 'Stake on the subnet instead; positions exist only while Rules.Active says Concentrated.' },
  LiquidityNotFound: { check: 'The coldkey has a position of this number on the subnet.', fix: 'See the positions: taonet liquidity list' },
  MaxPositionsExceeded: { check: 'The coldkey has fewer than 100 positions on the subnet.', fix: 'Close a position first, or use another coldkey.' },
  TooManySwapSteps: { check: 'The swap crosses at most 1000 ticks.', fix: 'Trade less at a time.' },
  UserLiquidityDisabled: { check: 'The subnet allows positions of accounts.', fix: 'The subnet\'s owner or root allows them: Swap.toggle_user_liquidity' },
};
