/**
 * Liquid alpha: how fast each single bond follows its weight, the faster the further the validator leads
 * consensus (buying) or retreats from its bond (selling).
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, alpha_sigmoid, compute_liquid_alpha_values_sparse @ 14bc6f9
 */
import { HALF, ONE, ZERO, clampValue, fromInteger, saturatingAdd, saturatingDiv, saturatingMul, saturatingSub, u16ToProportion, type Uid, type X32 } from './bits.ts';
import { expSafe } from './exp.ts';
import type { EpochInput } from './records.ts';
import { EMPTY_ROW, type SparseMatrix, type SparseRow } from './sparse.ts';

/** Where alpha starts and ends. */
export interface AlphaBounds {
  readonly low: X32;
  readonly high: X32;
}

/** The curve's parameters as fixed numbers; `slope` is steepness / −100. */
export interface AlphaCurve extends AlphaBounds {
  readonly slope: X32;
}

/** What a validator's alpha for one miner depends on. */
export interface BondPair {
  readonly consensus: X32;
  readonly weight: X32;
  readonly bond: X32;
}

/** A rule that gives the alpha of a pair. */
export type AlphaRule = (pair: BondPair) => X32;

/** The rule of an epoch with this input. */
export function sigmoidRule(input: Pick<EpochInput, 'alphaLowU16' | 'alphaHighU16' | 'alphaSigmoidSteepness'>): AlphaRule {
  const curve = alphaCurve(input);
  return (pair) => alphaSigmoid(pair, curve);
}

export function alphaCurve(input: Pick<EpochInput, 'alphaLowU16' | 'alphaHighU16' | 'alphaSigmoidSteepness'>): AlphaCurve {
  return {
    low: u16ToProportion(input.alphaLowU16),
    high: u16ToProportion(input.alphaHighU16),
    slope: saturatingDiv(fromInteger(input.alphaSigmoidSteepness), fromInteger(-100)),
  };
}

/**
 * `low + (high − low) / (1 + e^(slope · (difference − ½)))`, between low and high.
 *
 * rounding: products down, quotients toward zero
 */
export function alphaSigmoid(pair: BondPair, curve: AlphaCurve): X32 {
  return alphaOfPower(expSafe(saturatingMul(curve.slope, differenceFromHalf(pair))), curve);
}

/**
 * `difference − ½`, where the difference is weight − consensus when the weight is at least the bond, else bond − weight; cut
 * to 0..1.
 */
export function differenceFromHalf({ consensus, weight, bond }: BondPair): X32 {
  const difference = clampValue(weight >= bond ? saturatingSub(weight, consensus) : saturatingSub(bond, weight), ZERO, ONE);
  return saturatingSub(difference, HALF);
}

/** `low + (high − low) / (1 + power)`, between low and high. */
export function alphaOfPower(power: X32, { low, high }: AlphaBounds): X32 {
  const sigmoid = saturatingDiv(ONE, saturatingAdd(ONE, power));
  return clampValue(saturatingAdd(low, saturatingMul(sigmoid, saturatingSub(high, low))), low, high);
}

/**
 * An alpha for each entry of `weights`. Upstream computes all n × n of them; no other is ever used.
 *
 * cost: O(entries), one e^x each
 */
export function computeAlphas(options: {
  readonly weights: SparseMatrix;
  readonly bonds: SparseMatrix;
  readonly consensus: readonly X32[];
  readonly alphaOf: AlphaRule;
}): SparseMatrix {
  return options.weights.map((row, i) => (row.uids.length === 0 ? EMPTY_ROW : rowAlphas(row, options.bonds[i] ?? EMPTY_ROW, options)));
}

function rowAlphas(
  row: SparseRow,
  bondRow: SparseRow,
  { consensus, alphaOf }: { readonly consensus: readonly X32[]; readonly alphaOf: AlphaRule },
): SparseRow {
  const weights = seenWalking(row, consensus.length);
  const bonds = seenWalking(bondRow, consensus.length);
  const values = row.uids.map((uid) =>
    alphaOf({ consensus: consensus[uid] ?? ZERO, weight: weights[uid] ?? ZERO, bond: bonds[uid] ?? ZERO }),
  );
  return { uids: row.uids, values };
}

/**
 * A row as seen by a walk over rising columns that drops every entry it has left behind: an entry is seen only when
 * its uid is above all uids before it. Rows stored out of order lose the others — here, not in the average itself.
 */
function seenWalking(row: SparseRow, columns: number): X32[] {
  const seen = new Array<X32>(columns).fill(ZERO);
  let highest = -1;
  for (let k = 0; k < row.uids.length; k += 1) {
    const uid = row.uids[k] as Uid;
    if (uid <= highest) continue;
    highest = uid;
    if (uid < columns) seen[uid] = row.values[k] as X32;
  }
  return seen;
}
