/** Pools without positions: what user liquidity left behind refuses. source: pallets/swap/src/pallet/mod.rs @ 14bc6f9 */

import { ensureRoot } from '@taonet/frame';
import { refuse } from '@taonet/primitives';
import { E } from '../pallet.ts';
import type { LiquidityCalls } from './liquidityCalls.ts';

const deprecated = (call: string) => (): never => refuse(E.Deprecated, { call });

export const noPositions: LiquidityCalls = {
  ensureMaySetFee: (_ctx, origin) => ensureRoot(origin),
  add_liquidity: deprecated('add_liquidity'),
  remove_liquidity: deprecated('remove_liquidity'),
  modify_position: deprecated('modify_position'),
  toggle_user_liquidity: deprecated('toggle_user_liquidity'),
  disable_lp: deprecated('disable_lp'),
};
