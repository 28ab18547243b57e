import { describe, expect, test } from 'vitest';
import { chanceWithin, durationText, energyOf, energyText, expectationOf, rateText, significant } from './expectation.ts';

describe('what work is expected to take', () => {
  test('half of all searches end within the median, 95 % within the other', () => {
    const { secondsMean, secondsMedian, seconds95 } = expectationOf(500_000n, 100_000);
    expect(secondsMean).toBe(5);
    expect(chanceWithin(secondsMedian * 100_000, 500_000n)).toBeCloseTo(0.5, 12);
    expect(chanceWithin(seconds95 * 100_000, 500_000n)).toBeCloseTo(0.95, 12);
  });

  test('energy', () => {
    expect(energyOf(3_600, 1_000)).toBe(1);
    expect([1.2, 0.34, 7.7e-7].map(energyText)).toEqual(['1.2 kWh', '340 Wh', '0.77 mWh']);
  });
});

test.each([[0, '0'], [0.00000153, '0.00000153'], [0.5, '0.5'], [1.2345, '1.23'], [99.94, '99.9'], [1_234.5, '1,235']])('%d is shown as %s', (value, text) => {
  expect(significant(value)).toBe(text);
});

test.each([[0.5, '500 ms'], [12.34, '12.3 s'], [260, '4 min 20 s'], [11_520, '3 h 12 min'], [1_036_800, '12 days'], [Number.POSITIVE_INFINITY, 'for ever']])('%d s are shown as %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

test.each([[12, '12 H/s'], [1_050, '1.05 kH/s'], [2_940_000, '2.94 MH/s'], [25e9, '25 GH/s']])('%d hashes a second are shown as %s', (rate, text) => {
  expect(rateText(rate)).toBe(text);
});
