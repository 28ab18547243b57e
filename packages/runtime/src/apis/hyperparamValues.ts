/** Hyperparameters as tagged values, and those that are shown otherwise than they are stored. */

import type { StateCtx } from '@taonet/frame';
import { I32F32, type NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import type { HyperparamEntry } from './views.ts';

type Value = HyperparamEntry['value'];

const YUMA3 = 3;
const YUMA2 = 2;

export const bool = (value: boolean): Value => ({ type: 'Bool', value });
export const u16 = (value: number): Value => ({ type: 'U16', value });
export const u64 = (value: bigint): Value => ({ type: 'U64', value });
export const tao = (value: bigint): Value => ({ type: 'TaoBalance', value });

export function alphaSigmoidSteepness(ctx: StateCtx, netuid: NetUid): I32F32 {
  return I32F32.fromInt(S.AlphaSigmoidSteepness.get(ctx, netuid));
}

export function yumaVersion(ctx: StateCtx, netuid: NetUid): number {
  return S.Yuma3On.get(ctx, netuid) ? YUMA3 : YUMA2;
}
