/** Inputs of one epoch: E256 is 256 neurons of which 64 weigh all others, E4096 is 4,096 of which 128 do. */

import { I64F64 } from '@taonet/primitives';
import type { EpochInput, StoredRow } from '@taonet/yuma';
import { createNumbers } from './numbers.ts';

export interface EpochWorkload {
  readonly neurons: number;
  readonly validators: number;
  /** 2: bonds of Yuma 2; 3: Yuma 3 with liquid alpha. */
  readonly yuma: 2 | 3;
}

export const E256_YUMA2: EpochWorkload = { neurons: 256, validators: 64, yuma: 2 };
export const E256_YUMA3: EpochWorkload = { neurons: 256, validators: 64, yuma: 3 };
export const E4096_YUMA2: EpochWorkload = { neurons: 4096, validators: 128, yuma: 2 };
export const E4096_YUMA3: EpochWorkload = { neurons: 4096, validators: 128, yuma: 3 };

const BLOCK = 8_000_000n;
const RAO = 1_000_000_000n;

/** Validators are the first uids; every one of them has weights on, and bonds in, every neuron that is none. */
export function epochInputOf({ neurons, validators, yuma }: EpochWorkload): EpochInput {
  const next = createNumbers(neurons * 8 + yuma);
  const uids = Array.from({ length: neurons }, (_, uid) => uid);
  // Weights agree roughly, so that the consensus clips some and passes most.
  const worth = uids.map(() => 1000 + next(50_000));
  const row = (uid: number, spread: number): StoredRow =>
    uid >= validators ? [] : uids.slice(validators).map((to) => [to, Math.min(65_535, worth[to]! + next(spread))] as const);
  return {
    neuronCount: neurons,
    block: BLOCK,
    tempo: 360,
    activityCutoffBlocks: 5000n,
    lastUpdate: uids.map(() => BLOCK - 1n - BigInt(next(350))),
    blockAtRegistration: uids.map((uid) => BigInt(1000 + uid)),
    stakeWeight: uids.map((uid) => I64F64.fromInt(uid < validators ? (10_000n + BigInt(next(1_000_000))) * RAO : 0n)),
    stakeThresholdRao: 0n,
    ownerUid: undefined,
    validatorPermit: uids.map((uid) => uid < validators),
    maxAllowedValidators: validators,
    weights: uids.map((uid) => row(uid, 12_000)),
    commitBlocks: undefined,
    kappaU16: 32_767,
    bondsPenaltyU16: 65_535,
    bondsMovingAverage: 900_000n,
    yuma3On: yuma === 3,
    liquidAlphaOn: yuma === 3,
    alphaLowU16: 45_875,
    alphaHighU16: 58_982,
    alphaSigmoidSteepness: 1000,
    bonds: uids.map((uid) => row(uid, 8_000)),
    lastStepBlock: BLOCK - 360n,
    emissionAlphaRao: 360n * RAO,
  };
}
