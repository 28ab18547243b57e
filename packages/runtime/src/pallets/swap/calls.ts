/** Calls of pallet Swap. Those about positions are what the kind of pool in force makes of them. source: pallets/swap/src/pallet/mod.rs @ 14bc6f9 */

import { swap } from '@taonet/abi';
import { bindCalls } from '@taonet/frame';
import { ensure } from '@taonet/primitives';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { liquidityCallsOf } from './liquidity/liquidityCalls.ts';
import { C, E, Ev, S } from './pallet.ts';

export const calls = bindCalls(swap, {
  /** rate in 65535ths · refuses BadOrigin, MechanismDoesNotExist, FeeRateTooHigh */
  set_fee_rate(ctx, origin, { netuid, rate }) {
    liquidityCallsOf(ctx).ensureMaySetFee(ctx, origin, netuid);
    ensure(Subtensor.NetworksAdded.get(ctx, netuid), E.MechanismDoesNotExist, { netuid });
    ensure(rate <= C.MaxFeeRate(ctx), E.FeeRateTooHigh, { netuid, actual: rate, required: C.MaxFeeRate(ctx) });
    S.FeeRate.set(ctx, netuid, rate);
    ctx.deposit(Ev.FeeRateSet({ netuid, rate }));
  },
  add_liquidity: (ctx, origin, args) => liquidityCallsOf(ctx).add_liquidity(ctx, origin, args),
  remove_liquidity: (ctx, origin, args) => liquidityCallsOf(ctx).remove_liquidity(ctx, origin, args),
  modify_position: (ctx, origin, args) => liquidityCallsOf(ctx).modify_position(ctx, origin, args),
  toggle_user_liquidity: (ctx, origin, args) => liquidityCallsOf(ctx).toggle_user_liquidity(ctx, origin, args),
  disable_lp: (ctx, origin, args) => liquidityCallsOf(ctx).disable_lp(ctx, origin, args),
});
