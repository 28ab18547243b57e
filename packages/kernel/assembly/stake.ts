/** Shares of stake, who is active, who may vote: by uid. */
import { allocate, zeros } from './arena';
import { arrays, settings } from './epochMemory';
import { ONE } from './fixed';
import { at, normalize, put } from './vector';

/** Neurons with weights or a commit recent enough. */
export function computeActive(n: u32): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const updated = at(arrays.lastUpdate, uid) as u64;
    const until = updated + settings.activityCutoff;
    store<u8>(arrays.active + uid, (until < updated || until >= settings.block) as u8);
  }
}

/**
 * Each neuron's share of the stake that passes the threshold. Address 0 when a stake is negative or their sum leaves
 * I64F64: such epochs are left to the oracle.
 */
export function computeStake(n: u32): usize {
  const stake = zeros(n);
  let totalLow: u64 = 0;
  let totalHigh: i64 = 0;
  for (let uid: u32 = 0; uid < n; uid++) {
    const low = at(arrays.stakeWeight, uid << 1) as u64;
    const high = at(arrays.stakeWeight, (uid << 1) + 1);
    if (high < 0) return 0;
    if (!passes(uid, high)) continue;
    totalLow += low;
    totalHigh += high + (totalLow < low ? 1 : 0);
    if (totalHigh < 0) return 0;
  }
  for (let uid: u32 = 0; uid < n; uid++) {
    const low = at(arrays.stakeWeight, uid << 1) as u64;
    const high = at(arrays.stakeWeight, (uid << 1) + 1);
    if ((low !== 0 || high !== 0) && passes(uid, high)) put(stake, uid, shareOfTotal(low, high as u64, totalLow, totalHigh as u64));
  }
  return stake;
}

// @ts-ignore: decorator
@inline
function passes(uid: u32, stakeRao: i64): bool {
  return uid === (settings.owner as u32) || (stakeRao as u64) >= settings.stakeThreshold;
}

/** `⌊part · 2^32 / total⌋` of 128-bit numbers, part ≤ total < 2^127: 32 steps of a long division. */
function shareOfTotal(low: u64, high: u64, totalLow: u64, totalHigh: u64): i64 {
  if (low === totalLow && high === totalHigh) return ONE;
  let quotient: i64 = 0;
  for (let i = 0; i < 32; i++) {
    high = (high << 1) | (low >> 63);
    low <<= 1;
    quotient <<= 1;
    if (high > totalHigh || (high === totalHigh && low >= totalLow)) {
      high -= totalHigh + (low < totalLow ? 1 : 0);
      low -= totalLow;
      quotient |= 1;
    }
  }
  return quotient;
}

/** Permits of the previous epoch count now; the owner has one. Beyond the stored vector there are none. */
export function mayVote(uid: u32): bool {
  return uid < (settings.permits as u32) && (load<u8>(arrays.oldPermits + uid) !== 0 || uid === (settings.owner as u32));
}

/** Shares of active neurons with a permit, normalised again; an empty vector of permits masks nobody. */
export function computeActiveStake(stake: usize, n: u32): usize {
  const activeStake = zeros(n);
  for (let uid: u32 = 0; uid < n; uid++) {
    const counts = load<u8>(arrays.active + uid) !== 0 && (settings.permits === 0 || mayVote(uid));
    if (counts) put(activeStake, uid, at(stake, uid));
  }
  normalize(activeStake, n);
  return activeStake;
}

/** Permits for the next epoch: of those with stake the `maxValidators` with most, of equal ones the larger uids; the owner. */
export function computeNewPermits(stake: usize, n: u32): void {
  memory.fill(arrays.newPermits, 0, n);
  const uids = allocate((n as usize) << 2);
  let count: u32 = 0;
  for (let uid: u32 = 0; uid < n; uid++) {
    if (at(stake, uid) === 0) continue;
    store<u32>(uids + ((count as usize) << 2), uid);
    count += 1;
  }
  sortByStake(uids, count, stake);
  const losers: u32 = (count as u64) > settings.maxValidators ? count - (settings.maxValidators as u32) : 0;
  for (let i = losers; i < count; i++) store<u8>(arrays.newPermits + load<u32>(uids + ((i as usize) << 2)), 1);
  if (settings.owner < (n as u64)) store<u8>(arrays.newPermits + (settings.owner as usize), 1);
}

/** Rising by (stake, uid): insertion over shrinking gaps. No two are equal, so any sort gives this order. */
function sortByStake(uids: usize, count: u32, stake: usize): void {
  let gap: u32 = 1;
  while (gap < count / 3) gap = gap * 3 + 1;
  for (; gap > 0; gap = (gap - 1) / 3) {
    for (let i = gap; i < count; i++) {
      const uid = load<u32>(uids + ((i as usize) << 2));
      let place = i;
      while (place >= gap && isBelow(uid, load<u32>(uids + (((place - gap) as usize) << 2)), stake)) {
        store<u32>(uids + ((place as usize) << 2), load<u32>(uids + (((place - gap) as usize) << 2)));
        place -= gap;
      }
      store<u32>(uids + ((place as usize) << 2), uid);
    }
  }
}

// @ts-ignore: decorator
@inline
function isBelow(a: u32, b: u32, stake: usize): bool {
  const x = at(stake, a);
  const y = at(stake, b);
  return x < y || (x === y && a < b);
}
