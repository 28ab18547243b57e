import { describe, expect, it } from 'vitest';
import { parseBlockTime } from './blockTime.ts';

describe('parseBlockTime', () => {
  it.each([
    ['250ms', 250],
    ['12s', 12_000],
    ['0.5s', 500],
    ['instant', 'instant'],
    ['manual', 'manual'],
  ])('reads %s', (text, expected) => expect(parseBlockTime(text)).toBe(expected));

  it.each(['', '12', '-1s', '0ms', '2h', '1e9s', 'Instant'])('refuses %j', (text) => expect(() => parseBlockTime(text)).toThrow());
});
