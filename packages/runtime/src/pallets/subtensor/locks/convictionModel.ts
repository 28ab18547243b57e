/**
 * Locked alpha and the conviction it earns with time. A decaying lock gives its mass free and its conviction first rises,
 * then falls; a perpetual one keeps its mass and its conviction approaches it. On the owner's hotkey conviction is the mass.
 *
 * with d(τ) = e^(−dt/τ): mass' = ⌊mass·d(τu)⌋; conviction' = conviction·d(τm) + what mass adds meanwhile
 * source: pallets/subtensor/src/staking/lock.rs, ConvictionModel @ 14bc6f9
 */

import { fixedExp, I64F64, saturatingAddU64, saturatingSubU64, U64F64 } from '@taonet/primitives';

/** As stored. Mass in alpha 10⁻⁹, conviction in the same unit. */
export interface LockState {
  readonly locked_mass: bigint;
  readonly conviction: U64F64;
  readonly last_update: bigint;
}

/** What decides how a lock moves and which sum over all coldkeys it belongs to. */
export interface LockKind {
  /** On the subnet owner's hotkey. */
  readonly owner: boolean;
  readonly perpetual: boolean;
}

/** `now` in blocks, rates (the times τ) in blocks. */
export interface LockClock {
  readonly now: bigint;
  readonly unlockRate: bigint;
  readonly maturityRate: bigint;
}

/** A lock with less mass and less conviction than this counts as none. */
const ZERO_THRESHOLD = 100n;
const EXPONENT_MIN = I64F64.fromInt(-40n);

export const emptyLock = (now: bigint): LockState => ({ locked_mass: 0n, conviction: U64F64.zero, last_update: now });

/** source: LockState::is_zero */
export const isZeroLock = (lock: LockState): boolean =>
  lock.locked_mass < ZERO_THRESHOLD && lock.conviction < U64F64.fromInt(ZERO_THRESHOLD);

/** Sum of two; the later time. source: merge_lock */
export function mergeLock(a: LockState, b: LockState): LockState {
  return {
    locked_mass: saturatingAddU64(a.locked_mass, b.locked_mass),
    conviction: U64F64.saturatingAdd(a.conviction, b.conviction),
    last_update: a.last_update > b.last_update ? a.last_update : b.last_update,
  };
}

/** source: reduce_lock */
export function reduceLock(lock: LockState, mass: bigint, conviction: U64F64): LockState {
  return {
    locked_mass: saturatingSubU64(lock.locked_mass, mass),
    conviction: U64F64.saturatingSub(lock.conviction, conviction),
    last_update: lock.last_update,
  };
}

/** e^(−dt/τ), the exponent not below −40; 1 for dt = 0, else 0 for τ = 0. source: exp_decay */
export function expDecay(dt: bigint, tau: bigint): U64F64 {
  if (dt === 0n) return U64F64.one;
  if (tau === 0n) return U64F64.zero;
  const ratio = I64F64.checkedDiv(I64F64.fromInt(-dt), I64F64.fromInt(tau)) ?? EXPONENT_MIN;
  const decay = fixedExp(I64F64, I64F64.larger(ratio, EXPONENT_MIN)) ?? I64F64.zero;
  return I64F64.to(U64F64, decay);
}

/** The lock as it stands at `now`; a lock of the future or of now keeps its figures. source: roll_forward_lock */
export function rollForwardLock(lock: LockState, clock: LockClock, kind: LockKind): LockState {
  const decayed = clock.now > lock.last_update ? decayedLock(lock, clock, kind) : lock;
  const conviction = kind.owner ? U64F64.fromInt(decayed.locked_mass) : decayed.conviction;
  const rolled = { ...decayed, conviction };
  return isZeroLock(rolled) ? { ...rolled, locked_mass: 0n, conviction: U64F64.zero } : rolled;
}

/** source: calculate_decayed_mass_and_conviction */
function decayedLock(lock: LockState, clock: LockClock, { perpetual }: LockKind): LockState {
  const dt = clock.now - lock.last_update;
  const mass = U64F64.fromInt(lock.locked_mass);
  const unlockDecay = expDecay(dt, clock.unlockRate);
  const maturityDecay = expDecay(dt, clock.maturityRate);
  const gain = perpetual
    ? U64F64.saturatingSub(U64F64.one, maturityDecay)
    : convictionGain(dt, clock, unlockDecay, maturityDecay);
  return {
    locked_mass: perpetual ? lock.locked_mass : U64F64.saturatingToU64(U64F64.saturatingMul(unlockDecay, mass)),
    conviction: U64F64.saturatingAdd(U64F64.saturatingMul(maturityDecay, lock.conviction), U64F64.saturatingMul(mass, gain)),
    last_update: clock.now,
  };
}

/** What one unit of decaying mass adds to conviction in `dt` blocks. */
function convictionGain(dt: bigint, { unlockRate, maturityRate }: LockClock, unlockDecay: U64F64, maturityDecay: U64F64): U64F64 {
  if (unlockRate === maturityRate) {
    return U64F64.saturatingMul(U64F64.safeDiv(U64F64.fromInt(dt), U64F64.fromInt(maturityRate)), maturityDecay);
  }
  if (unlockRate === 0n || maturityRate === 0n) return U64F64.zero;
  const difference = I64F64.saturatingSub(U64F64.to(I64F64, unlockDecay), U64F64.to(I64F64, maturityDecay));
  const scaled = I64F64.saturatingMul(I64F64.fromInt(unlockRate), difference);
  const gain = I64F64.checkedDiv(scaled, I64F64.fromInt(unlockRate - maturityRate)) ?? I64F64.zero;
  return gain <= 0n ? U64F64.zero : I64F64.to(U64F64, gain);
}

/** A coldkey's lock on one hotkey with the sum over all coldkeys it belongs to; what changed is to be saved. */
export interface ConvictionModel {
  readonly kind: LockKind;
  readonly individual: LockState;
  readonly aggregate: LockState;
  readonly individualDirty: boolean;
  readonly aggregateDirty: boolean;
}

/** source: set_individual_lock */
export function withIndividual(model: ConvictionModel, individual: LockState): ConvictionModel {
  return { ...model, individual, individualDirty: true };
}

function withAggregate(model: ConvictionModel, aggregate: LockState): ConvictionModel {
  return { ...model, aggregate, aggregateDirty: true };
}

/**
 * Both at `now`. When the lock lost something, the sum loses just that; otherwise the sum moves by its own rule.
 *
 * source: roll_forward
 */
export function rollForward(model: ConvictionModel, clock: LockClock): ConvictionModel {
  const before = model.individual;
  const individual = rollForwardLock(before, clock, model.kind);
  const lostMass = saturatingSubU64(before.locked_mass, individual.locked_mass);
  const lostConviction = U64F64.saturatingSub(before.conviction, individual.conviction);
  const rolled = withIndividual(model, individual);
  if (lostMass === 0n && lostConviction === 0n) return rollForwardAggregate(rolled, clock);
  return withAggregate(rolled, { ...reduceLock(model.aggregate, lostMass, lostConviction), last_update: clock.now });
}

/** source: roll_forward_aggregate */
export function rollForwardAggregate(model: ConvictionModel, clock: LockClock): ConvictionModel {
  return withAggregate(model, rollForwardLock(model.aggregate, clock, model.kind));
}

/** source: add_to_aggregate */
export function addToAggregate(model: ConvictionModel, added: LockState): ConvictionModel {
  return withAggregate(model, mergeLock(model.aggregate, added));
}

/** source: reduce_aggregate */
export function reduceAggregate(model: ConvictionModel, mass: bigint, conviction: U64F64): ConvictionModel {
  return withAggregate(model, reduceLock(model.aggregate, mass, conviction));
}

/** Takes `amount` of mass, with its part of the conviction, from lock and sum. source: force_reduce_individual */
export function forceReduceIndividual(model: ConvictionModel, amount: bigint, now: bigint): ConvictionModel {
  const { locked_mass: mass, conviction } = model.individual;
  const left = saturatingSubU64(mass, amount);
  const removedPart = U64F64.safeDiv(U64F64.fromInt(amount), U64F64.fromInt(mass));
  const convictionLeft = left === 0n ? U64F64.zero : U64F64.saturatingMul(conviction, U64F64.saturatingSub(U64F64.one, removedPart));
  const reduced = withIndividual(model, { locked_mass: left, conviction: convictionLeft, last_update: now });
  return reduceAggregate(reduced, mass - left, U64F64.saturatingSub(conviction, convictionLeft));
}
