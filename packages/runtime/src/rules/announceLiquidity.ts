/** What calls about positions announce while pools have positions. source: pallets/swap/src/weights.rs, DefaultWeight @ 459fa72; disable_lp: pallets/swap/src/pallet/mod.rs @ 4d3a7ab */

import { addWeight, type DispatchInfo, type RuntimeCall, type StateCtx } from '@taonet/frame';
import { dispatchExtensionWeight } from '../weights/dispatchExtension.ts';
import { fixed, type WeighCtx, type WeightTable } from '../weights/weightRow.ts';
import { activeRules } from './activeRules.ts';

const LIQUIDITY_WEIGHTS: WeightTable = {
  add_liquidity: fixed(50_000_000, 0, 5, 4),
  remove_liquidity: fixed(50_000_000, 0, 4, 4),
  modify_position: fixed(50_000_000, 0, 4, 4),
  toggle_user_liquidity: fixed(10_000_000, 0, 1, 1),
  disable_lp: fixed(50_000_000, 0, 4, 4),
};

/** Undefined for every other call, and where pools are of another kind: then they do nothing and weigh as upstream's do. */
export function announceLiquidity(call: RuntimeCall, ctx: WeighCtx & StateCtx): DispatchInfo | undefined {
  if (call.type !== 'Swap') return undefined;
  const row = LIQUIDITY_WEIGHTS[call.value.type];
  if (row === undefined || activeRules(ctx).pool !== 'Concentrated') return undefined;
  const info = row((call.value.value ?? {}) as Readonly<Record<string, unknown>>, ctx);
  return { ...info, weight: addWeight(info.weight, dispatchExtensionWeight(call)) };
}
