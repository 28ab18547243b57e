/** Hotkeys and their owners, where May 2025 differs. source: pallets/subtensor/src/staking/helpers.rs, account.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { S } from '../../../pallets/subtensor/pallet.ts';
import { addOwnedHotkey, addStakingHotkey, hotkeyAccountExists } from '../../../pallets/subtensor/staking/accounts.ts';

/** Makes `coldkey` the owner of a hotkey nobody owns, whatever account that is. source: create_account_if_non_existent */
export function createAccountIfNonExistent(ctx: StateCtx, coldkey: AccountId, hotkey: AccountId): void {
  if (hotkeyAccountExists(ctx, hotkey)) return;
  S.Owner.set(ctx, hotkey, coldkey);
  addOwnedHotkey(ctx, coldkey, hotkey);
  addStakingHotkey(ctx, coldkey, hotkey);
}
