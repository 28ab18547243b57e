/** One sentence on each item of Swap and AlphaAssets. */

import type { MetadataDocs } from '@taonet/codec';

export const poolDocs: MetadataDocs = {
  Swap: {
    calls: {
      set_fee_rate: 'Root sets a pool\'s fee, in parts of 65,535 and at most MaxFeeRate.',
      add_liquidity: 'Opens a position between two ticks, of the coldkey\'s TAO and its alpha on the hotkey. Refused unless pools are of concentrated liquidity.',
      remove_liquidity: 'Closes a position: amounts and fees go to the balance and to stake on the hotkey. Refused unless pools are of concentrated liquidity.',
      modify_position: 'Adds to a position or takes from it, and collects its fees. Refused unless pools are of concentrated liquidity.',
      toggle_user_liquidity: 'Root, or to allow the subnet\'s owner: whether accounts may open positions. Refused unless pools are of concentrated liquidity.',
      disable_lp: 'Always refused: there are no positions left to close.',
    },
    storage: {
      FeeRate: 'Fee of a pool, in parts of 65,535.',
      SwapBalancer: 'Weight of TAO in a pool.',
      PalSwapInitialized: 'Whether a pool\'s weights are set.',
      HasMigrationRun: 'Which migrations are done, by name.',
      ScrapReservoirAlpha: 'Remains of alpha fees of the protocol, kept for later.',
      FeeGlobalTao: 'TAO fees of a pool of concentrated liquidity per unit of liquidity, since ever.',
      FeeGlobalAlpha: 'Alpha fees of a pool of concentrated liquidity per unit of liquidity, since ever.',
      Ticks: 'Ticks at which liquidity of a pool begins or ends.',
      SwapV3Initialized: 'Whether a pool of concentrated liquidity has begun.',
      AlphaSqrtPrice: 'Root of a pool\'s price, TAO per alpha.',
      CurrentTick: 'Tick whose interval holds a pool\'s price.',
      CurrentLiquidity: 'Liquidity of the positions around a pool\'s price.',
      EnabledUserLiquidity: 'Whether accounts may open positions on a subnet.',
      Positions: 'Positions by subnet, coldkey and number; the protocol\'s are its own account\'s.',
      LastPositionId: 'Number of the last position opened.',
      TickIndexBitmapWords: 'Which ticks are in use, in three layers of 128-bit words.',
      ScrapReservoirTao: 'TAO of the protocol that did not fit the price, kept for later.',
    },
    events: {
      FeeRateSet: 'A pool\'s fee changed.',
      UserLiquidityToggled: 'Accounts may, or may no longer, open positions on a subnet.',
      LiquidityAdded: 'A position was opened.',
      LiquidityRemoved: 'A position was closed and its fees paid.',
      LiquidityModified: 'A position grew or shrank and its fees were paid.',
    },
    errors: {
      FeeRateTooHigh: 'The fee is above MaxFeeRate.',
      InsufficientInputAmount: 'There is nothing to swap.',
      InsufficientLiquidity: 'The pool holds too little.',
      PriceLimitExceeded: 'The price is beyond the limit.',
      InsufficientBalance: 'The balance is too small.',
      InvalidTickRange: 'The price range is empty or out of bounds.',
      InvalidLiquidityValue: 'The liquidity is too small.',
      ReservesTooLow: 'A reserve is below MinimumReserve.',
      MechanismDoesNotExist: 'There is no such pool.',
      SubtokenDisabled: 'The subnet\'s alpha is not open yet.',
      ReservesOutOfBalance: 'One reserve is too large for the other.',
      SwapInputTooLarge: 'The amount is too large for the pool.',
      Deprecated: 'This call does nothing any more.',
      LiquidityNotFound: 'There is no such position.',
      MaxPositionsExceeded: 'The coldkey has too many positions on this subnet.',
      TooManySwapSteps: 'The swap crosses too many ticks.',
      UserLiquidityDisabled: 'Accounts may not open positions on this subnet.',
    },
    constants: {
      ProtocolId: 'From this the account of the protocol\'s liquidity is derived.',
      MaxFeeRate: 'Highest fee, in parts of 65,535.',
      MinimumLiquidity: 'Least liquidity of a position.',
      MinimumReserve: 'Least reserve of a pool.',
    },
  },
  AlphaAssets: {
    storage: {
      TotalAlphaIssuance: 'Alpha of a subnet that was ever issued, less what was recycled.',
      AlphaBurned: 'Alpha of a subnet that was burned.',
      AlphaRecycled: 'Alpha of a subnet that was recycled.',
    },
  },
};
