/** Section `moving_price` of May 2025. */

import { computeConstantProductPrice } from '@taonet/pools';
import { I96F32, saturatingSubU64, U96F32 } from '@taonet/primitives';
import { computeMovingPriceMay2025 } from '@taonet/runtime';
import { outcome, type MathOutcome } from './replay.ts';

type MovingPriceCase = readonly [
  mechanism: number, block: string, firstEmissionBlock: string | null, halvingBlocks: string, movingAlpha: string, before: string,
  taoReserve: string, alphaReserve: string, after: string,
];

/** Mechanism 0 has no pool: both prices are 1. */
export function replayMovingPrice(cases: readonly MovingPriceCase[]): MathOutcome[] {
  return cases.map(([mechanism, block, firstEmissionBlock, halvingBlocks, movingAlpha, before, taoReserve, alphaReserve, after], i) => {
    const isStable = mechanism === 0;
    const got = computeMovingPriceMay2025({
      ageBlocks: saturatingSubU64(BigInt(block), saturatingSubU64(BigInt(firstEmissionBlock ?? 0), 1n)),
      halvingBlocks: BigInt(halvingBlocks),
      movingAlpha: I96F32.fromBits(BigInt(movingAlpha)),
      before: isStable ? U96F32.one : I96F32.to(U96F32, I96F32.fromBits(BigInt(before))),
      spot: isStable ? U96F32.one : computeConstantProductPrice({ taoReserveRao: BigInt(taoReserve), alphaReserveRao: BigInt(alphaReserve) }),
    });
    return outcome(`moving_price/${i}`, after, got);
  });
}
