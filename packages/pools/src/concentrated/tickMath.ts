/**
 * √(1.0001^tick) in Q64.96 and back, as Uniswap's TickMath computes them, over its whole range of ticks.
 *
 * rounding: ratios up to the next 2⁻⁹⁶; the tick is the greatest whose ratio is not above the given one, as far as 14 binary
 *   digits of the logarithm tell
 * source: pallets/swap/src/tick.rs, get_sqrt_ratio_at_tick, get_tick_at_sqrt_ratio @ 459fa72
 */

import { bitLength } from '@taonet/primitives';

/** Ticks of Uniswap's library, twice as many as pools use. */
export const LIBRARY_TICK_MAX = 887_272;
/** √ratio of the lowest tick. */
export const SQRT_RATIO_MIN = 4_295_128_739n;
/** √ratio of the highest tick: itself out of range. */
export const SQRT_RATIO_MAX = 1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_342n;

/** √(1.0001^−2^i) in Q0.128, for i = 0 … 19. */
const MULTIPLIERS: readonly bigint[] = [
  0xfffcb933bd6fad37aa2d162d1a594001n, 0xfff97272373d413259a46990580e213an, 0xfff2e50f5f656932ef12357cf3c7fdccn, 0xffe5caca7e10e4e61c3624eaa0941cd0n,
  0xffcb9843d60f6159c9db58835c926644n, 0xff973b41fa98c081472e6896dfb254c0n, 0xff2ea16466c96a3843ec78b326b52861n, 0xfe5dee046a99a2a811c461f1969c3053n,
  0xfcbe86c7900a88aedcffc83b479aa3a4n, 0xf987a7253ac413176f2b074cf7815e54n, 0xf3392b0822b70005940c7a398e4b70f3n, 0xe7159475a2c29b7443b29c7fa6e889d9n,
  0xd097f3bdfd2022b8845ad8f792aa5825n, 0xa9f746462d870fdf8a65dc1f90e061e5n, 0x70d869a156d2a1b890bb3df62baf32f7n, 0x31be135f97d08fd981231505542fcfa6n,
  0x09aa508b5b7a84e1c677de54f3e99bc9n, 0x005d6af8dedb81196699c329225ee604n, 0x00002216e584f5fa1ea926041bedfe98n, 0x00000000048a170391f7dc42444e8fa2n,
];

const U256_MAX = (1n << 256n) - 1n;
/** What Q128 has more than Q96. */
const DROPPED = (1n << 32n) - 1n;

/** Undefined beyond the library's range. */
export function sqrtRatioAtTick(tick: number): bigint | undefined {
  const distance = tick < 0 ? -tick : tick;
  if (distance > LIBRARY_TICK_MAX) return undefined;
  let ratio = 1n << 128n;
  for (let i = 0; i < MULTIPLIERS.length; i++) {
    if ((distance >> i) % 2 === 1) ratio = i === 0 ? MULTIPLIERS[0]! : (ratio * MULTIPLIERS[i]!) >> 128n;
  }
  if (tick > 0) ratio = U256_MAX / ratio;
  return (ratio >> 32n) + ((ratio & DROPPED) === 0n ? 0n : 1n);
}

/** 2⁶⁴ / log₂(√1.0001). */
const LOG_SCALE = 255_738_958_999_603_826_347_141n;
/** How far the logarithm may be off, below and above. */
const ERROR_LOW = 3_402_992_956_809_132_418_596_140_100_660_247_210n;
const ERROR_HIGH = 291_339_464_771_989_622_907_027_621_153_398_088_495n;
/** Highest and lowest binary digit after the point that is computed. */
const LOG_DIGIT_FIRST = 63n;
const LOG_DIGIT_LAST = 50n;

const asTick = (log: bigint): number => Number(BigInt.asIntN(32, log >> 128n));

/** Undefined below the lowest and from the highest ratio on. */
export function tickAtSqrtRatio(sqrtRatio: bigint): number | undefined {
  if (sqrtRatio < SQRT_RATIO_MIN || sqrtRatio >= SQRT_RATIO_MAX) return undefined;
  const log = log2(sqrtRatio << 32n) * LOG_SCALE;
  const low = asTick(log - ERROR_LOW);
  const high = asTick(log + ERROR_HIGH);
  if (low === high) return low;
  const ratioAtHigh = sqrtRatioAtTick(high);
  if (ratioAtHigh === undefined) return undefined;
  return ratioAtHigh <= sqrtRatio ? high : low;
}

/** log₂ of a Q128 number, in Q64, 14 digits after the point. */
function log2(ratio: bigint): bigint {
  const exponent = BigInt(bitLength(ratio) - 1);
  let r = exponent >= 128n ? ratio >> (exponent - 127n) : ratio << (127n - exponent);
  let log = (exponent - 128n) << 64n;
  for (let digit = LOG_DIGIT_FIRST; digit >= LOG_DIGIT_LAST; digit--) {
    r = (r * r) >> 127n;
    const bit = r >> 128n;
    log += bit << digit;
    r >>= bit;
  }
  return log;
}
