/** What the paper asks, thinks and quotes: the numbers that the answers stand on. */

import { createEpochKernel } from '@taonet/kernel';
import { expect, test } from 'vitest';
import { SeededNumbers } from '../src/consensus/seededNumbers.ts';
import { majorEmission, PUBLISHED, retainingWeight } from '../src/consensus/twoCamps.ts';
import { createWorlds, showRow, type Shown } from '../src/index.ts';
import { cabalSimulated } from '../src/questions/cabal.ts';
import { directSwap } from '../src/questions/exchange.ts';
import { costOfThousand, subsidy } from '../src/questions/price.ts';
import { QUESTION_ROWS } from '../src/questions/rows.ts';

const worlds = await createWorlds();
const SIDES = ['then', 'now'] as const;

async function shownOf(id: string): Promise<Shown> {
  return showRow(QUESTION_ROWS.find((row) => row.id === id)!, worlds);
}

/** The figure whose name contains these words, of one side or of both. */
function figure(shown: Shown, words: string, side?: 'then' | 'now'): string {
  const found = Object.entries(shown).filter(([name]) => name.includes(words) && (side === undefined || name.startsWith(`${side}: `)));
  expect(found, words).toHaveLength(1);
  return found[0]![1];
}

/** Numbers in a text. */
const numbers = (text: string): number[] => [...text.matchAll(/-?\d[\d,]*(?:\.\d+)?/g)].map(([number]) => Number(number.replaceAll(',', '')));

test('fourteen questions, the last one\'s quotations apart', () => {
  expect(QUESTION_ROWS.map(({ id }) => id)).toEqual([...Array.from({ length: 13 }, (_, i) => `Q${i + 1}`), 'Q14a', 'Q14b', 'Q14c', 'Q14d']);
  expect(QUESTION_ROWS.filter(({ kind }) => kind === 'quotation').map(({ id }) => id.slice(0, 3))).toEqual(['Q14', 'Q14', 'Q14', 'Q14']);
});

test('Q1: hardware is what somebody says, places are what anybody counts', async () => {
  const shown = await shownOf('Q1');
  for (const side of SIDES) {
    expect(figure(shown, 'says of its machine', side)).toContain('unchecked, 1 of 8');
    expect(figure(shown, 'miners, and coldkeys', side)).toBe('3, 2');
    expect(numbers(figure(shown, 'one core of this machine', side))[0]).toBeGreaterThan(1_000);
  }
});

test('Q2: a copy judges alike and gets no TAO; copied weights pay in the open, hidden ones less', async () => {
  const shown = await shownOf('Q2');
  for (const side of SIDES) {
    const named = (name: string): string => shown[`${side}: ${name}`]!;
    const [original, copy] = [named('original, 10 epochs of the copy long'), named('copy')].map(numbers) as [number[], number[]];
    expect([original[0], copy[0]]).toEqual([100, 0]);
    expect(copy[1]).toBeLessThan(1e-3);
    expect(numbers(named('with commit and reveal'))[0]).toBeLessThan(85);
    expect(numbers(figure(shown, 'in the open', side)).at(-1)).toBeGreaterThan(99);
  }
});

test('Q3: both subnets share one block\'s TAO, and root earns in both', async () => {
  const shown = await shownOf('Q3');
  for (const side of SIDES) {
    const into = [1, 2].map((netuid) => numbers(figure(shown, `subnet ${netuid}: TAO in`, side))[0]!);
    expect(into[0]! + into[1]!).toBeCloseTo(1, 6);
    for (const netuid of [1, 2]) expect(numbers(figure(shown, `subnet ${netuid}: root's part`, side))[0]).toBeGreaterThan(50);
  }
});

test('Q4: a pool of two alphas loses less if it is deep, far more if the money is spread', async () => {
  const shown = await shownOf('Q4');
  for (const side of SIDES) {
    const [byTao, deep, spread] = ['through TAO', 'as deep as the thinner', 'in all pairs'].map((words) => numbers(figure(shown, words, side)).at(-1)!);
    expect(deep).toBeLessThan(byTao!);
    expect(spread).toBeGreaterThan(5 * byTao!);
  }
  // x·y stays: a hundredth of the one side for a hundred-and-first of the other.
  expect(directSwap({ taoReserveRao: 1_000_000_000_000n, alphaReserveRao: 1_000_000_000_000n }, 10_000_000_000n)).toBe(9_900_990_099n);
});

test('Q5: prices and bonds are averaged on chain, marks are not', async () => {
  const shown = await shownOf('Q5');
  for (const side of SIDES) {
    const bonds = numbers(figure(shown, '(Bonds)', side)).filter((_, i) => i % 2 === 0);
    expect(bonds).toHaveLength(4);
    expect([...bonds].sort((a, b) => b - a)).toEqual(bonds);
    expect(numbers(figure(shown, '(SubnetMovingPrice)', side))[0]).toBeGreaterThan(0.5);
  }
  expect(numbers(figure(shown, 'own mean'))).toEqual([48, 47, 1, 0.979]);
});

test('Q6: upstream\'s published line, and how κ moves it', async () => {
  const shown = await shownOf('Q6');
  for (const side of SIDES) {
    expect(figure(shown, 'gives its own everything, ends with', side)).toBe('0.616 of the emission');
    expect(numbers(figure(shown, 'published line', side))).toEqual([0.732, 0.73]);
  }
  expect(figure(shown, 'moves with κ')).toBe('κ 0.4: 0.712 · κ 0.5: 0.732 · κ 0.6: 0.801');
});

test('Q7: one to one then, the median now, the whole lock in the pool', async () => {
  const shown = await shownOf('Q7');
  expect(figure(shown, 'the second subnet made here', 'then')).toMatch(/^1,999\.\d+ TAO paid, a pool of 1,000 TAO and 1,000 alpha: 1 TAO per alpha$/);
  const [paid, pool] = numbers(figure(shown, 'the second subnet made here', 'now'));
  expect(paid).toBe(pool);
  expect(figure(shown, 'the first subnet made here', 'now')).toContain('800 alpha: 1.25 TAO per alpha');
});

test('Q8: what is unknown is said', async () => {
  const shown = await shownOf('Q8');
  for (const side of SIDES) {
    expect(figure(shown, 'subnet 2', side)).toMatch(/^Store; makes: Files kept/);
    expect(figure(shown, 'subnet 4', side)).toMatch(/^unknown; makes: unknown; last weights: never/);
  }
});

test('Q9: incentives computed again from what anybody can read', async () => {
  const shown = await shownOf('Q9');
  for (const side of SIDES) expect(figure(shown, 'recomputed', side)).toBe(figure(shown, 'as stored', side));
});

test('Q10: 1,000 units, and emission as a part of income', async () => {
  expect(costOfThousand({ paidRao: 36n, units: 72 })).toBe(500n);
  expect(costOfThousand({ paidRao: 36n, units: 0 })).toBe(0n);
  expect(subsidy({ paidRao: 36n, units: 72 }, 500n)).toBe(0.5);
  expect(subsidy({ paidRao: 36n, units: 72 }, 500n, 3)).toBe(0.25);
  const shown = await shownOf('Q10');
  for (const side of SIDES) expect(numbers(figure(shown, 'verified in an epoch', side))[0]).toBe(72);
});

test('Q11: two communities, two tokens, one reserve; not at par', async () => {
  const shown = await shownOf('Q11');
  for (const side of SIDES) {
    const [held, got, atPar] = numbers(figure(shown, 'for another\'s', side));
    expect(held).toBe(atPar);
    expect(got).not.toBe(atPar);
  }
});

test('Q12: bytes on chain, and of the work', async () => {
  const shown = await shownOf('Q12');
  for (const side of SIDES) {
    expect(numbers(figure(shown, 'weights for four neurons', side))[0]).toBeLessThan(200);
    expect(numbers(figure(shown, 'per byte of them', side))[0]).toBeGreaterThan(1_000);
  }
  expect(figure(shown, 'of these requests on chain')).toBe('0');
});

test('Q13: below a half a cabal earns nothing, above it everything', async () => {
  const shown = await shownOf('Q13');
  for (const side of SIDES) {
    const live = figure(shown, 'after 10 epochs, live', side).split(' · ').map((one) => numbers(one));
    expect(live.map(([part]) => part)).toEqual([10, 20, 30, 40, 50, 60]);
    expect(live.filter(([part]) => part! < 50).every(([, earned]) => earned === 0)).toBe(true);
    expect(live.at(-1)).toEqual([60, 100]);
    expect(figure(shown, 'stake of a cabal', side)).toBe('40 % become 26.7 % · 60 % become 73.3 %');
  }
});

test('Q14a: a purchase restates a subnet\'s worth', async () => {
  const [before, after] = numbers(figure(await shownOf('Q14a'), 'moves the price', 'now'));
  expect(after).toBeGreaterThan(before!);
});

test('Q14b: the median of the rows is the global weight', async () => {
  const shown = await shownOf('Q14b');
  for (const side of SIDES) expect([figure(shown, 'local weights', side), figure(shown, 'and 20 %, 90 %, 90 %', side)]).toEqual(['20.0 %', '90.0 %']);
});

test('Q14c: the price of a seat moves by itself', async () => {
  const shown = await shownOf('Q14c');
  for (const side of SIDES) {
    const [, , before, after] = [0, 0, ...numbers(figure(shown, 'price of a seat', side))];
    expect(after).not.toBe(before);
  }
});

test('Q14d: each step towards the others pays', async () => {
  const shown = await shownOf('Q14d');
  for (const side of SIDES) {
    const dividends = figure(shown, 'its dividends', side).split(' · ').map((one) => numbers(one)[1]!);
    expect([...dividends].sort((a, b) => a - b)).toEqual(dividends);
  }
});

test('the random numbers are Rust\'s', () => {
  const words = new SeededNumbers(0n);
  expect([1, 2, 3, 4].map(() => words.word())).toEqual([3_442_241_407, 3_140_108_210, 2_384_947_579, 3_321_986_196]);
  const draws = new SeededNumbers(0n);
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(() => Number(draws.u16()))).toEqual([52_523, 47_913, 36_390, 50_688, 53_040, 1_693, 44_005, 38_282]);
  expect(new SeededNumbers(0n).normal(4)).toEqual([1_040_906_938n, 3_354_564_738n, -2_206_461_692n, -2_658_233_358n]);
});

const kernel = createEpochKernel();

// As upstream's script prints its grid.
test.each([
  [51, 80, 100, '0.404'], [60, 70, 100, '0.582'], [60, 74, 100, '0.616'], [60, 80, 100, '0.676'], [60, 50, 50, '0.550'], [60, 100, 100, '1.000'], [60, 0, 0, '0.500'],
])('published grid: stake %i, weights %i and %i give %s', (majorStake, majorWeight, cabalWeight, expected) => {
  expect((Number(majorEmission(kernel, { majorStake, majorWeight, cabalWeight })) / 2 ** 32).toFixed(3)).toBe(expected);
});

// Headlines of docs/img: 51 % of stake and a weight of 88 % or 93 %, none below 1.
test.each([[26_214, 0.93], [32_767, 0.886], [39_321, undefined]])('published line at κ %i', (kappaU16, expected) => {
  const found = retainingWeight((majorWeight) => Number(majorEmission(kernel, { majorStake: 51, majorWeight, cabalWeight: 100 }, { ...PUBLISHED, kappaU16 })) / 2 ** 32, 51);
  expect(found === undefined ? undefined : Number(found.weight.toFixed(3))).toBe(expected);
});

test('a cabal simulated: κ is the cliff, whatever the bonds; where nobody has κ all are paid by stake', () => {
  for (const rules of ['2025-05', '2026-06'] as const) {
    for (const yuma3On of [false, true]) {
      const earned = [0.35, 0.55, 0.65].map((part) => cabalSimulated(rules, { part, epochs: 3 }, { kappaU16: 39_321, yuma3On }).emission.toFixed(6));
      expect(earned).toEqual(['0.000000', '0.550000', '1.000000']);
    }
  }
});
