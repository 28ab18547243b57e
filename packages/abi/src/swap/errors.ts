/** Swap: errors. */

import { errorsOfConcentrated } from './concentrated.ts';

export const errors = {
  FeeRateTooHigh: 0,
  InsufficientInputAmount: 1,
  InsufficientLiquidity: 2,
  PriceLimitExceeded: 3,
  InsufficientBalance: 4,
  InvalidTickRange: 5,
  InvalidLiquidityValue: 6,
  ReservesTooLow: 7,
  MechanismDoesNotExist: 8,
  SubtokenDisabled: 9,
  ReservesOutOfBalance: 10,
  SwapInputTooLarge: 11,
  Deprecated: 12,
  ...errorsOfConcentrated,
} as const;
