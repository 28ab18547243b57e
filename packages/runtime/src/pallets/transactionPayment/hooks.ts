import type { Hooks } from '@taonet/frame';
import { S } from './pallet.ts';

/** 1 as FixedU128. */
const FEE_MULTIPLIER = 10n ** 18n;

/** The multiplier is constant, and written each block all the same. source: pallet-transaction-payment 41.0.0, lib.rs */
export const hooks: Hooks = {
  onFinalize: (ctx) => S.NextFeeMultiplier.set(ctx, FEE_MULTIPLIER),
};
