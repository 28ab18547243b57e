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

/** The curve's parameters as fixed numbers; `slope` is steepness / −100. */
export interface AlphaCurve {
  readonly low: X32;
  readonly high: X32;
  readonly slope: X32;
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
 * difference: weight − consensus when the weight is at least the bond, else bond − weight; cut to 0..1
 * rounding: products down, quotients toward zero
 */
export function alphaSigmoid(pair: { consensus: X32; weight: X32; bond: X32 }, curve: AlphaCurve): X32 {
  const { consensus, weight, bond } = pair;
  const difference = clampValue(weight >= bond ? saturatingSub(weight, consensus) : saturatingSub(bond, weight), ZERO, ONE);
  const power = expSafe(saturatingMul(curve.slope, saturatingSub(difference, HALF)));
  const sigmoid = saturatingDiv(ONE, saturatingAdd(ONE, power));
  const alpha = saturatingAdd(curve.low, saturatingMul(sigmoid, saturatingSub(curve.high, curve.low)));
  return clampValue(alpha, curve.low, curve.high);
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
  readonly curve: AlphaCurve;
}): SparseMatrix {
  return options.weights.map((row, i) => (row.uids.length === 0 ? EMPTY_ROW : rowAlphas(row, options.bonds[i] ?? EMPTY_ROW, options)));
}

function rowAlphas(
  row: SparseRow,
  bondRow: SparseRow,
  { consensus, curve }: { readonly consensus: readonly X32[]; readonly curve: AlphaCurve },
): SparseRow {
  const weights = seenWalking(row, consensus.length);
  const bonds = seenWalking(bondRow, consensus.length);
  const values = row.uids.map((uid) =>
    alphaSigmoid({ consensus: consensus[uid] ?? ZERO, weight: weights[uid] ?? ZERO, bond: bonds[uid] ?? ZERO }, curve),
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
