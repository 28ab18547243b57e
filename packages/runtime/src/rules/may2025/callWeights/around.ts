/** How calls around calls were weighed: they took over the class of the inner call, and always paid. source: stable2409 of polkadot-sdk */

import { addWeight, weightOf, type DispatchInfo, type RuntimeCall } from '@taonet/frame';
import { measured, stated, type WeightRow } from '../../../weights/weightRow.ts';

type Parts = readonly [refTime: number, proofSize: number, reads: number, writes: number];

const inner = (args: Readonly<Record<string, unknown>>, ctx: Parameters<WeightRow>[1]): DispatchInfo => ctx.dispatchInfo(args['call'] as RuntimeCall);

/** `base` plus the call inside. */
export function aroundThen(base: Parts): WeightRow {
  return (args, ctx) => {
    const info = inner(args, ctx);
    return { weight: addWeight(measured(...base), info.weight), class: info.class, paysFee: true };
  };
}

/** The same, but a free call inside weighs nothing. */
export function aroundPaidThen(base: Parts): WeightRow {
  return (args, ctx) => {
    const info = inner(args, ctx);
    return { weight: info.paysFee ? addWeight(measured(...base), info.weight) : measured(...base), class: info.class, paysFee: true };
  };
}

/** The weight that the caller states, in the class of the call inside. */
export const statedThen = (name: string): WeightRow => (args, ctx) => ({ ...stated(name)(args, ctx), class: inner(args, ctx).class });

/** `base`, `each` picoseconds a call, and the calls inside that pay; operational when all of them are. */
export function batchThen(base: Parts, each: number): WeightRow {
  return (args, ctx) => {
    const infos = (args['calls'] as readonly RuntimeCall[]).map((call) => ctx.dispatchInfo(call));
    const own = addWeight(measured(...base), weightOf(BigInt(each) * BigInt(infos.length), 0n));
    const weight = infos.filter(({ paysFee }) => paysFee).reduce((sum, info) => addWeight(sum, info.weight), own);
    return { weight, class: infos.some((info) => info.class === 'Normal') ? 'Normal' : 'Operational', paysFee: true };
  };
}
