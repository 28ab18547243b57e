/** Calls of pallet Swap: one works, the others are what user liquidity left behind. source: pallets/swap/src/pallet/mod.rs @ 14bc6f9 */

import { swap } from '@taonet/abi';
import { bindCalls, ensureRoot } from '@taonet/frame';
import { ensure, refuse } from '@taonet/primitives';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { C, E, Ev, S } from './pallet.ts';

const deprecated = (): never => refuse(E.Deprecated);

export const calls = bindCalls(swap, {
  /** rate in 65535ths · refuses MechanismDoesNotExist, FeeRateTooHigh */
  set_fee_rate(ctx, origin, { netuid, rate }) {
    ensureRoot(origin);
    ensure(Subtensor.NetworksAdded.get(ctx, netuid), E.MechanismDoesNotExist, { netuid });
    ensure(rate <= C.MaxFeeRate(ctx), E.FeeRateTooHigh, { rate, max: C.MaxFeeRate(ctx) });
    S.FeeRate.set(ctx, netuid, rate);
    ctx.deposit(Ev.FeeRateSet({ netuid, rate }));
  },
  add_liquidity: deprecated,
  remove_liquidity: deprecated,
  modify_position: deprecated,
  toggle_user_liquidity: deprecated,
  disable_lp: deprecated,
});
