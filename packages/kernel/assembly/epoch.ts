/** One epoch of one mechanism, as package yuma's `computeEpoch` does it. */
import { allocate, zeros } from './arena';
import { computeBondsYuma2, computeBondsYuma3 } from './bonds';
import { computeConsensus } from './consensus';
import { arrays, settings } from './epochMemory';
import { proportionToU16, saturatingAdd, shareOf } from './fixed';
import { Matrix } from './matrix';
import { computeActive, computeActiveStake, computeNewPermits, computeStake } from './stake';
import { at, normalize, normalizeUsingSum, put, wrappingSum } from './vector';
import { clipWeights, computeWeights, computeWeightsForBonds } from './weights';

export { arraysAddress, reserve, settingsAddress } from './epochMemory';
/** Single operations, for the tests that compare them with package primitives. */
export { checkedMulOrZero, proportionToU16, safeDiv, saturatingAdd, saturatingMul, saturatingSub, shareOf } from './fixed';
export { expSafe } from './exp';

/** False when the epoch is left to the oracle. */
export function computeEpoch(): bool {
  const n = settings.neurons as u32;
  computeActive(n);
  const stake = computeStake(n);
  if (stake === 0 && n > 0) return false;
  computeNewPermits(stake, n);
  const activeStake = computeActiveStake(stake, n);

  const weights = computeWeights(n);
  const consensus = computeConsensus(weights, activeStake, settings.kappa);
  const trust = zeros(n);
  const incentive = zeros(n);
  const clipped = clipWeights(weights, consensus, activeStake, trust, incentive);
  normalize(incentive, n);

  const weightsForBonds = computeWeightsForBonds(weights, clipped, settings.bondsPenalty);
  const dividends = zeros(n);
  const bonds = settings.yuma3On !== 0
    ? computeBondsYuma3(weightsForBonds, consensus, incentive, activeStake, dividends)
    : computeBondsYuma2(weightsForBonds, incentive, activeStake, dividends);

  writeProportions(arrays.stake, stake, n);
  writeProportions(arrays.consensus, consensus, n);
  writeProportions(arrays.incentive, incentive, n);
  writeProportions(arrays.dividends, dividends, n);
  writeProportions(arrays.validatorTrust, trust, n);
  writeEmission(incentive, dividends, isZero(activeStake, n) ? stake : activeStake, n);
  writeBonds(bonds);
  return true;
}

function isZero(vector: usize, n: u32): bool {
  return wrappingSum(vector, n) === 0;
}

/** Incentive and dividends on a common scale; when both are zero for everybody, the validators' side goes by stake. */
function writeEmission(incentive: usize, dividends: usize, byStake: usize, n: u32): void {
  const combined = zeros(n);
  for (let uid: u32 = 0; uid < n; uid++) put(combined, uid, saturatingAdd(at(incentive, uid), at(dividends, uid)));
  const sum = wrappingSum(combined, n);
  const validator = zeros(n);
  normalizeUsingSum(validator, sum === 0 ? byStake : dividends, n, sum);
  normalizeUsingSum(incentive, incentive, n, sum);
  normalizeUsingSum(combined, sum === 0 ? byStake : combined, n, sum);
  writeShares(arrays.serverEmission, incentive, n);
  writeShares(arrays.validatorEmission, validator, n);
  writeShares(arrays.combinedEmission, combined, n);
}

function writeShares(to: usize, shares: usize, n: u32): void {
  for (let uid: u32 = 0; uid < n; uid++) put(to, uid, shareOf(at(shares, uid), settings.emission));
}

function writeProportions(to: usize, vector: usize, n: u32): void {
  for (let uid: u32 = 0; uid < n; uid++) store<u16>(to + ((uid as usize) << 1), proportionToU16(at(vector, uid)));
}

function writeBonds(bonds: Matrix): void {
  const count = bonds.count;
  const values = bonds.values;
  arrays.outStarts = bonds.starts;
  arrays.outUids = bonds.uids;
  arrays.outValues = allocate((count as usize) << 1);
  for (let entry: u32 = 0; entry < count; entry++) store<u16>(arrays.outValues + ((entry as usize) << 1), proportionToU16(at(values, entry)));
}
