import { bytesToHex, concatBytes, U64_MAX } from '@taonet/primitives';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { S } from '../../../src/rules/may2025/pallet.ts';
import { termsThatMove } from '../../../src/rules/may2025/registration/adjustment.ts';
import { takeNeuronToPrune } from '../../../src/rules/may2025/registration/neuronPruning.ts';
import { getSymbolForSubnet } from '../../../src/rules/may2025/registration/symbols.ts';
import { appendNeuron, replaceNeuron } from '../../../src/rules/may2025/registration/uids.ts';
import { upgradedTerm } from '../../../src/rules/may2025/registration/upgradedTerm.ts';
import { hashMeetsDifficulty, largestHash } from '../../../src/rules/may2025/registration/work.ts';
import { account, createTestCtx } from '../../createTestCtx.ts';

const NETUID = 7;
const u64 = fc.bigInt(0n, U64_MAX);
const u16 = fc.integer({ min: 0, max: 65_535 });

describe('a term of registration', () => {
  const term = fc.record({ current: u64, min: u64, max: u64, adjustmentAlpha: u64, registrations: u16, target: u16 })
    .map((facts) => (facts.min <= facts.max ? facts : { ...facts, min: facts.max, max: facts.min }));

  test('stays within its bounds', () => {
    fc.assert(fc.property(term, (facts) => {
      const next = upgradedTerm(facts);
      expect(facts.min <= next && next <= facts.max).toBe(true);
    }));
  });

  test('never falls when there were more registrations', () => {
    fc.assert(fc.property(term, u16, (facts, more) => {
      const registrations = Math.min(facts.registrations + more, 65_535);
      expect(upgradedTerm({ ...facts, registrations }) >= upgradedTerm(facts)).toBe(true);
    }));
  });

  test('keeps its place, less a unit of rounding, when as many came as were wanted', () => {
    fc.assert(fc.property(u64, fc.bigInt(0n, U64_MAX), fc.integer({ min: 1, max: 32_767 }), (current, adjustmentAlpha, target) => {
      const next = upgradedTerm({ current, min: 0n, max: U64_MAX, adjustmentAlpha, registrations: target, target });
      // α has 18 bits after the point: what it loses is lost of the difficulty too.
      expect(next <= current && current - next <= (current >> 17n) + 2n).toBe(true);
    }));
  });
});

test.each([
  ['A', { all: 5, target: 2, byWork: 4, byBurn: 1 }, { burn: false, difficulty: true }],
  ['B', { all: 5, target: 2, byWork: 1, byBurn: 4 }, { burn: true, difficulty: false }],
  ['C', { all: 2, target: 2, byWork: 2, byBurn: 0 }, { burn: true, difficulty: false }],
  ['D', { all: 2, target: 2, byWork: 0, byBurn: 2 }, { burn: false, difficulty: true }],
  ['E', { all: 0, target: 2, byWork: 0, byBurn: 0 }, { burn: true, difficulty: true }],
  ['F', { all: 6, target: 2, byWork: 3, byBurn: 3 }, { burn: true, difficulty: true }],
])('case %s: which terms move', (_name, counts, moved) => {
  expect(termsThatMove(counts)).toEqual(moved);
});

test('the largest hash is the last that meets the difficulty', () => {
  const hashOf = (value: bigint): Uint8Array => Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * (31 - i))) & 0xffn));
  fc.assert(fc.property(fc.bigInt(1n, U64_MAX), (difficulty) => {
    const largest = largestHash(difficulty);
    expect(hashMeetsDifficulty(hashOf(largest), difficulty)).toBe(true);
    if (difficulty > 1n) expect(hashMeetsDifficulty(hashOf(largest + 1n), difficulty)).toBe(false);
  }));
});

test('all 439 symbols are those of upstream\'s table', () => {
  const { crypto } = createTestCtx();
  const all = concatBytes(...Array.from({ length: 439 }, (_, netuid) => getSymbolForSubnet(netuid)));
  expect(bytesToHex(crypto.sha2b256(all))).toBe('d7b04d308a48c697b006082a9898b72276deba84f30e35bf077d9363c0760bec');
  expect(getSymbolForSubnet(439)).toEqual(getSymbolForSubnet(0));
});

describe('pruning', () => {
  const neurons = (rows: readonly { score: number; registeredAt: bigint }[], owner?: number) => {
    const ctx = createTestCtx();
    S.ImmunityPeriod.set(ctx, NETUID, 100);
    rows.forEach(({ registeredAt }, uid) => appendNeuron(ctx, NETUID, account(uid + 1), registeredAt));
    S.PruningScores.set(ctx, NETUID, rows.map(({ score }) => score));
    if (owner !== undefined) S.SubnetOwnerHotkey.set(ctx, NETUID, account(owner + 1));
    return ctx;
  };
  const old = (score: number, registeredAt = 1n): { score: number; registeredAt: bigint } => ({ score, registeredAt });
  const young = (score: number, registeredAt = 950n): { score: number; registeredAt: bigint } => ({ score, registeredAt });

  test.each([
    ['lowest score', [old(5), old(3), old(4)], undefined, 1],
    ['then earliest registration', [old(3, 9n), old(3, 8n)], undefined, 1],
    ['then lowest uid', [old(3), old(3)], undefined, 0],
    ['the immune are spared', [young(0), old(9)], undefined, 1],
    ['unless all are', [young(4), young(2)], undefined, 1],
    ['the owner hotkey never', [old(0), old(9)], 0, 1],
    ['uid 0 when there is nobody else', [old(0)], 0, 0],
  ] as const)('%s', (_what, rows, owner, uid) => {
    const ctx = neurons(rows, owner);
    expect(takeNeuronToPrune(ctx, NETUID)).toBe(uid);
    expect(S.PruningScores.get(ctx, NETUID)[uid]).toBe(65_535);
  });

  test('a second registration before the next epoch takes another uid', () => {
    const ctx = neurons([old(1), old(2), old(3)]);
    expect([takeNeuronToPrune(ctx, NETUID), takeNeuronToPrune(ctx, NETUID), takeNeuronToPrune(ctx, NETUID)]).toEqual([0, 1, 2]);
  });

  test('who takes a uid over finds its rank, permit and weights, and none of its results', () => {
    const ctx = neurons([old(1), old(2)]);
    const columns = [S.Rank, S.Trust, S.Consensus, S.Incentive, S.Dividends];
    for (const column of columns) column.set(ctx, NETUID, [7, 7]);
    S.Emission.set(ctx, NETUID, [7n, 7n]);
    S.ValidatorPermit.set(ctx, NETUID, [true, true]);
    S.Weights.set(ctx, NETUID, 0, [[1, 5]]);
    S.Bonds.set(ctx, NETUID, 0, [[1, 5]]);
    replaceNeuron(ctx, NETUID, 0, account(9), 1_000n);
    expect(columns.map((column) => column.get(ctx, NETUID))).toEqual([[7, 7], [0, 7], [0, 7], [0, 7], [0, 7]]);
    expect(S.Emission.get(ctx, NETUID)).toEqual([0n, 7n]);
    expect(S.ValidatorPermit.get(ctx, NETUID)).toEqual([true, true]);
    expect([S.Weights.get(ctx, NETUID, 0), S.Bonds.get(ctx, NETUID, 0)]).toEqual([[[1, 5]], []]);
    expect([S.Uids.get(ctx, NETUID, account(1)), S.Uids.get(ctx, NETUID, account(9))]).toEqual([undefined, 0]);
  });

  test('the owner hotkey keeps its uid even when it is to be replaced', () => {
    const ctx = neurons([old(1)], 0);
    replaceNeuron(ctx, NETUID, 0, account(9), 1_000n);
    expect(S.Keys.get(ctx, NETUID, 0)).toBe(account(1));
  });
});
