/**
 * The random numbers of upstream's consensus experiment, so that its published figures come out to the bit: Rust's `StdRng` (ChaCha12 of a
 * key made from the seed), 16-bit uniform draws, and normal draws by Box and Muller in 32.32 fixed point.
 *
 * source: pallets/subtensor/src/tests/consensus.rs, normal @ 14bc6f9; crates rand 0.10 (StdRng, Uniform), substrate-fixed 0.6.0 (cos)
 */

import { fixedLn, fixedSqrt, I32F32 } from '@taonet/primitives';

const MULTIPLIER = 0x5851_f42d_4c95_7f2dn;
const INCREMENT = 0xa176_54e4_6fbe_17f3n;
const CONSTANTS = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574] as const;
const KEY_WORDS = 8;
const DOUBLE_ROUNDS = 6;
/** Draws are 0 to 65534. */
const RANGE = 65_535n;
const LOW_32 = 0xffff_ffffn;

const rotateLeft = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;

/** The eight key words of a 64-bit seed. */
export function keyOfSeed(seed: bigint): number[] {
  let state = seed;
  return Array.from({ length: KEY_WORDS }, () => {
    state = BigInt.asUintN(64, state * MULTIPLIER + INCREMENT);
    const shifted = Number(BigInt.asUintN(32, ((state >> 18n) ^ state) >> 27n));
    const by = Number(state >> 59n);
    return by === 0 ? shifted : rotateLeft(shifted, 32 - by);
  });
}

function quarter(x: Uint32Array, [a, b, c, d]: readonly [number, number, number, number]): void {
  const mix = (to: number, from: number, by: number, into: number): void => {
    x[to] = x[to]! + x[from]!;
    x[into] = rotateLeft(x[into]! ^ x[to]!, by);
  };
  mix(a, b, 16, d);
  mix(c, d, 12, b);
  mix(a, b, 8, d);
  mix(c, d, 7, b);
}

const COLUMNS_AND_DIAGONALS = [
  [0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14],
] as const;

function chachaBlock(key: readonly number[], counter: number): Uint32Array {
  const start = Uint32Array.from([...CONSTANTS, ...key, counter, 0, 0, 0]);
  const x = start.slice();
  for (let round = 0; round < DOUBLE_ROUNDS; round++) for (const quad of COLUMNS_AND_DIAGONALS) quarter(x, quad);
  return x.map((word, i) => word + start[i]!);
}

export class SeededNumbers {
  readonly #key: readonly number[];
  #words: Uint32Array = new Uint32Array(0);
  #blocks = 0;
  #at = 0;

  constructor(seed: bigint) {
    this.#key = keyOfSeed(seed);
  }

  word(): number {
    if (this.#at >= this.#words.length) {
      this.#words = chachaBlock(this.#key, this.#blocks);
      this.#blocks += 1;
      this.#at = 0;
    }
    return this.#words[this.#at++]!;
  }

  /** 0 to 65534, each as likely. */
  u16(): bigint {
    for (;;) {
      const product = BigInt(this.word()) * RANGE;
      if ((product & LOW_32) >= 1n) return product >> 32n;
    }
  }

  /** So many normal draws: twice as many uniform ones, the first half for the radius, the second for the angle. */
  normal(count: number): I32F32[] {
    const uniform = Array.from({ length: 2 * count }, () => I32F32.saturatingAdd(I32F32.saturatingDiv(I32F32.fromInt(this.u16()), MAX), EPSILON));
    return Array.from({ length: count }, (_, i) => {
      const radius = fixedSqrt(I32F32, I32F32.saturatingMul(MINUS_TWO, fixedLn(I32F32, uniform[i]!)!))!;
      return I32F32.saturatingMul(radius, cosine(I32F32.saturatingMul(TWO_PI, uniform[i + count]!)));
    });
  }
}

const MAX = I32F32.fromInt(65_535);
const EPSILON = I32F32.fromLiteral('0.000001');
const MINUS_TWO = I32F32.fromInt(-2);
/** 2 × π, half π and the gain of the rotations; constants carry 23 fraction bits. */
const PI = I32F32.fromBits(26_353_589n << 9n);
const TWO_PI = I32F32.saturatingMul(I32F32.fromInt(2), PI);
const FULL_TURN = 52_707_178n << 9n;
const QUARTER_TURN = 13_176_794n << 9n;
const GAIN = 0x9b74_eda8n;
const ROTATIONS = 24;
/** atan(2⁻ⁱ), truncated; from the twelfth on it is 2⁻ⁱ less a bit. */
const ANGLES = [0xc90f_daa2n, 0x76b1_9c15n, 0x3eb6_ebf2n, 0x1fd5_ba9an, 0x0ffa_addbn, 0x07ff_556en, 0x03ff_eaabn, 0x01ff_fd55n, 0x00ff_ffaan, 0x007f_fff5n, 0x003f_fffen];
const angleOf = (i: number): bigint => ANGLES[i] ?? (1n << BigInt(32 - i)) - 1n;

/** By rotations in ever smaller steps, as substrate-fixed does it. */
export function cosine(a: I32F32): I32F32 {
  let z: bigint = a + QUARTER_TURN;
  while (z > PI) z -= FULL_TURN;
  while (z < -PI) z += FULL_TURN;
  if (z > QUARTER_TURN) z = PI - z;
  else if (z < -QUARTER_TURN) z = -PI - z;
  let [x, y] = [GAIN, 0n];
  for (let i = 0; i < ROTATIONS; i++) {
    const [dx, dy, turn] = [y >> BigInt(i), x >> BigInt(i), angleOf(i)];
    if (z < 0n) [x, y, z] = [x + dx, y - dy, z + turn];
    else [x, y, z] = [x - dx, y + dy, z - turn];
  }
  return I32F32.fromBits(y);
}
