import type { StateCtx } from '@taonet/frame';
import { ensure, type AccountId } from '@taonet/primitives';
import { E, S } from '../pallet.ts';
import { ensureColdkeyOwnsHotkey, hotkeyAccountExists } from '../staking/accounts.ts';
import type { SubtensorCall } from './subtensorCall.ts';

/**
 * A take within its bounds, of a hotkey that the signer owns.
 *
 * refuses DelegateTakeTooLow, DelegateTakeTooHigh, HotKeyAccountNotExists, NonAssociatedColdKey
 * source: pallets/subtensor/src/guards/check_delegate_take.rs @ 14bc6f9
 */
export function checkDelegateTake(ctx: StateCtx, who: AccountId, call: SubtensorCall): void {
  if (call.type !== 'increase_take' && call.type !== 'decrease_take') return;
  const { hotkey, take } = call.value;
  const min = S.MinDelegateTake.get(ctx);
  ensure(take >= min, E.DelegateTakeTooLow, { hotkey, actual: take, required: min });
  const max = S.MaxDelegateTake.get(ctx);
  ensure(take <= max, E.DelegateTakeTooHigh, { hotkey, actual: take, required: max });
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  ensureColdkeyOwnsHotkey(ctx, who, hotkey);
}
