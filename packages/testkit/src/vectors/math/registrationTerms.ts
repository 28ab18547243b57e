/** Sections `adjustment` and `lock_cost` of May 2025. */

import { computeBlockEmission, computeLockReductionInterval, computeNetworkLockCost, upgradedTerm } from '@taonet/runtime';
import { outcome, type MathOutcome } from './replay.ts';

type AdjustmentCase = readonly [alpha: string, current: string, min: string, max: string, registrations: number, target: number, difficulty: string, burn: string];

/** Difficulty and burn move by the same formula. */
export function replayAdjustment(cases: readonly AdjustmentCase[]): MathOutcome[] {
  return cases.map(([alpha, current, min, max, registrations, target, difficulty, burn], i) => {
    const term = { current: BigInt(current), min: BigInt(min), max: BigInt(max), adjustmentAlpha: BigInt(alpha), registrations, target };
    const next = upgradedTerm(term);
    return outcome(`adjustment/${i}`, [difficulty, burn], [next, next]);
  });
}

type LockCostCase = readonly [block: string, lastLock: string, lastBlock: string, minLock: string, interval: string, issuance: string, reduction: string, cost: string];

export function replayLockCost(cases: readonly LockCostCase[]): MathOutcome[] {
  return cases.map(([block, lastLock, lastBlock, minLock, interval, issuance, reduction, cost], i) => {
    const reductionInterval = computeLockReductionInterval(BigInt(interval), computeBlockEmission(BigInt(issuance)));
    const facts = { block: BigInt(block), lastLock: BigInt(lastLock), lastBlock: BigInt(lastBlock), minLock: BigInt(minLock), reductionInterval };
    return outcome(`lock_cost/${i}`, [reduction, cost], [reductionInterval, computeNetworkLockCost(facts)]);
  });
}
