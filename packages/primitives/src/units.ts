/**
 * Branded units. The brand is invariant, so that a sum of two different units does not compile;
 * sums of brands are plain `bigint`, so a result must be named again.
 */

declare const unit: unique symbol;

/** A value of base type `B` carrying unit `U`. */
export type Unit<B, U extends string> = B & { readonly [unit]: (u: U) => U };

/** TAO in rao (1 TAO = 10⁹ rao), u64. */
export type Rao = Unit<bigint, 'Rao'>;
/** Alpha of some subnet in 10⁻⁹, u64. */
export type AlphaRao = Unit<bigint, 'AlphaRao'>;

export const rao = (value: bigint): Rao => value as Rao;
export const alphaRao = (value: bigint): AlphaRao => value as AlphaRao;

/** Subnet number, u16; root is 0. */
export type NetUid = number;
/** Neuron's slot in a subnet, u16. */
export type Uid = number;
/** Mechanism of a subnet, u8. */
export type MechId = number;
/** Block number, u32 on this chain. */
export type BlockNumber = number;
/** 32 raw bytes as lower-case hex without prefix. */
export type AccountId = string;
/** 32 raw bytes as lower-case hex without prefix. */
export type Hash = string;

export const U8_MAX = 0xff;
export const U16_MAX = 0xffff;
export const U32_MAX = 0xffff_ffff;
export const U64_MAX = (1n << 64n) - 1n;
export const U128_MAX = (1n << 128n) - 1n;
export const I64_MAX = (1n << 63n) - 1n;
export const I64_MIN = -(1n << 63n);
