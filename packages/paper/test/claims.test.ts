/** The figures of the claims that matter most, one test for each claim. */

import { expect, test } from 'vitest';
import { createWorlds, PAPER_ROWS, showRow, type Shown } from '../src/index.ts';
import { emissionUnderRoot } from '../src/claims/rootEmission.ts';
import { nakamoto } from '../src/claims/miners.ts';

const worlds = await createWorlds();

async function shown(id: string): Promise<Shown> {
  const row = PAPER_ROWS.find((one) => one.id === id)!;
  expect(row.kind).toBe('claim');
  return showRow(row, worlds);
}

/** Numbers in a text, in order. */
const numbers = (text: string | undefined): number[] => [...(text ?? '').matchAll(/-?\d[\d,]*(?:\.\d+)?/g)].map(([one]) => Number(one.replaceAll(',', '')));

test('C1 work is paid as it is judged; contests inside a subnet came later', async () => {
  const figures = await shown('C1');
  for (const side of ['then', 'now']) expect(numbers(figures[`${side}: judged worth 75 and 25, two miners are paid`])).toEqual([75, 25]);
  expect(figures['then: contests inside one subnet']).toContain('System.CallFiltered');
  expect(numbers(figures['now: contests inside one subnet'])).toEqual([2]);
});

test('C2 a purchase moves that price, not yet the emission', async () => {
  const figures = await shown('C2');
  expect(numbers(figures['then: share of the emission'])).toEqual([50, 50]);
  // The young pool of 1,000 TAO and 1,000 alpha, constant product: 1000 · 100 / 1100.
  expect(numbers(figures['then: 100 TAO on the second subnet give'])[0]).toBeCloseTo(90.909, 2);
});

test('C3 the old rule gave next to nothing to what a minority backed', async () => {
  // Backed by 1/3 and by 2/3 of stake: sigmoid(10 · (share − 1/2)), times the share.
  const [of, other] = [2 / 3, 1 / 3].map((part) => part / (1 + Math.exp(-10 * (part - 0.5)))) as [number, number];
  expect(emissionUnderRoot([1, 1, 1], [[1, 0], [1, 0], [0, 1]])[1]).toBeCloseTo(other / (of + other), 12);
  expect((await shown('C3'))['then: setting weights on root']).toBe('SubtensorModule.CanNotSetRootNetworkWeights');
});

test('C4 a hundredfold capitalisation gets the same emission', async () => {
  const figures = await shown('C4');
  const [first, second] = numbers(figures['now: capitalisation of two subnets with one moving price']) as [number, number];
  expect(second / first).toBeGreaterThan(90);
  expect(numbers(figures['then: their emission of a block'])).toEqual([0.5, 0.5]);
});

test('C5 prices are those of the pools', async () => {
  expect(numbers((await shown('C5'))['now: pool of subnet 1'])).toEqual([10_000, 8_000, 1.25]);
});

test('C6 one TAO, then half of it, then none', async () => {
  const figures = await shown('C6');
  for (const side of ['then', 'now']) {
    expect(numbers(figures[`${side}: a block, with the first halving two blocks away`])).toEqual([1, 1, 0.5, 0.5]);
    expect(numbers(figures[`${side}: a block, from so many issued TAO on`])).toEqual([10_500_000, 0.5, 15_750_000, 0.25, 18_375_000, 0.125, 19_687_500, 0.0625]);
    expect(numbers(figures[`${side}: a block, once 21,000,000 are issued`])).toEqual([0]);
  }
});

test('C7 up to two alpha a block', async () => {
  const figures = await shown('C7');
  expect(Object.entries(figures).filter(([name]) => name.includes('in all')).map(([, text]) => numbers(text)[0])).toEqual([2, expect.closeTo(1.699, 3)]);
});

test('C8 the fraction of moving prices, to the rao', async () => {
  const figures = await shown('C8');
  expect(numbers(figures['then: moving prices 1 and 0.25, TAO of a block'])).toEqual([0.8, 0.2]);
  expect(numbers(figures['now: the same, the first one switched off by root'])).toEqual([0, 1]);
});

test('C9 361 blocks then, 360 now', async () => {
  const figures = await shown('C9');
  expect([figures['then: blocks between two epochs at that tempo'], figures['now: blocks between two epochs at that tempo']]).toEqual(['361', '360']);
});

test('C10 V2 then, weighted now', async () => {
  const figures = await shown('C10');
  // 8,000 · 1,000 / 11,000 without a fee; a block later, with one of 33 / 65,535.
  expect(numbers(figures['then: 1,000 TAO buy'])[0]).toBeCloseTo(727.2727, 3);
  expect(numbers(figures['now: 1,000 TAO buy'])[0]).toBeCloseTo((8_000.8 * 1_000 * (1 - 33 / 65_535)) / (10_001 + 1_000 * (1 - 33 / 65_535)), 3);
});

test('C11 18, 41 and 41 %', async () => {
  const figures = await shown('C11');
  for (const side of ['then', 'now']) expect(['the owner', 'miners', 'validators and who stakes on them'].map((who) => numbers(figures[`${side}: ${who}`])[0])).toEqual([18, 41, 41]);
});

test('C12 root sold then; who keeps now, sells nothing', async () => {
  const figures = await shown('C12');
  expect(numbers(figures['then: price after 100 blocks, with root\'s part'])[0]).toBeLessThan(numbers(figures['then: price after 100 blocks, if root had none'])[0]!);
  expect(numbers(figures['now: the same, keeping it'])[0]).toBe(0);
});

test('C13 an order as large as the pool pays twice the price', async () => {
  const figures = await shown('C13');
  expect(numbers(figures['then: young pool (1,000 TAO), 1,000 TAO'])[0]).toBeCloseTo(100, 2);
});

test('C14 the formula is what the epoch counts', async () => {
  const figures = await shown('C14');
  for (const side of ['then', 'now']) {
    expect([figures[`${side}: TAO weight here`], figures[`${side}: TAO weight where nobody set it`]]).toEqual(['0.1800', '0.0527']);
    expect(numbers(figures[`${side}: as the epoch counted it`])[0]).toBeCloseTo(numbers(figures[`${side}: the other validator beside it, by the formula`])[0]!, 3);
  }
});

test('C15 there and back costs the fees', async () => {
  const figures = await shown('C15');
  const lost = (side: string): number => numbers(figures[`${side}: lost on the way, with nobody trading in between`])[0]!;
  expect(lost('then')).toBeLessThan(0.01);
  expect(lost('now') / 100).toBeCloseTo((2 * 33) / 65_535, 4);
});

test('C16 a median, not a mean', async () => {
  const figures = await shown('C16');
  expect(numbers(figures['then: consensus: the most that half of the stake backs'])).toEqual([70, 30]);
  expect(figures['now: emission of a subnet born under upstream\'s rules']).toBe('off; switched on by its owner: BadOrigin; by root: done');
});

test('C17 more trust, less pay', async () => {
  const figures = await shown('C17');
  const [trust, pay] = [numbers(figures['then: their trust']), numbers(figures['then: incentive of two miners'])] as [number[], number[]];
  expect(trust[0]).toBeLessThan(trust[1]!);
  expect(pay[0]).toBeGreaterThan(pay[1]!);
});

test('C18 a thousand, by alpha or by root', async () => {
  const figures = await shown('C18');
  // 1,000 / 0.18, rounded up.
  for (const side of ['then', 'now']) expect(numbers(figures[`${side}: the threshold costs, as stake on root`])).toEqual([5_556]);
});

test('C19 ranks then, none now', async () => {
  const figures = await shown('C19');
  expect([figures['then: ranks'], figures['now: ranks']]).toEqual(['7 entries', '0 entries']);
});

test('C20 the one that earned least goes', async () => {
  const figures = await shown('C20');
  for (const side of ['then', 'now']) expect(figures[`${side}: three newcomers on a full subnet take the seats of`]).toMatch(/uid 0 \(0 alpha\), uid 4 \(0 alpha\), uid 6/);
});

test('C21 paid in alpha alone', async () => {
  for (const side of ['then', 'now']) expect(numbers((await shown('C21'))[`${side}: paid by one epoch`])[1]).toBe(0);
});

test('C22 who lies is clipped; the bodies decided, one key decides', async () => {
  const figures = await shown('C22');
  expect(numbers(figures['then: a lying validator, what counts of its weights'])).toEqual([50]);
  expect(numbers(figures['then: who votes'])).toEqual([7, 12]);
  expect(numbers(figures['now: who decides'])).toEqual([1]);
});

test('C23 what is really stored is paid', async () => {
  const paid = numbers((await shown('C23'))['now: miners\' pay for that']);
  expect(paid[0]).toBeGreaterThan(paid[1]!);
  expect(paid.slice(2)).toEqual([0, 0]);
});

test('C24 one subnet\'s work is kept by another', async () => {
  expect(Object.values(await shown('C24'))[1]).toMatch(/read back the same: yes/);
});

test('C25 better answers earn more', async () => {
  const paid = numbers((await shown('C25'))['then: miners\' pay for that']);
  expect(paid[0]).toBeGreaterThan(paid[1]!);
  expect(paid[2]).toBe(0);
});

test('C26 work bought seats; today\'s chain asks for none', async () => {
  expect((await shown('C26'))['now: the same call on upstream\'s chain, with no work in it']).toMatch(/^a seat for 0\.\d+ TAO$/);
  expect([nakamoto([5n, 1n, 1n, 1n, 1n]), nakamoto([1n, 1n, 1n]), nakamoto([4n, 3n, 3n])]).toEqual([1, 2, 2]);
});

test('C27 signed is readable, sealed is not', async () => {
  const figures = await shown('C27');
  expect(figures['a request in the official dialect']).toMatch(/^signed, .* yes$/);
  expect(figures['the same, sealed to the miner']).toMatch(/ no$/);
});

test('C28 owners turn the dials', async () => {
  const figures = await shown('C28');
  expect(figures['then: the owner sets κ, the majority that consensus takes']).toBe('accepted');
  expect(figures['now: the owner sets κ, the majority that consensus takes']).toBe('BadOrigin');
});
