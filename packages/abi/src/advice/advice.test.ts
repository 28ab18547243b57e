import { expect, test } from 'vitest';
import { advice, adviceOn, customTransactionAdvice, type Advice } from '../docs.ts';
import { pallets } from '../index.ts';

const all = Object.entries(advice).flatMap(([owner, errors]) => Object.entries(errors!).map(([name, one]) => ({ name: `${owner}.${name}`, ...one })));

test('each error of each pallet has advice, and nothing else has', () => {
  for (const { name, errors } of pallets) {
    if (Object.keys(errors).length > 0) expect(Object.keys(advice[name] ?? {}).sort(), name).toEqual(Object.keys(errors).sort());
  }
});

test('a check is a sentence of what must hold, a fix ends in a sentence, a name or a command', () => {
  const custom = Object.values(customTransactionAdvice);
  const odd = ({ check, fix }: Advice): boolean => !/^[A-Za-z].*\.$/.test(check) || !/^[A-Za-z`].*[.\w]$/.test(fix) || check.length > 200 || fix.length > 240;
  expect([...all, ...custom].filter(odd).map(({ name, check, fix }) => `${name} ${check} ${fix}`)).toEqual([]);
});

test('advice is found by the name that a refusal carries', () => {
  expect(adviceOn('Balances.DeltaZero')).toBe(advice['Balances']!['DeltaZero']);
  expect(adviceOn('BadOrigin')).toBe(advice['DispatchError']!['BadOrigin']);
  expect(adviceOn('InvalidTransaction.Custom(6)')).toMatchObject({ name: 'RateLimitExceeded' });
  expect(adviceOn('UnknownTransaction.CannotLookup')?.check).toContain('address');
  expect(adviceOn('Nobody.Knows')).toBeUndefined();
});
