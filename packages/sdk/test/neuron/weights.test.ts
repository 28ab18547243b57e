import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ScoreStore, WeightScheduler, computeWeights, decideWeights, readState, writeState } from '../../src/neuron/index.ts';
import type { Moment, StateForm } from '../../src/neuron/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taonet-neuron-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('scores', () => {
  const miner = (uid: number, hotkey = `hk${uid}`): { uid: number; hotkey: string } => ({ uid, hotkey });

  test('only who was asked changes; a new hotkey starts anew', async () => {
    const store = await ScoreStore.open({ alpha: 0.5 });
    store.record(miner(1), 1, 10);
    store.record(miner(2), 0.4, 10);
    store.record(miner(1), 0, 20);
    expect(store.entries()).toEqual([
      { uid: 1, hotkey: 'hk1', score: 0.5, asked: 2, lastBlock: 20 },
      { uid: 2, hotkey: 'hk2', score: 0.4, asked: 1, lastBlock: 10 },
    ]);
    expect(store.sync([miner(1, 'other'), miner(2)])).toEqual([1]);
    store.record(miner(1, 'other'), 0.2, 30);
    store.record(miner(2, 'third'), 0.9, 30);
    expect(store.entries().map(({ hotkey, score, asked }) => [hotkey, score, asked])).toEqual([['other', 0.2, 1], ['third', 0.9, 1]]);
  });

  test('no number never enters an average', async () => {
    const store = await ScoreStore.open();
    for (const score of [NaN, Infinity, -1]) store.record(miner(1), score, 1);
    expect(store.entries()[0]).toMatchObject({ score: 0, asked: 3 });
  });

  test('outlive a restart; broken and newer files are refused and kept', async () => {
    const path = join(folder, 'scores.json');
    const store = await ScoreStore.open({ path });
    store.record(miner(3), 0.7, 5);
    await store.save();
    expect((await ScoreStore.open({ path })).entries()).toEqual(store.entries());
    for (const broken of ['{', '{"name":"scores","version":9,"state":[]}', '{"name":"other","version":0,"state":[]}', '{"name":"scores","version":1,"state":[{"uid":1}]}', 'null']) {
      await writeFile(path, broken);
      await expect(ScoreStore.open({ path })).rejects.toMatchObject({ code: 'BadState' });
      expect(await readFile(path, 'utf8')).toBe(broken);
    }
    await writeFile(path, '{"name":"scores","version":0,"state":[0.5,0.5]}');
    expect((await ScoreStore.open({ path })).entries()).toEqual([]);
  });

  test('migrations run from the version that was written', async () => {
    const path = join(folder, 'migrated.json');
    const form = (migrations: StateForm<unknown>['migrations']): StateForm<string> => ({ name: 'x', migrations, check: (value) => (typeof value === 'string' ? value : undefined) });
    await writeState(path, form([]), 'a');
    const grown = form([(old) => `${String(old)}b`, (old) => `${String(old)}c`]);
    expect(await readState(path, grown)).toBe('abc');
    await writeState(path, grown, 'now');
    expect(await readState(path, grown)).toBe('now');
  });
});

describe('weights', () => {
  const rules = { minAllowedWeights: 1, neuronCount: 8, maxWeightsLimit: 65_535 };
  const rows = (...scores: number[]): { uid: number; score: number; asked: number }[] => scores.map((score, uid) => ({ uid, score, asked: 5 }));

  test('in proportion, the greatest is 65535, zeros are left out', () => {
    const outcome = computeWeights(rows(0.5, 0, 1, 0.25), rules);
    expect(outcome).toMatchObject({ ok: true, weights: new Map([[0, 32768], [2, 65535], [3, 16384]]) });
    expect(outcome.steps.map(({ step, left }) => [step, left])).toEqual([['asked', 4], ['self', 4], ['positive', 3], ['enough', 3], ['limit', 3], ['quantise', 3]]);
  });

  test.each([
    ['nothing above zero', rows(0, 0, 0), {}, 'NothingScored'],
    ['nobody asked', [], {}, 'NothingScored'],
    ['only oneself', rows(1), { self: 0 }, 'NothingScored'],
    ['asked too little', rows(1, 1), { askedMin: 6 }, 'NothingScored'],
    ['fewer than the chain wants', rows(1, 1, 0), { minAllowedWeights: 3 }, 'TooFewScored'],
    ['too few left after rounding', rows(1, 1e-9), { minAllowedWeights: 2 }, 'TooFewScored'],
    ['a limit that even equal shares break', rows(1, 1), { maxWeightsLimit: 10_000 }, 'LimitTooLow'],
  ] as const)('refuses: %s', (_what, scores, changed, refusal) => {
    expect(computeWeights(scores, { ...rules, ...changed })).toMatchObject({ ok: false, refusal });
  });

  test('a small subnet needs no more weights than it has neurons', () => {
    expect(computeWeights(rows(1, 1), { ...rules, minAllowedWeights: 8, neuronCount: 2 }).ok).toBe(true);
  });

  test('property: within the limit, sums kept, order kept, greatest 65535', () => {
    const scores = fc.array(fc.double({ min: 0, max: 1e300, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(scores, fc.integer({ min: 1000, max: 65_535 }), (given, maxWeightsLimit) => {
      const outcome = computeWeights(rows(...given), { ...rules, maxWeightsLimit });
      if (!outcome.ok) return;
      const weights = [...outcome.weights.values()];
      const sum = weights.reduce((total, weight) => total + weight, 0);
      expect(Math.max(...weights)).toBe(65_535);
      // Rounding moves each weight by at most half; the greatest share may gain from others that lost.
      expect(65_535 / sum).toBeLessThanOrEqual((maxWeightsLimit / 65_535) * (1 + weights.length / 65_535) + 1e-3);
      for (const [a, weightA] of outcome.weights) for (const [b, weightB] of outcome.weights) if (given[a]! < given[b]!) expect(weightA).toBeLessThanOrEqual(weightB);
    }));
  });
});

describe('schedule', () => {
  const rules = { tempo: 100, lastEpochBlock: 1000, nextEpochBlock: 1100, weightsRateLimit: 50, commitReveal: false };
  const at = (block: number, changed: { readonly lastUpdate?: number; readonly rules?: Partial<Moment['rules']> } = {}): Moment => ({ block, lastUpdate: 990, ...changed, rules: { ...rules, ...changed.rules } });

  test.each([
    ['early in the epoch', at(1041), { send: false, fromBlock: 1080 }],
    ['late in the epoch', at(1080), { send: true }],
    ['the epoch is overdue', at(1120), { send: true }],
    ['set already in this epoch', at(1090, { lastUpdate: 1085 }), { send: false, fromBlock: 1135 }],
    ['rate limit', at(1085, { rules: { weightsRateLimit: 200 } }), { send: false, fromBlock: 1190 }],
    ['never set before: no rate limit', at(1085, { lastUpdate: 0, rules: { weightsRateLimit: 2000 } }), { send: true }],
    ['an epoch was missed', at(1003, { lastUpdate: 900 }), { send: true }],
    ['commits go early', at(1041, { rules: { commitReveal: true } }), { send: true }],
    ['but once an epoch', at(1060, { lastUpdate: 1005, rules: { commitReveal: true } }), { send: false, fromBlock: 1100 }],
    ['no epochs', at(1085, { rules: { tempo: 0 } }), { send: false, fromBlock: 1086 }],
  ])('%s', (_what, moment, expected) => expect(decideWeights(moment)).toMatchObject(expected));

  test('an attempt that is not on chain yet is not repeated at once, over a restart too; a failed one is tried again soon', async () => {
    const path = join(folder, 'weights.json');
    const scheduler = await WeightScheduler.open(path);
    await scheduler.attempt(1080, () => Promise.resolve());
    for (const known of [scheduler, await WeightScheduler.open(path)]) {
      expect(known.decide(at(1081))).toMatchObject({ send: false, fromBlock: 1088 });
      expect(known.decide(at(1088))).toMatchObject({ send: true });
      expect(known.decide(at(1088, { lastUpdate: 1081 }))).toMatchObject({ send: false, fromBlock: 1131 });
    }
    await expect(scheduler.attempt(1090, () => Promise.reject(new TypeError('refused')))).rejects.toThrow('refused');
    expect((await WeightScheduler.open(path)).decide(at(1092))).toMatchObject({ send: false, fromBlock: 1095 });
    let seen: unknown;
    await scheduler.attempt(1095, async () => {
      seen = JSON.parse(await readFile(path, 'utf8'));
    });
    expect(seen).toMatchObject({ state: { block: 1095, done: true } });
  });
});
