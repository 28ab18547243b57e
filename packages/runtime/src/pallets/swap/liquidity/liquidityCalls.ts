/** The calls about positions, by the kind of pool in force. */

import type { RuleSwitches, swap } from '@taonet/abi';
import type { CallHandlers, Origin, StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { activeRules } from '../../../rules/activeRules.ts';
import { noPositions } from './noPositions.ts';
import { positions } from './positions.ts';

type SwapCalls = Required<CallHandlers<(typeof swap)['calls']>>;

export interface LiquidityCalls extends Pick<SwapCalls, 'add_liquidity' | 'remove_liquidity' | 'modify_position' | 'toggle_user_liquidity' | 'disable_lp'> {
  /** refuses BadOrigin */
  ensureMaySetFee(ctx: StateCtx, origin: Origin, netuid: NetUid): void;
}

const LIQUIDITY_CALLS: Readonly<Record<RuleSwitches['pool'], LiquidityCalls>> = { Weighted: noPositions, ConstantProduct: noPositions, Concentrated: positions };

export const liquidityCallsOf = (ctx: StateCtx): LiquidityCalls => LIQUIDITY_CALLS[activeRules(ctx).pool];
