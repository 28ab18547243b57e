/**
 * Parts per hundred, million, billion and quintillion, as Substrate counts them.
 *
 * source: polkadot-sdk, substrate/primitives/arithmetic/src/per_things.rs
 */

/** Operations on one kind of ratio. A value is its parts: `bigint` for Perquintill (u64), `number` for the narrower ones. */
export interface PerThing<P extends number | bigint> {
  /** Parts of the whole. */
  readonly accuracy: P;
  readonly one: P;
  readonly zero: P;
  /** Parts clamped to the whole. */
  fromParts(parts: P): P;
  /** ⌊accuracy·p/q⌋; the whole when q = 0 or p > q. */
  fromRational(p: bigint, q: bigint): P;
  fromPercent(percent: number): P;
  /** parts·n/accuracy to the nearest integer, ties down: Substrate's `*`. */
  mulNearest(parts: P, n: bigint): bigint;
  mulFloor(parts: P, n: bigint): bigint;
  mulCeil(parts: P, n: bigint): bigint;
  /** One minus the ratio. */
  leftFromOne(parts: P): P;
  saturatingSub(a: P, b: P): P;
  saturatingAdd(a: P, b: P): P;
}

function definePerThing<P extends number | bigint>(accuracy: bigint, name: (parts: bigint) => P): PerThing<P> {
  const clamp = (v: bigint): P => name(v > accuracy ? accuracy : v < 0n ? 0n : v);
  return {
    accuracy: name(accuracy),
    one: name(accuracy),
    zero: name(0n),
    fromParts: (parts) => clamp(BigInt(parts)),
    fromRational: (p, q) => (q === 0n || p > q ? name(accuracy) : name((accuracy * p) / q)),
    fromPercent: (percent) => clamp((accuracy * BigInt(percent)) / 100n),
    mulNearest: (parts, n) => (BigInt(parts) * n * 2n + accuracy - 1n) / (2n * accuracy),
    mulFloor: (parts, n) => (BigInt(parts) * n) / accuracy,
    mulCeil: (parts, n) => (BigInt(parts) * n + accuracy - 1n) / accuracy,
    leftFromOne: (parts) => name(accuracy - BigInt(parts)),
    saturatingSub: (a, b) => clamp(BigInt(a) - BigInt(b)),
    saturatingAdd: (a, b) => clamp(BigInt(a) + BigInt(b)),
  };
}

/** 10¹⁸ parts, u64: pool weights. */
export const Perquintill = definePerThing(10n ** 18n, (parts) => parts);
/** 10⁹ parts, u32. */
export const Perbill = definePerThing(10n ** 9n, Number);
/** 10⁶ parts, u32. */
export const Permill = definePerThing(10n ** 6n, Number);
/** 100 parts, u8. */
export const Percent = definePerThing(100n, Number);
