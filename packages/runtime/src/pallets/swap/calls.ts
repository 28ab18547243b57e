/** Calls of pallet Swap: one works, the others are what user liquidity left behind. source: pallets/swap/src/pallet/mod.rs @ 14bc6f9 */

import { swap } from '@taonet/abi';
import { bindCalls, ensureRoot } from '@taonet/frame';
import { ensure, refuse } from '@taonet/primitives';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { C, E, Ev, S } from './pallet.ts';

const deprecated = (call: string) => (): never => refuse(E.Deprecated, { call });

export const calls = bindCalls(swap, {
  /** rate in 65535ths · refuses MechanismDoesNotExist, FeeRateTooHigh */
  set_fee_rate(ctx, origin, { netuid, rate }) {
    ensureRoot(origin);
    ensure(Subtensor.NetworksAdded.get(ctx, netuid), E.MechanismDoesNotExist, { netuid });
    ensure(rate <= C.MaxFeeRate(ctx), E.FeeRateTooHigh, { netuid, actual: rate, required: C.MaxFeeRate(ctx) });
    S.FeeRate.set(ctx, netuid, rate);
    ctx.deposit(Ev.FeeRateSet({ netuid, rate }));
  },
  add_liquidity: deprecated('add_liquidity'),
  remove_liquidity: deprecated('remove_liquidity'),
  modify_position: deprecated('modify_position'),
  toggle_user_liquidity: deprecated('toggle_user_liquidity'),
  disable_lp: deprecated('disable_lp'),
});
