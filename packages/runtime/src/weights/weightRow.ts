/**
 * How the weight of a call is written down: measured reference time and proof size, database reads and writes, and what
 * grows with the call's arguments. A row gives weight, class and fee flag without the dispatch extension's weight.
 */

import { addWeight, maxWeight, weightOf, ZERO_WEIGHT, type DispatchClass, type DispatchInfo, type RuntimeCall, type Weight } from '@taonet/frame';

type Args = Readonly<Record<string, unknown>>;

/** What a row may ask: the announcement of a call inside, and how long a call is. */
export interface WeighCtx {
  dispatchInfo(call: RuntimeCall): DispatchInfo;
  encodeCall(call: RuntimeCall): Uint8Array;
}

export type WeightRow = (args: Args, ctx: WeighCtx) => DispatchInfo;
export type WeightTable = Readonly<Record<string, WeightRow>>;

/** Picoseconds, proof bytes, reads, writes. */
type Parts = readonly [refTime: number, proofSize: number, reads: number, writes: number];

/** A count that a weight grows with. */
export type Count = (args: Args, ctx: WeighCtx) => bigint;
type Slope = readonly [count: Count, ...Parts];

interface Options {
  readonly class?: DispatchClass;
  readonly free?: true;
}

/** Picoseconds of one database read and of one write (RocksDbWeight). */
export const READ_REF_TIME = 25_000_000n;
export const WRITE_REF_TIME = 100_000_000n;

/** Reference time and proof of measured parts. */
export function measured(refTime: number, proofSize: number, reads: number, writes: number): Weight {
  return weightOf(BigInt(refTime) + BigInt(reads) * READ_REF_TIME + BigInt(writes) * WRITE_REF_TIME, BigInt(proofSize));
}

/** A weight that does not depend on the arguments. */
export function fixed(refTime: number, proofSize: number, reads: number, writes: number, options: Options = {}): WeightRow {
  const info: DispatchInfo = { weight: measured(refTime, proofSize, reads, writes), class: options.class ?? 'Normal', paysFee: options.free !== true };
  return () => info;
}

/** `base` plus each slope as often as its count. */
export function linear(base: Parts, slopes: readonly Slope[], options: Options = {}): WeightRow {
  const start = measured(...base);
  const steps = slopes.map(([count, ...parts]) => ({ count, step: measured(...parts) }));
  return (args, ctx) => {
    let weight = start;
    for (const { count, step } of steps) {
      const n = count(args, ctx);
      weight = addWeight(weight, weightOf(step.refTime * n, step.proofSize * n));
    }
    return { weight, class: options.class ?? 'Normal', paysFee: options.free !== true };
  };
}

/** Length of a list or byte string among the arguments. */
export const count = (name: string): Count => (args) => BigInt((args[name] as { readonly length: number }).length);

interface AroundOptions {
  /** Picoseconds more for each inner call. */
  readonly each?: number;
  /** `inner`: the class of the (only) inner call. */
  readonly class?: 'inner';
  /** `any`: pays when any inner call pays. */
  readonly pays?: 'any';
}

/** A call around others: `base` plus what the inner calls announce, their dispatch extension's weight included. */
export function around(base: Parts, names: readonly string[], options: AroundOptions = {}): WeightRow {
  const start = measured(...base);
  return (args, ctx) => {
    const inner = names.flatMap((name) => innerCalls(args[name])).map((call) => ctx.dispatchInfo(call));
    let weight = addWeight(start, weightOf(BigInt(options.each ?? 0) * BigInt(inner.length), 0n));
    for (const one of inner) weight = addWeight(weight, one.weight);
    return {
      weight,
      class: options.class === 'inner' ? inner[0]!.class : 'Normal',
      paysFee: options.pays !== 'any' || inner.some(({ paysFee }) => paysFee),
    };
  };
}

function innerCalls(value: unknown): readonly RuntimeCall[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as RuntimeCall[]) : [value as RuntimeCall];
}

/** The weight that the caller states in an argument. */
export function stated(name: string, options: { readonly class?: 'inner' } = {}): WeightRow {
  return (args, ctx) => {
    const { ref_time, proof_size } = args[name] as { readonly ref_time: bigint; readonly proof_size: bigint };
    const inner = options.class === 'inner' ? ctx.dispatchInfo(args['call'] as RuntimeCall).class : 'Normal';
    return { weight: weightOf(ref_time, proof_size), class: inner, paysFee: true };
  };
}

/** The sum of rows; class of the last one. */
export function plus(...rows: readonly WeightRow[]): WeightRow {
  return (args, ctx) => {
    const infos = rows.map((row) => row(args, ctx));
    return { ...infos[infos.length - 1]!, weight: infos.reduce((sum, { weight }) => addWeight(sum, weight), ZERO_WEIGHT) };
  };
}

/** The greatest of rows, component by component. */
export function greatest(...rows: readonly WeightRow[]): WeightRow {
  return (args, ctx) => {
    const infos = rows.map((row) => row(args, ctx));
    return { ...infos[0]!, weight: infos.reduce((most, { weight }) => maxWeight(most, weight), ZERO_WEIGHT) };
  };
}

/** One row or the other. */
export function choice(condition: (args: Args) => boolean, yes: WeightRow, no: WeightRow): WeightRow {
  return (args, ctx) => (condition(args) ? yes : no)(args, ctx);
}
