import { Refusal } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { getMaxAmountAdd, getMaxAmountMove, getMaxAmountRemove } from '../../src/pallets/subtensor/staking/stakeLimits.ts';
import { createTestCtx, type TestCtx } from '../createTestCtx.ts';

const U64_MAX = (1n << 64n) - 1n;
const G = 1_000_000_000n;

interface Pool {
  readonly netuid: number;
  readonly tao: bigint;
  readonly alpha: bigint;
}

function createPools(...pools: Pool[]): TestCtx {
  const ctx = createTestCtx();
  for (const { netuid, tao, alpha } of pools) {
    S.NetworksAdded.set(ctx, netuid, true);
    S.SubnetMechanism.set(ctx, netuid, 1);
    S.SubnetTAO.set(ctx, netuid, tao);
    S.SubnetAlphaIn.set(ctx, netuid, alpha);
  }
  return ctx;
}

function answer(work: () => bigint): bigint | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.name;
    throw error;
  }
}

// Rows of upstream's tests test_max_amount_add_dynamic, test_max_amount_remove_dynamic, test_max_amount_move_dynamic_dynamic with the
// figures that the formulas give exactly; their tests allow a tolerance. Reserves below a million are refused by this runtime.
describe('price limits become amounts', () => {
  test.each([
    [1_000_000n, 1_000_000n, 4n * G, 1_000_503n],
    [1_000_000n, 1_000_000n, 9n * G, 2_001_007n],
    [1_000_000n, 1_000_000n, 16n * G, 3_001_511n],
    [1_000n * G, 1_000n * G, 16n * G, 3_001_511_404_231n],
    [150n * G, 100n * G, 6n * G, 150_075_570_211n],
    [150n * G, 100n * G, 1_500_000_001n, 49n],
    [150n * G, 100n * G, 1_500_000_000n, 'Swap.PriceLimitExceeded'],
  ])('add: TAO %d, alpha %d, limit %d', (tao, alpha, limit, expected) => {
    const ctx = createPools({ netuid: 1, tao, alpha });
    expect(answer(() => getMaxAmountAdd(ctx, 1, limit))).toBe(expected);
  });

  test.each([
    [1_000_000n, 1_000_000n, 250_000_000n, 1_000_503n],
    [1_000_000n, 1_000_000n, 62_500_000n, 3_001_511n],
    [200n * G, 100n * G, 500_000_000n, 100_050_380_141n],
    [200n * G, 100n * G, 125_000_000n, 300_151_140_423n],
    [200n * G, 100n * G, 1_999_999_999n, 24n],
    [200n * G, 100n * G, 2n * G, 'Swap.PriceLimitExceeded'],
  ])('remove: TAO %d, alpha %d, limit %d', (tao, alpha, limit, expected) => {
    const ctx = createPools({ netuid: 1, tao, alpha });
    expect(answer(() => getMaxAmountRemove(ctx, 1, limit))).toBe(expected);
  });

  test.each([
    [100_000_000n, 560n * G], [500_000_000n, 79_999_999_999n], [750_000_000n, 39_999_999_999n], [G, 19_999_999_999n],
    [1_250_000_000n, 7_999_999_999n], [1_499_999_999n, 26n], [1_500_000_001n, 0n], [0n, U64_MAX],
  ])('move between pools: limit %d', (limit, expected) => {
    const ctx = createPools({ netuid: 1, tao: 150n * G, alpha: 100n * G }, { netuid: 2, tao: 100n * G, alpha: 100n * G });
    expect(getMaxAmountMove(ctx, 1, 2, limit)).toBe(expected);
  });

  test('behavior: at a fixed price all or nothing', () => {
    const ctx = createPools();
    S.NetworksAdded.set(ctx, 0, true);
    expect([G - 1n, G].map((limit) => getMaxAmountAdd(ctx, 0, limit))).toEqual([0n, U64_MAX]);
    expect([G, G + 1n].map((limit) => getMaxAmountRemove(ctx, 0, limit))).toEqual([U64_MAX, 0n]);
    expect([G, G + 1n].map((limit) => getMaxAmountMove(ctx, 0, 5, limit))).toEqual([U64_MAX, 0n]);
  });

  test('behavior: from root into a pool the limit is turned round', () => {
    const ctx = createPools({ netuid: 1, tao: 150n * G, alpha: 100n * G });
    S.NetworksAdded.set(ctx, 0, true);
    expect(getMaxAmountMove(ctx, 0, 1, 0n)).toBe(U64_MAX);
    expect(getMaxAmountMove(ctx, 0, 1, G / 6n)).toBe(getMaxAmountAdd(ctx, 1, 6_000_000_024n));
  });
});
