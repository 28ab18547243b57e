/** Calls on hotkeys as delegates: take, owner, auto-stake target, consent to be made a parent. */

import { subtensorModule } from '@taonet/abi';
import { bindCalls, ensureSigned } from '@taonet/frame';
import { createAccountIfNonExistent } from '../staking/accounts.ts';
import { setAutoParentDelegationEnabled } from './autoParentDelegation.ts';
import { setColdkeyAutoStakeHotkey } from './autoStakeDestination.ts';
import { doDecreaseTake, doIncreaseTake } from './take.ts';

export const delegateCalls = bindCalls(subtensorModule, {
  increase_take: (ctx, origin, order) => doIncreaseTake(ctx, origin, order),
  decrease_take: (ctx, origin, order) => doDecreaseTake(ctx, origin, order),
  /** source: pallets/subtensor/src/staking/account.rs, do_try_associate_hotkey @ 14bc6f9 */
  try_associate_hotkey: (ctx, origin, { hotkey }) => createAccountIfNonExistent(ctx, ensureSigned(origin), hotkey),
  set_coldkey_auto_stake_hotkey: (ctx, origin, { netuid, hotkey }) => setColdkeyAutoStakeHotkey(ctx, origin, netuid, hotkey),
  set_auto_parent_delegation_enabled: (ctx, origin, { hotkey, enabled }) => setAutoParentDelegationEnabled(ctx, origin, hotkey, enabled),
});
