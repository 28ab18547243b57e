/** A coldkey swap is announced by the hash of the new key and carried out after a delay, in which it can be disputed. */

import { ensureRoot, ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { bytesToHex, ensure, hexToBytes, refuse, saturatingAddU32, type AccountId, type Hash } from '@taonet/primitives';
import { S as System } from '../../system/pallet.ts';
import { C, E, Ev, S } from '../pallet.ts';
import { chargeSwapCost, doSwapColdkey } from './swapColdkey.ts';

/**
 * Announces a swap; the first announcement costs KeySwapCost, another one must wait until the first could be carried out and longer.
 *
 * refuses ColdkeySwapReannouncedTooEarly, NotEnoughBalanceToPaySwapColdKey
 * source: pallets/subtensor/src/macros/dispatches.rs, announce_coldkey_swap @ 14bc6f9
 */
export function announceColdkeySwap(ctx: CallCtx, origin: Origin, newColdkeyHash: Hash): void {
  const who = ensureSigned(origin);
  const block = System.Number.get(ctx);
  const announced = S.ColdkeySwapAnnouncements.get(ctx, who);
  if (announced === undefined) chargeSwapCost(ctx, who, C.KeySwapCost(ctx));
  else {
    const earliest = saturatingAddU32(announced[0], S.ColdkeySwapReannouncementDelay.get(ctx));
    ensure(block >= earliest, E.ColdkeySwapReannouncedTooEarly, { who, actual: block, required: earliest });
  }
  const when = saturatingAddU32(block, S.ColdkeySwapAnnouncementDelay.get(ctx));
  S.ColdkeySwapAnnouncements.set(ctx, who, [when, newColdkeyHash]);
  ctx.deposit(Ev.ColdkeySwapAnnounced({ who, new_coldkey_hash: newColdkeyHash }));
}

/**
 * Carries out an announced swap.
 *
 * refuses ColdkeySwapAnnouncementNotFound, AnnouncedColdkeyHashDoesNotMatch, ColdkeySwapTooEarly and what `doSwapColdkey` refuses
 * source: pallets/subtensor/src/macros/dispatches.rs, swap_coldkey_announced @ 14bc6f9
 */
export function swapColdkeyAnnounced(ctx: CallCtx, origin: Origin, newColdkey: AccountId): void {
  const who = ensureSigned(origin);
  const [when, announcedHash] = S.ColdkeySwapAnnouncements.take(ctx, who) ?? refuse(E.ColdkeySwapAnnouncementNotFound, { who });
  const hash = bytesToHex(ctx.crypto.blake2b256(hexToBytes(newColdkey)));
  ensure(announcedHash === hash, E.AnnouncedColdkeyHashDoesNotMatch, { who, actual: `0x${hash}`, required: `0x${announcedHash}` });
  const block = System.Number.get(ctx);
  ensure(block >= when, E.ColdkeySwapTooEarly, { who, actual: block, required: when });
  doSwapColdkey(ctx, who, newColdkey);
}

/**
 * The owner disputes the swap announced in its name: from now on only root can help.
 *
 * refuses ColdkeySwapAnnouncementNotFound, ColdkeySwapAlreadyDisputed
 * source: pallets/subtensor/src/macros/dispatches.rs, dispute_coldkey_swap @ 14bc6f9
 */
export function disputeColdkeySwap(ctx: CallCtx, origin: Origin): void {
  const coldkey = ensureSigned(origin);
  ensure(S.ColdkeySwapAnnouncements.has(ctx, coldkey), E.ColdkeySwapAnnouncementNotFound, { coldkey });
  ensure(!S.ColdkeySwapDisputes.has(ctx, coldkey), E.ColdkeySwapAlreadyDisputed, { coldkey });
  S.ColdkeySwapDisputes.set(ctx, coldkey, System.Number.get(ctx));
  ctx.deposit(Ev.ColdkeySwapDisputed({ coldkey }));
}

/**
 * Root takes announcement and dispute away.
 *
 * refuses BadOrigin
 * source: pallets/subtensor/src/macros/dispatches.rs, reset_coldkey_swap @ 14bc6f9
 */
export function resetColdkeySwap(ctx: CallCtx, origin: Origin, coldkey: AccountId): void {
  ensureRoot(origin);
  S.ColdkeySwapAnnouncements.remove(ctx, coldkey);
  S.ColdkeySwapDisputes.remove(ctx, coldkey);
  ctx.deposit(Ev.ColdkeySwapReset({ who: coldkey }));
}

/**
 * The signer withdraws its announcement, some time after it could have been carried out.
 *
 * refuses ColdkeySwapAnnouncementNotFound, ColdkeySwapClearTooEarly
 * source: pallets/subtensor/src/macros/dispatches.rs, clear_coldkey_swap_announcement @ 14bc6f9
 */
export function clearColdkeySwapAnnouncement(ctx: CallCtx, origin: Origin): void {
  const who = ensureSigned(origin);
  const [when] = S.ColdkeySwapAnnouncements.get(ctx, who) ?? refuse(E.ColdkeySwapAnnouncementNotFound, { who });
  const block = System.Number.get(ctx);
  const earliest = saturatingAddU32(when, S.ColdkeySwapReannouncementDelay.get(ctx));
  ensure(block >= earliest, E.ColdkeySwapClearTooEarly, { who, actual: block, required: earliest });
  S.ColdkeySwapAnnouncements.remove(ctx, who);
  ctx.deposit(Ev.ColdkeySwapCleared({ who }));
}
