/** Calls on children; root's settings for them are those of June 2026. */

import { subtensorModule } from '@taonet/abi';
import { bindCalls, ensureSigned } from '@taonet/frame';
import { childkeyTakeSettings } from '../../../pallets/subtensor/children/calls.ts';
import { doSetChildkeyTake } from './childkeyTake.ts';
import { doScheduleChildren } from './setChildren.ts';

export const childrenCalls = bindCalls(subtensorModule, {
  set_children: (ctx, origin, { hotkey, netuid, children }) => doScheduleChildren(ctx, origin, { hotkey, netuid, children }),
  set_childkey_take: (ctx, origin, { hotkey, netuid, take }) => doSetChildkeyTake(ctx, ensureSigned(origin), { hotkey, netuid, take }),
  ...childkeyTakeSettings,
});
