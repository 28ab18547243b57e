/** Epochs for property tests: usual ones and those at the ends of every range. */
import type { EpochInput, StoredRow, X64 } from '@taonet/yuma';
import fc from 'fast-check';

const U64_MAX = (1n << 64n) - 1n;
const I128_MAX = (1n << 127n) - 1n;

const u16 = fc.oneof(fc.constantFrom(0, 1, 2, 32767, 65534, 65535), fc.nat(65535));
const block = fc.oneof(fc.bigInt(0n, 1000n), fc.bigInt(0n, 1000n), fc.constantFrom(0n, U64_MAX, U64_MAX - 1n));

/** Rising, in any order, or with uids twice and uids of nobody. */
function storedRow(n: number): fc.Arbitrary<StoredRow> {
  const column = fc.nat(n - 1);
  const withValues = (uids: number[]): fc.Arbitrary<StoredRow> =>
    fc.array(u16, { minLength: uids.length, maxLength: uids.length }).map((values) => uids.map((uid, k) => [uid, values[k]!] as const));
  return fc.oneof(
    fc.constant<StoredRow>([]),
    fc.uniqueArray(column, { maxLength: n }).map((uids) => uids.sort((a, b) => a - b)).chain(withValues),
    fc.uniqueArray(column, { maxLength: n }).chain(withValues),
    fc.array(fc.oneof(column, column, column, fc.integer({ min: n, max: n + 2 }), fc.constant(65535)), { maxLength: n + 3 }).chain(withValues),
  );
}

/** Bits of I64F64: nothing, usual stakes with and without fraction, the largest, and (seldom) negative ones. */
const usualStake = fc.oneof(fc.constant(0n), fc.constant(1n), fc.bigInt(0n, 21n * 10n ** 15n).map((rao) => rao << 64n), fc.bigInt(0n, (21n * 10n ** 15n) << 64n));
const anyStake = fc.oneof(usualStake, usualStake, usualStake, usualStake, fc.constantFrom(I128_MAX, -1n, -(1n << 127n), 1n << 126n), fc.bigInt(0n, I128_MAX));

export const anyEpoch: fc.Arbitrary<EpochInput> = fc.tuple(fc.integer({ min: 0, max: 14 }), fc.boolean()).chain(([n, isUsual]) => {
  const vector = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: n, maxLength: n });
  const nearly = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.oneof(vector(one), fc.array(one, { maxLength: n + 2 }));
  const rows = n === 0 ? fc.constant<StoredRow[]>([]) : nearly(storedRow(n));
  const past = isUsual ? fc.bigInt(0n, 500n) : block;
  return fc.record({
    neuronCount: fc.constant(n),
    block: isUsual ? fc.bigInt(900n, 1000n) : block,
    tempo: fc.constantFrom(0, 10, 360, 65535),
    activityCutoffBlocks: isUsual ? fc.constantFrom(500n, 5000n) : fc.constantFrom(1n, 500n, 5000n, U64_MAX),
    lastUpdate: isUsual ? vector(fc.bigInt(480n, 900n)) : nearly(block),
    blockAtRegistration: nearly(past),
    stakeWeight: vector(isUsual ? usualStake : anyStake) as fc.Arbitrary<X64[]>,
    stakeThresholdRao: fc.constantFrom(0n, 0n, 10n ** 12n, U64_MAX),
    ownerUid: fc.option(fc.nat(n + 1), { nil: undefined }),
    validatorPermit: isUsual ? vector(fc.oneof(fc.constant(true), fc.boolean())) : nearly(fc.boolean()),
    maxAllowedValidators: fc.oneof(fc.nat(n + 2), fc.constantFrom(0, 65535)),
    weights: rows,
    commitBlocks: fc.option(nearly(fc.option(block, { nil: undefined })), { nil: undefined }),
    kappaU16: u16,
    bondsPenaltyU16: fc.oneof(fc.constantFrom(0, 65535), u16),
    bondsMovingAverage: fc.oneof(fc.constantFrom(0n, 900_000n, 975_000n, 1_000_000n), fc.bigInt(0n, 1_000_000n), fc.constantFrom(1_000_001n, 2_000_000n, 1n << 51n, U64_MAX)),
    yuma3On: fc.boolean(),
    liquidAlphaOn: fc.boolean(),
    alphaLowU16: u16,
    alphaHighU16: u16,
    alphaSigmoidSteepness: fc.oneof(fc.constantFrom(0, 100, 1000, -1000, 32767, -32768), fc.integer({ min: -32768, max: 32767 })),
    bonds: rows,
    lastStepBlock: fc.oneof(fc.constant(0n), past),
    emissionAlphaRao: fc.oneof(fc.bigInt(0n, 10n ** 12n), fc.constantFrom(0n, U64_MAX)),
  });
});
