/** Conviction decides who owns an old subnet. source: pallets/subtensor/src/staking/lock.rs @ 14bc6f9 */

import { inLayer, type Ctx, type StateCtx } from '@taonet/frame';
import { compareText, saturatingAddU64, SortedMap, U64F64, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { Ev, S } from '../pallet.ts';
import { getOwningColdkeyForHotkey } from '../staking/accounts.ts';
import { registerNeuron } from '../subnets/registration.ts';
import { emptyLock, rollForwardLock, type LockClock, type LockKind } from './convictionModel.ts';
import { getAggregate, getLockClock, isSubnetOwnerHotkey, setAggregate, takeAggregate } from './lockStore.ts';

/** 365 days and a quarter of 12-second blocks. */
export const ONE_YEAR_BLOCKS = 7_200n * 365n + 1_800n;
/** Total conviction must be at least a tenth of the alpha outside the pool. */
const CONVICTION_SHARE = U64F64.fromInt(10n);
const NOBODY: AccountId = '00'.repeat(32);

const GENERAL_KINDS: readonly LockKind[] = [{ owner: false, perpetual: true }, { owner: false, perpetual: false }];
const OWNER_KINDS: readonly LockKind[] = [{ owner: true, perpetual: true }, { owner: true, perpetual: false }];

/** Conviction of one sum as it stands now. */
function convictionOf(ctx: StateCtx, netuid: NetUid, hotkey: AccountId, kind: LockKind): U64F64 {
  const lock = getAggregate(ctx, netuid, hotkey, kind);
  return lock === undefined ? U64F64.zero : rollForwardLock(lock, getLockClock(ctx), kind).conviction;
}

/** All that is locked to the hotkey; on the subnet's own hotkey the owners' sums too. source: hotkey_conviction */
export function hotkeyConviction(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): U64F64 {
  const kinds = isSubnetOwnerHotkey(ctx, netuid, hotkey) ? [...GENERAL_KINDS, ...OWNER_KINDS] : GENERAL_KINDS;
  return kinds.reduce((sum, kind) => U64F64.saturatingAdd(sum, convictionOf(ctx, netuid, hotkey, kind)), U64F64.zero);
}

/** Conviction per hotkey, ascending by hotkey. */
function convictions(ctx: StateCtx, netuid: NetUid): SortedMap<AccountId, U64F64> {
  const clock = getLockClock(ctx);
  const scores = new SortedMap<AccountId, U64F64>(compareText);
  const add = (hotkey: AccountId, conviction: U64F64): void => {
    scores.update(hotkey, (sum) => U64F64.saturatingAdd(sum ?? U64F64.zero, conviction));
  };
  for (const kind of GENERAL_KINDS) {
    for (const [[, hotkey], lock] of (kind.perpetual ? S.HotkeyLock : S.DecayingHotkeyLock).entries(ctx, netuid)) {
      add(hotkey, rollForwardLock(lock, clock, kind).conviction);
    }
  }
  const ownerHotkey = S.SubnetOwnerHotkey.get(ctx, netuid);
  for (const kind of OWNER_KINDS) {
    const lock = getAggregate(ctx, netuid, ownerHotkey, kind);
    if (lock !== undefined) add(ownerHotkey, rollForwardLock(lock, clock, kind).conviction);
  }
  return scores;
}

/** source: get_total_conviction */
export function getTotalConviction(ctx: StateCtx, netuid: NetUid): U64F64 {
  return convictions(ctx, netuid).values().reduce((sum, conviction) => U64F64.saturatingAdd(sum, conviction), U64F64.zero);
}

/** The hotkey with the most conviction; of equals the one with the greatest account id. source: subnet_king */
export function subnetKing(ctx: StateCtx, netuid: NetUid): AccountId | undefined {
  let king: AccountId | undefined;
  let most = U64F64.zero;
  for (const [hotkey, conviction] of convictions(ctx, netuid)) {
    if (king !== undefined && conviction < most) continue;
    king = hotkey;
    most = conviction;
  }
  return king;
}

/**
 * Hands a subnet of more than a year to the owner of the hotkey with the most conviction, when conviction counts for enough.
 * The new hotkey is registered where it is not; sums move with the roles.
 *
 * source: change_subnet_owner_if_needed
 */
export function changeSubnetOwnerIfNeeded(ctx: Ctx, netuid: NetUid): void {
  const alphaOut = S.SubnetAlphaOut.get(ctx, netuid);
  if (alphaOut === 0n) return;
  const now = getCurrentBlockAsU64(ctx);
  if (now < saturatingAddU64(S.NetworkRegisteredAt.get(ctx, netuid), ONE_YEAR_BLOCKS)) return;
  if (U64F64.saturatingMul(getTotalConviction(ctx, netuid), CONVICTION_SHARE) < U64F64.fromInt(alphaOut)) return;
  const king = subnetKing(ctx, netuid);
  if (king === undefined) return;
  const newColdkey = getOwningColdkeyForHotkey(ctx, king);
  const oldColdkey = S.SubnetOwner.get(ctx, netuid);
  if (newColdkey === NOBODY || newColdkey === oldColdkey) return;
  if (!S.Uids.has(ctx, netuid, king) && 'refusal' in inLayer(ctx, () => registerNeuron(ctx, netuid, king))) return;

  const clock = getLockClock(ctx);
  const oldHotkey = S.SubnetOwnerHotkey.get(ctx, netuid);
  for (const perpetual of [true, false]) moveSum(ctx, netuid, { hotkey: oldHotkey, from: { owner: true, perpetual }, clock });
  for (const perpetual of [true, false]) moveSum(ctx, netuid, { hotkey: king, from: { owner: false, perpetual }, clock });
  S.SubnetOwner.set(ctx, netuid, newColdkey);
  S.SubnetOwnerHotkey.set(ctx, netuid, king);
  ctx.deposit(Ev.SubnetOwnerChanged({ netuid, old_coldkey: oldColdkey, new_coldkey: newColdkey }));
}

/** A hotkey's sum from the owners' place to the ordinary one, or back, added to what is there. */
function moveSum(ctx: StateCtx, netuid: NetUid, { hotkey, from, clock }: { hotkey: AccountId; from: LockKind; clock: LockClock }): void {
  const taken = takeAggregate(ctx, netuid, hotkey, from);
  if (taken === undefined) return;
  const to = { owner: !from.owner, perpetual: from.perpetual };
  const moved = rollForwardLock(taken, clock, from);
  const stored = getAggregate(ctx, netuid, hotkey, to);
  const present = stored === undefined ? emptyLock(clock.now) : rollForwardLock(stored, clock, to);
  const sum = {
    locked_mass: saturatingAddU64(present.locked_mass, moved.locked_mass),
    conviction: U64F64.saturatingAdd(present.conviction, moved.conviction),
    last_update: clock.now,
  };
  // Only a sum that becomes the owner's is brought to its new rule at once.
  setAggregate(ctx, netuid, hotkey, { ...to, lock: to.owner ? rollForwardLock(sum, clock, to) : sum });
}
