/** Sections `v2_pool` and `max_amount_move`: the constant-product pool of May 2025. */

import {
  computeConstantProductPrice, computeMaxAmountAdd, computeMaxAmountMove, computeMaxAmountRemove, constantProduct, stable,
  type LimitedPool, type PoolKind, type Reserves, type SwapDirection,
} from '@taonet/pools';
import { saturatingAddU64, saturatingSubU64, U64F64, U96F32 } from '@taonet/primitives';
import { outcome, type MathOutcome } from './replay.ts';

const POOL_MECHANISM = 1;
const int = (value: unknown): bigint => BigInt(value as string);
const ANY_PRICE = U64F64.zero;

type PoolCase = Readonly<Record<string, unknown>>;

/** What the file has for a limit that allows nothing. */
const orNothing = (amount: bigint | undefined): unknown => amount ?? { err: 'ZeroMaxStakeAmount' };

export function replayConstantProduct(cases: readonly PoolCase[]): MathOutcome[] {
  return cases.flatMap((row, i) => Object.entries(figures(row)).map(([name, got]) => outcome(`v2_pool/${i}/${name}`, row[name], got)));
}

function figures(row: PoolCase): Record<string, unknown> {
  const reserves = { taoReserveRao: int(row['tao']), alphaReserveRao: int(row['alphaIn']) };
  const dynamic = row['mech'] === POOL_MECHANISM;
  const kind: PoolKind<Reserves> = dynamic ? constantProduct : stable;
  const limited: LimitedPool = dynamic ? reserves : 'stable';
  const sim = (direction: SwapDirection): bigint | undefined => {
    const swapped = kind.simSwap(reserves, direction, int(row['d']));
    return swapped.ok ? swapped.amountPaidOut : undefined;
  };
  return {
    price: dynamic ? computeConstantProductPrice(reserves) : U96F32.one,
    sim_tao_for_alpha: sim('buy'), sim_alpha_for_tao: sim('sell'),
    max_add: orNothing(computeMaxAmountAdd(limited, int(row['up']))), max_remove: orNothing(computeMaxAmountRemove(limited, int(row['dn']))),
    ...traded(row, kind, reserves),
  };
}

/** The swap that was made, and what it left: a pool that is too small refuses and stays as it is. */
function traded(row: PoolCase, kind: PoolKind<Reserves>, reserves: Reserves): Record<string, unknown> {
  const direction = row['op'] as SwapDirection;
  const amountIn = int(row['d']);
  const swapped = kind.swap(reserves, { direction, amountIn, limitPrice: ANY_PRICE, dropFees: false });
  const { taoReserveRao, alphaReserveRao } = swapped.ok ? kind.applied(reserves, direction, swapped) : reserves;
  const got = swapped.ok ? swapped.amountPaidOut : 0n;
  const outside = int(row['alphaOut']);
  const outsideAfter = direction === 'buy' ? saturatingAddU64(outside, got) : saturatingSubU64(outside, swapped.ok ? amountIn : 0n);
  return { got, "tao'": taoReserveRao, "alphaIn'": alphaReserveRao, "alphaOut'": outsideAfter };
}

export function replayMaxAmountMove(cases: readonly (readonly unknown[])[]): MathOutcome[] {
  return cases.map(([mechanism1, mechanism2, tao1, alpha1, tao2, alpha2, origin, destination, limit, result], i) => {
    const pool = (mechanism: unknown, tao: unknown, alpha: unknown): LimitedPool =>
      mechanism === POOL_MECHANISM ? { taoReserveRao: int(tao), alphaReserveRao: int(alpha) } : 'stable';
    const pools: readonly LimitedPool[] = ['stable', pool(mechanism1, tao1, alpha1), pool(mechanism2, tao2, alpha2)];
    const max = computeMaxAmountMove(pools[Number(origin)]!, pools[Number(destination)]!, int(limit));
    return outcome(`max_amount_move/${i}`, result, orNothing(max));
  });
}
