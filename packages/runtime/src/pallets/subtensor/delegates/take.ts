/** The share of its delegators' dividends that a hotkey keeps, in 65535ths. */

import { ensureSigned, type CallCtx, type Ctx, type Origin } from '@taonet/frame';
import { ensure, refuse, type AccountId } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { exceedsTxDelegateTakeRateLimit, getLastTxBlock, setLastTxBlock } from '../lastTxBlocks.ts';
import { E, Ev, S } from '../pallet.ts';
import { ensureColdkeyOwnsHotkey, hotkeyAccountExists } from '../staking/accounts.ts';

/**
 * refuses HotKeyAccountNotExists, NonAssociatedColdKey
 * source: pallets/subtensor/src/utils/misc.rs, do_take_checks @ 14bc6f9
 */
export function ensureOwnsExisting(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
}

/** A take that a hotkey's owner wants. */
export interface TakeOrder {
  readonly hotkey: AccountId;
  /** 65535ths. */
  readonly take: number;
}

/** Where the block of the last change is noted. */
export interface LastChanges {
  readonly getLastTxBlock: typeof getLastTxBlock;
  readonly setLastTxBlock: typeof setLastTxBlock;
}

const TODAYS: LastChanges = { getLastTxBlock, setLastTxBlock };

/**
 * Raises the take; rate limited per hotkey.
 *
 * refuses HotKeyAccountNotExists, NonAssociatedColdKey, DelegateTakeTooLow, DelegateTakeTooHigh, DelegateTxRateLimitExceeded
 * source: pallets/subtensor/src/staking/increase_take.rs, do_increase_take @ 14bc6f9
 */
export function doIncreaseTake(ctx: CallCtx, origin: Origin, { hotkey, take }: TakeOrder, last: LastChanges = TODAYS): void {
  const coldkey = ensureSigned(origin);
  ensureOwnsExisting(ctx, coldkey, hotkey);
  const current = S.Delegates.tryGet(ctx, hotkey);
  ensure(current === undefined || take > current, E.DelegateTakeTooLow, { hotkey, actual: take, required: (current ?? 0) + 1 });
  const max = S.MaxDelegateTake.get(ctx);
  ensure(take <= max, E.DelegateTakeTooHigh, { hotkey, actual: take, required: max });
  const block = getCurrentBlockAsU64(ctx);
  const lastBlock = last.getLastTxBlock(ctx, 'LastTxBlockDelegateTake', hotkey);
  if (exceedsTxDelegateTakeRateLimit(ctx, lastBlock, block)) {
    refuse(E.DelegateTxRateLimitExceeded, { hotkey, actual: block, required: lastBlock + S.TxDelegateTakeRateLimit.get(ctx) + 1n });
  }
  last.setLastTxBlock(ctx, 'LastTxBlockDelegateTake', hotkey, block);
  S.Delegates.set(ctx, hotkey, take);
  ctx.deposit(Ev.TakeIncreased([coldkey, hotkey, take]));
}

/**
 * Lowers the take.
 *
 * refuses HotKeyAccountNotExists, NonAssociatedColdKey, DelegateTakeTooLow
 * source: pallets/subtensor/src/staking/decrease_take.rs, do_decrease_take @ 14bc6f9
 */
export function doDecreaseTake(ctx: CallCtx, origin: Origin, { hotkey, take }: TakeOrder, last: LastChanges = TODAYS): void {
  const coldkey = ensureSigned(origin);
  ensureOwnsExisting(ctx, coldkey, hotkey);
  const current = S.Delegates.tryGet(ctx, hotkey);
  ensure(current === undefined || take < current, E.DelegateTakeTooLow, { hotkey, actual: take, required: (current ?? 0) - 1 });
  const min = S.MinDelegateTake.get(ctx);
  ensure(take >= min, E.DelegateTakeTooLow, { hotkey, actual: take, required: min });
  S.Delegates.set(ctx, hotkey, take);
  last.setLastTxBlock(ctx, 'LastTxBlockDelegateTake', hotkey, getCurrentBlockAsU64(ctx));
  ctx.deposit(Ev.TakeDecreased([coldkey, hotkey, take]));
}
