/** Bonds and dividends of Yuma 2 and Yuma 3. */
import { zeros } from './arena';
import { matEma, matEmaLiquid } from './ema';
import { arrays, settings } from './epochMemory';
import { checkedMulOrZero, safeDiv, saturatingAdd, saturatingMul } from './fixed';
import { addColumns, append, closeRow, columnMaxUpscale, columnNormalize, createMatrix, rowHadamard, rowStart, uidAt, Matrix } from './matrix';
import { at, normalize, put } from './vector';
import { registeredAt } from './weights';

const U16_MAX: u64 = 65535;

/**
 * Yuma 2: shares of a miner, bought with stake. `weights` is used up; dividends go to `dividends`, which holds zeros.
 *
 * returns: what is stored
 */
export function computeBondsYuma2(weights: Matrix, incentive: usize, activeStake: usize, dividends: usize): Matrix {
  const n = weights.rows;
  const old = loadBonds(n, false);
  columnNormalize(old);
  rowHadamard(weights, activeStake);
  columnNormalize(weights);
  const ema = matEma(weights, old, settings.bondsAlpha);
  columnNormalize(ema);
  for (let row: u32 = 0; row < n; row++) put(dividends, row, earned(ema, row, incentive));
  normalize(dividends, n);
  columnMaxUpscale(ema);
  return ema;
}

/** Yuma 3: a bond follows the weight itself; stake comes in with the dividends. */
export function computeBondsYuma3(weights: Matrix, consensus: usize, incentive: usize, activeStake: usize, dividends: usize): Matrix {
  const n = weights.rows;
  const old = loadBonds(n, true);
  const isLiquid = settings.liquidAlphaOn !== 0 && hasAny(consensus, n);
  const bonds = isLiquid ? matEmaLiquid(weights, old, consensus) : matEma(weights, old, settings.bondsAlpha);
  const sums = zeros(n);
  addColumns(sums, bonds);
  for (let row: u32 = 0; row < n; row++) put(dividends, row, checkedMulOrZero(earnedByShare(bonds, row, sums, incentive), at(activeStake, row)));
  normalize(dividends, n);
  return bonds;
}

/** A validator's bonds, each times its miner's incentive: a saturating sum. */
function earned(bonds: Matrix, row: u32, incentive: usize): i64 {
  const uids = bonds.uids;
  const values = bonds.values;
  const end = rowStart(bonds, row + 1);
  let total: i64 = 0;
  for (let entry = rowStart(bonds, row); entry < end; entry++) {
    total = saturatingAdd(total, saturatingMul(at(values, entry), at(incentive, uidAt(uids, entry))));
  }
  return total;
}

/** The same of a validator's part of each column: a plain sum. */
function earnedByShare(bonds: Matrix, row: u32, columnSums: usize, incentive: usize): i64 {
  const uids = bonds.uids;
  const values = bonds.values;
  const end = rowStart(bonds, row + 1);
  let total: i64 = 0;
  for (let entry = rowStart(bonds, row); entry < end; entry++) {
    const uid = uidAt(uids, entry);
    total += saturatingMul(safeDiv(at(values, entry), at(columnSums, uid)), at(incentive, uid));
  }
  return total;
}

function hasAny(vector: usize, n: u32): bool {
  for (let i: u32 = 0; i < n; i++) if (at(vector, i) !== 0) return true;
  return false;
}

/**
 * Stored bonds, as whole numbers or as proportions, without those to miners that got their uid since the previous
 * epoch. Columns beyond the last neuron stay only where the walk of liquid alpha may stumble over them.
 */
function loadBonds(n: u32, asProportions: bool): Matrix {
  const bonds = createMatrix(n, load<u32>(arrays.bondStarts + ((n as usize) << 2)));
  for (let row: u32 = 0; row < n; row++) {
    const end = load<u32>(arrays.bondStarts + (((row as usize) + 1) << 2));
    for (let k = load<u32>(arrays.bondStarts + ((row as usize) << 2)); k < end; k++) {
      const entry = load<u32>(arrays.bondEntries + ((k as usize) << 2));
      const uid = entry & 0xffff;
      if (isNewcomer(uid) || (uid >= n && !asProportions)) continue;
      const bits = ((entry >>> 16) as u64) << 32;
      append(bonds, uid, asProportions ? bits / U16_MAX : bits);
    }
    closeRow(bonds);
  }
  return bonds;
}

/** Registered after the previous successful epoch, or, when there was none, less than a tempo ago. */
function isNewcomer(uid: u32): bool {
  const registered = registeredAt(uid);
  if (settings.lastStepBlock > 0) return registered > settings.lastStepBlock;
  return settings.block < settings.tempo || registered >= settings.block - settings.tempo;
}
