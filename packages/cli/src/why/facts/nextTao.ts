/** What the next block would give to a subnet, by rule set. */

import { I96F32, U64F64, U96F32 } from '@taonet/primitives';
import type { ByRules } from '../ruleSets.ts';

/** What of each subnet decides over emission. */
export interface EmissionTerms {
  readonly id: number;
  readonly isStarted: boolean;
  readonly isTraded: boolean;
  readonly sellsSeats: boolean;
  readonly takesWork: boolean;
  readonly isEnabled: boolean;
  /** Mechanism 0: one alpha is one TAO. */
  readonly isStable: boolean;
  /** I96F32 bits. */
  readonly movingPrice: bigint;
  /** U96F32 bits. */
  readonly minerBurned: bigint;
}

export interface EmissionRule {
  readonly emits: (terms: EmissionTerms) => boolean;
  /** Rao for the subnet, of those that emit. */
  readonly nextTao: (netuid: number, emitting: readonly EmissionTerms[], blockTao: bigint) => bigint;
}

const ONE = 1n << 64n;
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const sum = (list: readonly bigint[]): bigint => list.reduce((a, b) => a + b, 0n);
const share = (part: bigint, whole: bigint): bigint => (whole === 0n ? 0n : (part << 64n) / whole);

/** One TAO is 2^64. */
export const priceOf = ({ isStable, movingPrice }: EmissionTerms): bigint => (isStable ? ONE : U64F64.toBits(I96F32.to(U64F64, I96F32.fromBits(movingPrice))));
const burnedOf = ({ minerBurned }: EmissionTerms): bigint => smaller(U96F32.to(U64F64, U96F32.fromBits(minerBurned)), ONE);

/** source: pallets/subtensor/src/coinbase/subnet_emissions.rs, get_subnet_block_emissions @ 14bc6f9 */
function nextTaoOfJune(netuid: number, emitting: readonly EmissionTerms[], blockTao: bigint): bigint {
  const prices = emitting.map(priceOf);
  const priceShares = prices.map((price) => share(price, sum(prices)));
  const weighted = emitting.map((terms, i) => (priceShares[i]! * (ONE - burnedOf(terms))) >> 64n);
  const shares = sum(weighted) > 0n ? weighted.map((one) => share(one, sum(weighted))) : priceShares;
  const enabled = sum(shares.filter((_, i) => emitting[i]!.isEnabled));
  const i = emitting.findIndex(({ id }) => id === netuid);
  if (i < 0 || !emitting[i]!.isEnabled) return 0n;
  const own = emitting.every((one) => one.isEnabled) ? shares[i]! : share(shares[i]!, enabled);
  return (blockTao * own) >> 64n;
}

/** By moving price alone; a subnet that takes nobody has a share, but does not get it. source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 1b0c63a */
function nextTaoOfMay(netuid: number, emitting: readonly EmissionTerms[], blockTao: bigint): bigint {
  const own = emitting.find(({ id }) => id === netuid);
  if (own === undefined || !(own.sellsSeats || own.takesWork)) return 0n;
  const prices = emitting.map((terms) => U96F32.fromBits(priceOf(terms) >> 32n));
  const total = prices.reduce((so, price) => U96F32.saturatingAdd(so, price), U96F32.zero);
  const part = U96F32.saturatingMul(U96F32.fromInt(blockTao), U96F32.fromBits(priceOf(own) >> 32n));
  return U96F32.saturatingToU64(U96F32.checkedDiv(part, total) ?? U96F32.zero);
}

export const EMISSION_RULES: ByRules<EmissionRule> = {
  June2026: { emits: ({ isStarted, isTraded, sellsSeats }) => isStarted && isTraded && sellsSeats, nextTao: nextTaoOfJune },
  May2025: { emits: ({ isStarted }) => isStarted, nextTao: nextTaoOfMay },
};
