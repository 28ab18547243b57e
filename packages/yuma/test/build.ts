/** Small epochs for tests. */
import { I64F64 } from '@taonet/primitives';
import fc from 'fast-check';
import type { EpochInput, StoredRow } from '../src/records.ts';

/** Three validators (8, 1, 1) and two miners, nobody inactive, no weights; fields of `change` replace these. */
export function epochInput(change: Partial<EpochInput> = {}): EpochInput {
  return {
    neuronCount: 5,
    block: 1000n,
    tempo: 360,
    activityCutoffBlocks: 5000n,
    lastUpdate: [990n, 990n, 990n, 10n, 10n],
    blockAtRegistration: [10n, 10n, 10n, 10n, 10n],
    stakeWeight: [8, 1, 1, 0, 0].map((stake) => I64F64.fromInt(stake * 1_000_000)),
    stakeThresholdRao: 0n,
    ownerUid: undefined,
    validatorPermit: [true, true, true, false, false],
    maxAllowedValidators: 3,
    weights: [],
    commitBlocks: undefined,
    kappaU16: 32767,
    bondsPenaltyU16: 0,
    bondsMovingAverage: 975_000n,
    yuma3On: true,
    liquidAlphaOn: true,
    alphaLowU16: 6553,
    alphaHighU16: 19660,
    alphaSigmoidSteepness: 1000,
    bonds: [],
    lastStepBlock: 640n,
    emissionAlphaRao: 1_000_000_000n,
    ...change,
  };
}

const u16 = fc.oneof(fc.constantFrom(0, 1, 32767, 65534, 65535), fc.nat(65535));

/** A row over some of n columns, in any order. */
function storedRow(n: number): fc.Arbitrary<StoredRow> {
  return fc.uniqueArray(fc.nat(n - 1), { maxLength: n }).chain((uids) =>
    fc.array(u16, { minLength: uids.length, maxLength: uids.length }).map((values) => uids.map((uid, k) => [uid, values[k] as number] as const)),
  );
}

/** Any epoch of up to ten neurons: short vectors, empty rows, late registrations, commits, all settings. */
export const anyEpochInput: fc.Arbitrary<EpochInput> = fc.integer({ min: 0, max: 10 }).chain((n) => {
  const vector = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: n, maxLength: n });
  const atMost = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: n });
  const block = fc.bigInt(0n, 1000n);
  const rows = n === 0 ? fc.constant<StoredRow[]>([]) : atMost(storedRow(n));
  return fc.record({
    neuronCount: fc.constant(n),
    block: fc.bigInt(900n, 1000n),
    tempo: fc.constantFrom(0, 10, 360),
    activityCutoffBlocks: fc.constantFrom(1n, 500n, 5000n),
    lastUpdate: atMost(block),
    blockAtRegistration: atMost(fc.oneof(fc.constant(0n), block)),
    stakeWeight: vector(fc.oneof(fc.constant(0n), fc.bigInt(0n, 21n * 10n ** 15n)).map(I64F64.fromInt)),
    stakeThresholdRao: fc.constantFrom(0n, 10n ** 12n),
    ownerUid: fc.option(fc.nat(11), { nil: undefined }),
    validatorPermit: atMost(fc.boolean()),
    maxAllowedValidators: fc.nat(12),
    weights: rows,
    commitBlocks: fc.option(vector(fc.option(block, { nil: undefined })), { nil: undefined }),
    kappaU16: u16,
    bondsPenaltyU16: u16,
    bondsMovingAverage: fc.constantFrom(0n, 900_000n, 975_000n, 1_000_000n),
    yuma3On: fc.boolean(),
    liquidAlphaOn: fc.boolean(),
    alphaLowU16: fc.integer({ min: 1638, max: 30000 }),
    alphaHighU16: fc.integer({ min: 30000, max: 65535 }),
    alphaSigmoidSteepness: fc.integer({ min: -32768, max: 32767 }),
    bonds: rows,
    lastStepBlock: fc.constantFrom(0n, 890n),
    emissionAlphaRao: fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 12n)),
  });
});
