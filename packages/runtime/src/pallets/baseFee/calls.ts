import { baseFee } from '@taonet/abi';
import { bindCalls, ensureRoot } from '@taonet/frame';
import { Ev, S } from './pallet.ts';

/** source: frontier d553a1155, frame/base-fee/src/lib.rs */
export const calls = bindCalls(baseFee, {
  /** Wei per unit of gas. */
  set_base_fee_per_gas(ctx, origin, { fee }) {
    ensureRoot(origin);
    S.BaseFeePerGas.set(ctx, fee);
    ctx.deposit(Ev.NewBaseFeePerGas({ fee }));
  },

  /** How much of the fee an empty or full block moves it by, in millionths. */
  set_elasticity(ctx, origin, { elasticity }) {
    ensureRoot(origin);
    S.Elasticity.set(ctx, elasticity);
    ctx.deposit(Ev.NewElasticity({ elasticity }));
  },
});
