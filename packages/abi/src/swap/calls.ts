/** Swap: calls. */

import { bool, callDecl, i64, u16, u64 } from '@taonet/codec';
import { netUid, tAccountId } from '../types/spelled.ts';
import { positionId, tickIndex } from '../types/swap.ts';

export const calls = {
  set_fee_rate: callDecl(0, { netuid: netUid, rate: u16 }),
  toggle_user_liquidity: callDecl(4, { netuid: netUid, enable: bool }),
  add_liquidity: callDecl(1, { hotkey: tAccountId, netuid: netUid, tick_low: tickIndex, tick_high: tickIndex, liquidity: u64 }),
  remove_liquidity: callDecl(2, { hotkey: tAccountId, netuid: netUid, position_id: positionId }),
  modify_position: callDecl(3, { hotkey: tAccountId, netuid: netUid, position_id: positionId, liquidity_delta: i64 }),
  disable_lp: callDecl(5, {}),
} as const;
