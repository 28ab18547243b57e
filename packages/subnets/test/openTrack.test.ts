/** Tasks of the open track are drawn from real pairs, and marked by nothing but where vectors lie. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Draw, findWordnet, vectorToBase64, type Reply } from '../src/index.ts';
import { drawOpenTask, markOpenAnswer, OPEN_PAIRS } from '../src/embed/openTrack.ts';
import { parseSynset, readGlossPairs, usable } from '../src/embed/wordnet.ts';

const folder = await mkdtemp(join(tmpdir(), 'taonet-wordnet-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const lists = await readGlossPairs((await findWordnet(folder))!);
const taskOf = (seed: number) => drawOpenTask(new Draw(new Uint8Array(32), seed), lists);

const DEADLINE_MS = 100;
const replyWith = (vectors: readonly (readonly number[])[], elapsedMs = 1): Reply =>
  ({ ok: true, elapsedMs, body: { vectors: vectors.map((vector) => vectorToBase64(Float32Array.from(vector))) } });
const axis = (i: number): number[] => Array.from({ length: OPEN_PAIRS }, (_, at) => at === i ? 1 : 0);

describe('pairs', () => {
  it('are those of WordNet 3.1', () => {
    expect(lists.map(({ length }) => length)).toEqual([2_807, 4_258]);
    expect(lists[0]).toContainEqual({ gloss: 'inhale audibly through the nose', example: 'the sick student was sniffling in the back row' });
  });

  it.each([
    ['00001740 29 v 01 breathe 0 001 @ 1 v 0000 | draw air in; "I can breathe"; "The patient is respiring"  ', [{ gloss: 'draw air in', example: 'I can breathe' }]],
    ['00002325 29 v 01 respire 1 000 | undergo respiration  ', []],
    ['  3 understood, and will | comply with "these" terms', []],
    ['', []],
  ])('%s', (line, pairs) => {
    expect(parseSynset(line)).toEqual(pairs);
  });

  it('do not give themselves away, and are there once', () => {
    const good = { gloss: 'have a strong liking for something', example: 'he is mad about old cars' };
    expect(usable([
      good,
      { gloss: 'too short', example: 'she said so to her friend' },
      { gloss: 'to move at a great speed', example: 'they moved away from the fire' },
      { gloss: 'the first of two different meanings', example: 'somebody wrote this one here twice' },
      { gloss: 'another that nobody will take it for', example: 'somebody wrote this one here twice' },
    ])).toEqual([good]);
  });

  it('are refused from other files', async () => {
    await Promise.all(['data.verb', 'data.noun'].map((name) => writeFile(join(folder, name), 'another edition')));
    await expect(readGlossPairs(folder)).rejects.toMatchObject({ code: 'WordnetDiffers' });
  });
});

describe('tasks', () => {
  it('are fixed by their draw; each meaning has one sentence, anywhere', () => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const { inputs, places } = taskOf(seed);
      expect(taskOf(seed)).toEqual({ inputs, places });
      expect(new Set(inputs).size).toBe(2 * OPEN_PAIRS);
      expect([...places].sort((a, b) => a - b)).toEqual(places.map((_, i) => i));
      const lead = inputs[0]!.slice(0, inputs[0]!.indexOf(': ') + 2);
      const pairs = places.map((place, i) => ({ gloss: inputs[i]!.slice(lead.length), example: inputs[OPEN_PAIRS + place]!.slice(lead.length) }));
      const list = lists.find((one) => one.some(({ gloss }) => gloss === pairs[0]!.gloss));
      for (const pair of pairs) expect(list).toContainEqual(pair);
    }), { numRuns: 20 });
  });

  it('are others for others', () => {
    expect(taskOf(1).inputs).not.toEqual(taskOf(2).inputs);
  });
});

describe('marks', () => {
  const task = taskOf(1);
  const valuesOf = (reply: Reply) => markOpenAnswer(task, reply, DEADLINE_MS).map(({ value }) => value);
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const sentencesAt = (at: readonly number[]) => [...task.places.map((_, i) => axis(i)), ...task.places.map((_, place) => axis(at[task.places.indexOf(place)]!))];
  const right = sentencesAt(task.places.map((_, i) => i));

  it('are 1 for the own sentence, of any model with any number of dimensions', () => {
    expect(valuesOf(replyWith(right))).toEqual(task.places.map(() => 1));
    expect(valuesOf(replyWith(right.map((vector) => [...vector, 0, 0, 0])))).toEqual(task.places.map(() => 1));
  });

  it('are 1/rank for another one', () => {
    const values = valuesOf(replyWith(sentencesAt(task.places.map((_, i) => i < 2 ? 1 - i : i))));
    // Both have changed places: the other's is nearest, and all the rest are as near as the own.
    expect(values).toEqual(task.places.map((_, i) => i < 2 ? 1 / OPEN_PAIRS : 1));
  });

  it('know what guessing gets', () => {
    const draw = new Draw(new Uint8Array(32), 'guess');
    const guesses = Array.from({ length: 300 }, () => replyWith(Array.from({ length: 2 * OPEN_PAIRS }, () => [...draw.bytes(16)].map((byte) => byte - 127.5))));
    expect(meanOf(guesses.flatMap(valuesOf))).toBeCloseTo(markOpenAnswer(task, guesses[0]!, DEADLINE_MS)[0]!.chance!, 1.5);
  });

  it('are less than guessing gets for one vector for everything', () => {
    expect(valuesOf(replyWith(right.map(() => axis(0))))).toEqual(task.places.map(() => 1 / OPEN_PAIRS));
  });

  it('count what was done, and no more', () => {
    const values = valuesOf(replyWith(right.slice(0, OPEN_PAIRS + 5)));
    expect(values).toEqual(task.places.map((place) => place < 5 ? 1 : 0));
  });

  it.each<[string, Reply]>([
    ['gone', { ok: false, reason: 'gone' }],
    ['late', replyWith(right, DEADLINE_MS + 1)],
    ['not an answer to the request', { ok: true, elapsedMs: 1, body: { vectors: 'all' } }],
    ['vectors of one length are wanted, of at most 4096 numbers', replyWith([...right.slice(0, -1), [1]])],
    ['vectors of one length are wanted, of at most 4096 numbers', replyWith(right.map(() => Array.from({ length: 4_097 }, () => 1)))],
    ['vectors of one length are wanted, of at most 4096 numbers', { ok: true, elapsedMs: 1, body: { vectors: right.map(() => 'AAAAAAAA') } }],
    ['no vector for meaning 0', { ok: true, elapsedMs: 1, body: { vectors: [] } }],
  ])('are 0: %s', (reason, reply) => {
    const [first, ...rest] = markOpenAnswer(task, reply, DEADLINE_MS);
    expect(first).toMatchObject({ value: 0, reason, track: 'open' });
    for (const mark of rest) expect(mark.value).toBe(0);
  });

  it('are never more than guessing gets for what has no direction', () => {
    for (const nothing of [NaN, Infinity, 0]) expect(meanOf(valuesOf(replyWith(right.map(() => [nothing, nothing]))))).toBe(1 / OPEN_PAIRS);
  });
});
