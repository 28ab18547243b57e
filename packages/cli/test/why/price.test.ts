import { expect, test } from 'vitest';
import { partsOf, type PoolBlock } from '../../src/why/price/parts.ts';

const RAO = 1_000_000_000n;
const start: PoolBlock = { block: 1, tao: 1_000n * RAO, alpha: 1_000n * RAO, taoIn: 0n, alphaIn: 0n, rootSold: 0n };

test('the parts sum to the whole move of the price', () => {
  // Put in 1 and 2, root's alpha sold for 3 TAO, then somebody buys with 10 TAO.
  const injected = { tao: 1_001n * RAO, alpha: 1_002n * RAO };
  const afterSale = { tao: 998n * RAO, alpha: (injected.tao * injected.alpha) / (998n * RAO) };
  const end: PoolBlock = { block: 2, tao: 1_008n * RAO, alpha: (afterSale.tao * afterSale.alpha) / (1_008n * RAO), taoIn: RAO, alphaIn: 2n * RAO, rootSold: 3n * RAO };
  const { injection, root, trades } = partsOf([start, end]);
  const whole = Math.log(Number(end.tao) / Number(end.alpha));
  expect(injection.lnPrice + root.lnPrice + trades.lnPrice).toBeCloseTo(whole, 12);
  expect([injection.tao, root.tao, trades.tao]).toEqual([RAO, -3n * RAO, 10n * RAO]);
  expect(injection.lnPrice).toBeLessThan(0);
  expect(root.lnPrice).toBeLessThan(0);
  expect(trades.lnPrice).toBeGreaterThan(0);
});

test('an empty pool has no parts', () => {
  expect(partsOf([{ ...start, tao: 0n }, start]).trades.lnPrice).toBe(0);
});
