/** Weights under the rules of May 2025 where upstream's scenarios are thin. */

import { encode, tuple, u16, u64, vec } from '@taonet/codec';
import { inLayer, signed } from '@taonet/frame';
import { U64_MAX, utf8ToBytes, concatBytes } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { S as Drand } from '../../../../src/pallets/drand/pallet.ts';
import { S as System } from '../../../../src/pallets/system/pallet.ts';
import { blocksUntilNextEpoch } from '../../../../src/rules/may2025/coinbase/epochSchedule.ts';
import { Ev, S } from '../../../../src/rules/may2025/pallet.ts';
import { doCommitCrv3Weights, doCommitWeights } from '../../../../src/rules/may2025/weights/commitWeights.ts';
import { getEpochIndex, getRevealBlocks, isCommitExpired } from '../../../../src/rules/may2025/weights/commitEpochs.ts';
import { revealCrv3Commits } from '../../../../src/rules/may2025/weights/revealCommits.ts';
import { doSetWeights } from '../../../../src/rules/may2025/weights/setWeights.ts';
import { account, createTestCtx, type TestCtx } from '../../../createTestCtx.ts';

const NETUID = 3;
const TEMPO = 9;
const ROUND = 77n;
const [VALIDATOR, MINER, OWNER] = [account(1), account(2), account(3)];

/** Three neurons, the first with a permit; a cycle is 10 blocks and its epochs fall on blocks that end in 5. */
function createSubnet(block: number): TestCtx {
  const opener = { openTimelock: (commit: Uint8Array, signature: Uint8Array) => (signature.length === 48 ? commit : undefined) };
  const ctx = createTestCtx({ block, crypto: opener, build: { fast: false, powFaucet: false, extended: true } });
  S.NetworksAdded.set(ctx, NETUID, true);
  S.Tempo.set(ctx, NETUID, TEMPO);
  S.SubnetworkN.set(ctx, NETUID, 3);
  [VALIDATOR, MINER, OWNER].forEach((hotkey, uid) => {
    S.Keys.set(ctx, NETUID, uid, hotkey);
    S.Uids.set(ctx, NETUID, hotkey, uid);
  });
  S.LastUpdate.set(ctx, NETUID, [0n, 0n, 0n]);
  S.ValidatorPermit.set(ctx, NETUID, [true, false, false]);
  S.MinAllowedWeights.set(ctx, NETUID, 1);
  S.MaxWeightsLimit.set(ctx, NETUID, 65_535);
  S.WeightsSetRateLimit.set(ctx, NETUID, 0n);
  return ctx;
}

const at = (ctx: TestCtx, block: number): void => System.Number.set(ctx, block);
const refusalOf = (ctx: TestCtx, work: () => void): string => {
  const outcome = inLayer(ctx, work);
  return 'refusal' in outcome ? outcome.refusal.name : 'Ok';
};

describe('epochs counted by blocks', () => {
  test('an epoch is due once in tempo + 1 blocks, by the subnet\'s number; never with tempo 0', () => {
    // From upstream's table: tempo, netuid, first block of an epoch.
    for (const [tempo, netuid, first] of [[1, 0, 0n], [1, 1, 1n], [100, 0, 99n], [100, 1, 98n]] as const) {
      expect([first - 1n, first, first + 1n].filter((block) => block >= 0n && blocksUntilNextEpoch(netuid, tempo, block) === 0n)).toEqual([first]);
      expect(blocksUntilNextEpoch(netuid, tempo, first + BigInt(tempo) + 1n)).toBe(0n);
    }
    expect(blocksUntilNextEpoch(1, 0, 5n)).toBe(U64_MAX);
  });

  test('the index rises in the block after the epoch\'s', () => {
    const ctx = createSubnet(1);
    expect([5n, 6n, 15n, 16n].map((block) => getEpochIndex(ctx, NETUID, block))).toEqual([0n, 1n, 1n, 2n]);
    expect([5n, 15n].map((block) => blocksUntilNextEpoch(NETUID, TEMPO, block))).toEqual([0n, 0n]);
  });

  test('a commit may be revealed in exactly one epoch; its blocks are stored with it', () => {
    const ctx = createSubnet(20);
    S.RevealPeriodEpochs.set(ctx, NETUID, 2n);
    expect(getRevealBlocks(ctx, NETUID, 20n)).toEqual([36n, 45n]);
    at(ctx, 45);
    expect(isCommitExpired(ctx, NETUID, 20n)).toBe(false);
    at(ctx, 46);
    expect(isCommitExpired(ctx, NETUID, 20n)).toBe(true);
    // Another tempo, another epoch: what waits is found expired or early by it.
    S.Tempo.set(ctx, NETUID, 99);
    expect(isCommitExpired(ctx, NETUID, 20n)).toBe(false);
  });
});

describe('setting weights', () => {
  const order = (uids: number[], values: number[]) => ({ netuid: NETUID, uids, values, versionKey: 0n });

  test('gives the subnet\'s owner no privilege', () => {
    const ctx = createSubnet(20);
    S.SubnetOwnerHotkey.set(ctx, NETUID, OWNER);
    expect(refusalOf(ctx, () => doSetWeights(ctx, signed(OWNER), order([1], [5])))).toBe('SubtensorModule.NeuronNoValidatorPermit');
    S.StakeThreshold.set(ctx, 1n);
    expect(refusalOf(ctx, () => doSetWeights(ctx, signed(OWNER), order([2], [5])))).toBe('SubtensorModule.NotEnoughStakeToSetWeights');
  });

  test('limits each weight\'s part of all, but one to oneself; the limit that nobody set is 1000', () => {
    const ctx = createSubnet(20);
    S.MaxWeightsLimit.set(ctx, NETUID, 39_321);
    expect(refusalOf(ctx, () => doSetWeights(ctx, signed(VALIDATOR), order([1, 2], [3, 2])))).toBe('Ok');
    expect(refusalOf(ctx, () => doSetWeights(ctx, signed(VALIDATOR), order([1, 2], [4, 2])))).toBe('SubtensorModule.MaxWeightExceeded');
    S.MaxWeightsLimit.remove(ctx, NETUID);
    expect(refusalOf(ctx, () => doSetWeights(ctx, signed(VALIDATOR), order([1, 2], [1, 1])))).toBe('SubtensorModule.MaxWeightExceeded');
    expect(refusalOf(ctx, () => doSetWeights(ctx, signed(MINER), order([1], [5])))).toBe('Ok');
  });

  test('looks for the subnet after the lengths', () => {
    const ctx = createSubnet(20);
    expect(refusalOf(ctx, () => doSetWeights(ctx, signed(VALIDATOR), { ...order([1], []), netuid: 9 }))).toBe('SubtensorModule.WeightVecNotEqualSize');
    expect(refusalOf(ctx, () => doSetWeights(ctx, signed(VALIDATOR), { ...order([1], [1]), netuid: 9 }))).toBe('SubtensorModule.SubNetworkDoesNotExist');
  });
});

describe('commits', () => {
  test('are off where nobody switched them on', () => {
    const ctx = createSubnet(20);
    expect(refusalOf(ctx, () => doCommitWeights(ctx, signed(VALIDATOR), NETUID, account(9)))).toBe('SubtensorModule.CommitRevealDisabled');
  });

  test('ten wait at most; those that expired make room, from the head', () => {
    const ctx = createSubnet(20);
    S.CommitRevealWeightsEnabled.set(ctx, NETUID, true);
    const commit = (byte: number): string => refusalOf(ctx, () => doCommitWeights(ctx, signed(VALIDATOR), NETUID, account(byte)));
    for (let i = 0; i < 10; i += 1) expect(commit(i)).toBe('Ok');
    expect(commit(10)).toBe('SubtensorModule.TooManyUnrevealedCommits');
    at(ctx, 36);
    expect(commit(10)).toBe('Ok');
    expect(S.WeightCommits.get(ctx, NETUID, VALIDATOR)).toEqual([[account(10), 36n, 46n, 55n]]);
  });

  const sealed = encode(tuple(vec(u16), vec(u16), u64), [[1, 2], [1, 4], 0n]);
  const learn = (ctx: TestCtx): void => Drand.Pulses.set(ctx, ROUND, { round: ROUND, randomness: new Uint8Array(32), signature: concatBytes(utf8ToBytes('0x'), new Uint8Array(48)) });
  const commitAt = (ctx: TestCtx, block: number): void => {
    at(ctx, block);
    doCommitCrv3Weights(ctx, signed(VALIDATOR), NETUID, { commit: sealed, revealRound: ROUND });
  };

  test('time-locked ones are opened at the epoch in whose cycle they were made, with reveal period 1', () => {
    const ctx = createSubnet(20);
    S.CommitRevealWeightsEnabled.set(ctx, NETUID, true);
    learn(ctx);
    commitAt(ctx, 24);
    // In the block of an epoch the next cycle has begun for commits.
    commitAt(ctx, 25);
    expect(S.CRV3WeightCommits.keys(ctx, NETUID).map(([, epoch]) => epoch).sort()).toEqual([2n, 3n]);
    at(ctx, 25);
    revealCrv3Commits(ctx, NETUID);
    expect(S.Weights.get(ctx, NETUID, 0)).toEqual([[1, 16384], [2, 65535]]);
    expect(ctx.events.at(-1)).toEqual(Ev.CRV3WeightsRevealed([NETUID, VALIDATOR]));
    expect(S.CRV3WeightCommits.keys(ctx, NETUID).map(([, epoch]) => epoch)).toEqual([3n]);
    // The last update is the commit's.
    expect(S.LastUpdate.get(ctx, NETUID)[0]).toBe(25n);
  });

  test('one whose round is not known at its epoch is lost', () => {
    const ctx = createSubnet(20);
    S.CommitRevealWeightsEnabled.set(ctx, NETUID, true);
    commitAt(ctx, 24);
    at(ctx, 25);
    revealCrv3Commits(ctx, NETUID);
    learn(ctx);
    revealCrv3Commits(ctx, NETUID);
    expect([S.CRV3WeightCommits.keys(ctx, NETUID), S.Weights.get(ctx, NETUID, 0)]).toEqual([[], []]);
  });

  test('one that cannot be set changes nothing and is lost', () => {
    const ctx = createSubnet(20);
    S.CommitRevealWeightsEnabled.set(ctx, NETUID, true);
    learn(ctx);
    commitAt(ctx, 24);
    S.ValidatorPermit.set(ctx, NETUID, [false, false, false]);
    const before = ctx.events.length;
    at(ctx, 25);
    revealCrv3Commits(ctx, NETUID);
    expect([S.CRV3WeightCommits.keys(ctx, NETUID), S.Weights.get(ctx, NETUID, 0), ctx.events.length - before]).toEqual([[], [], 0]);
  });
});
