/** One sentence on each item of Swap and AlphaAssets. */

import type { MetadataDocs } from '@taonet/codec';

export const poolDocs: MetadataDocs = {
  Swap: {
    calls: {
      set_fee_rate: 'Root sets a pool\'s fee, in parts of 65,535 and at most MaxFeeRate.',
      add_liquidity: 'Always refused: users do not provide liquidity.',
      remove_liquidity: 'Always refused: users do not provide liquidity.',
      modify_position: 'Always refused: users do not provide liquidity.',
      toggle_user_liquidity: 'Always refused: users do not provide liquidity.',
      disable_lp: 'Always refused: there are no positions left to close.',
    },
    storage: {
      FeeRate: 'Fee of a pool, in parts of 65,535.',
      SwapBalancer: 'Weight of TAO in a pool.',
      PalSwapInitialized: 'Whether a pool\'s weights are set.',
      HasMigrationRun: 'Which migrations are done, by name.',
      ScrapReservoirAlpha: 'Remains of alpha fees of the protocol, kept for later.',
    },
    events: { FeeRateSet: 'A pool\'s fee changed.' },
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
