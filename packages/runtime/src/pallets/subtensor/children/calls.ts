/** Calls on children, and root's settings for them. */

import { subtensorModule } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned } from '@taonet/frame';
import { Ev, S } from '../pallet.ts';
import { doSetChildkeyTake } from './childkeyTake.ts';
import { doScheduleChildren } from './setChildren.ts';

/** What root decides about childkey takes. */
export const childkeyTakeSettings = bindCalls(subtensorModule, {
  /** source: pallets/subtensor/src/utils/misc.rs, set_tx_childkey_take_rate_limit @ 14bc6f9 */
  sudo_set_tx_childkey_take_rate_limit(ctx, origin, { tx_rate_limit }) {
    ensureRoot(origin);
    S.TxChildkeyTakeRateLimit.set(ctx, tx_rate_limit);
    ctx.deposit(Ev.TxChildKeyTakeRateLimitSet(tx_rate_limit));
  },
  /** source: pallets/subtensor/src/utils/misc.rs, set_min_childkey_take @ 14bc6f9 */
  sudo_set_min_childkey_take(ctx, origin, { take }) {
    ensureRoot(origin);
    S.MinChildkeyTake.set(ctx, take);
    ctx.deposit(Ev.MinChildKeyTakeSet(take));
  },
  /** source: pallets/subtensor/src/utils/misc.rs, set_max_childkey_take @ 14bc6f9 */
  sudo_set_max_childkey_take(ctx, origin, { take }) {
    ensureRoot(origin);
    S.MaxChildkeyTake.set(ctx, take);
    ctx.deposit(Ev.MaxChildKeyTakeSet(take));
  },
});

export const childrenCalls = bindCalls(subtensorModule, {
  set_children: (ctx, origin, { hotkey, netuid, children }) => doScheduleChildren(ctx, origin, { hotkey, netuid, children }),
  set_childkey_take: (ctx, origin, { hotkey, netuid, take }) => doSetChildkeyTake(ctx, ensureSigned(origin), { hotkey, netuid, take }),
  set_pending_childkey_cooldown(ctx, origin, { cooldown }) {
    ensureRoot(origin);
    S.PendingChildKeyCooldown.set(ctx, cooldown);
  },
  ...childkeyTakeSettings,
});
