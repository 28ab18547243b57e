import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { computeConstantProductOut, computeConstantProductPrice, computeMaxAmountAdd, computeMaxAmountMove, computeMaxAmountRemove, type LimitedPool } from './index.ts';
import { U96F32 } from '@taonet/primitives';

const file = new URL('../../../fixtures/oracle-2025/pools-1.json.gz', import.meta.url);
const json = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
  v2_pool: { cases: readonly Record<string, unknown>[] };
  max_amount_move: { cases: readonly unknown[][] };
};
const amount = (value: unknown): bigint => BigInt(value as string);
const optional = (value: unknown): bigint | undefined => (value === null || typeof value === 'object' ? undefined : amount(value));

describe('constant product, computed by upstream of May 2025', () => {
  it('prices, simulated swaps, limits, swaps', () => {
    for (const row of json.v2_pool.cases) {
      const reserves = { taoReserveRao: amount(row['tao']), alphaReserveRao: amount(row['alphaIn']) };
      const dynamic = row['mech'] === 1;
      const pool: LimitedPool = dynamic ? reserves : 'stable';
      const d = amount(row['d']);
      const out = (direction: 'buy' | 'sell') => (dynamic ? computeConstantProductOut(reserves, direction, d) : d);
      expect([
        dynamic ? computeConstantProductPrice(reserves) : U96F32.one, out('buy'), out('sell'), computeMaxAmountAdd(pool, amount(row['up'])),
        computeMaxAmountRemove(pool, amount(row['dn'])), out(row['op'] as 'buy' | 'sell') ?? 0n,
      ]).toEqual([
        amount(row['price']), optional(row['sim_tao_for_alpha']), optional(row['sim_alpha_for_tao']), optional(row['max_add']), optional(row['max_remove']),
        amount(row['got']),
      ]);
    }
  });

  it('moves between subnets', () => {
    for (const [mechanism1, mechanism2, tao1, alpha1, tao2, alpha2, origin, destination, limit, result] of json.max_amount_move.cases) {
      const first: LimitedPool = mechanism1 === 1 ? { taoReserveRao: amount(tao1), alphaReserveRao: amount(alpha1) } : 'stable';
      const second: LimitedPool = mechanism2 === 1 ? { taoReserveRao: amount(tao2), alphaReserveRao: amount(alpha2) } : 'stable';
      const pools: readonly LimitedPool[] = ['stable', first, second];
      expect(computeMaxAmountMove(pools[Number(origin)]!, pools[Number(destination)]!, amount(limit))).toBe(optional(result));
    }
  });
});
