/** Calls of pallet LimitOrders: anybody carries out what traders have signed. source: pallets/limit-orders/src/lib.rs @ 14bc6f9 */

import { limitOrders } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned, inLayer, type StateCtx } from '@taonet/frame';
import { ensure, refuse } from '@taonet/primitives';
import { coldkeyOwnsHotkey } from '../subtensor/staking/accounts.ts';
import { palletStaker } from './accounts.ts';
import { executeBatch } from './executeBatch.ts';
import { executeOrder } from './executeOrder.ts';
import { deriveOrderId } from './order.ts';
import { E, Ev, S } from './pallet.ts';

export const calls = bindCalls(limitOrders, {
  /** One after the other; what cannot be carried out is skipped, or with `should_fail` ends all. refuses LimitOrdersDisabled */
  execute_orders(ctx, origin, { orders, should_fail }) {
    const relayer = ensureSigned(origin);
    ensureEnabled(ctx);
    for (const signed of orders) {
      const id = deriveOrderId(ctx, signed.order);
      const done = inLayer(ctx, () => executeOrder(ctx, signed, id, relayer));
      if ('ok' in done) continue;
      if (should_fail) refuse(done.refusal);
      ctx.deposit(Ev.OrderSkipped({ order_id: id, reason: done.refusal.error }));
    }
  },

  /** All at once, or none. refuses LimitOrdersDisabled and what `executeBatch` refuses */
  execute_batched_orders(ctx, origin, { netuid, orders }) {
    const relayer = ensureSigned(origin);
    ensureEnabled(ctx);
    executeBatch(ctx, netuid, orders, relayer);
  },

  /** An order that nobody has carried out is never to be. refuses Unauthorized, OrderAlreadyProcessed */
  cancel_order(ctx, origin, { order }) {
    const signer = ensureSigned(origin);
    ensure(order.value.signer === signer, E.Unauthorized, { actual: signer, required: order.value.signer });
    const id = deriveOrderId(ctx, order);
    ensure(!S.Orders.has(ctx, id), E.OrderAlreadyProcessed, { order_id: id });
    S.Orders.set(ctx, id, { type: 'Cancelled' });
    ctx.deposit(Ev.OrderCancelled({ order_id: id, signer }));
  },

  /** refuses BadOrigin, PalletHotkeyNotRegistered */
  set_pallet_status(ctx, origin, { enabled }) {
    ensureRoot(origin);
    const { coldkey, hotkey } = palletStaker(ctx);
    ensure(!enabled || coldkeyOwnsHotkey(ctx, coldkey, hotkey), E.PalletHotkeyNotRegistered, { hotkey });
    S.LimitOrdersEnabled.set(ctx, enabled);
    ctx.deposit(Ev.LimitOrdersPalletStatusChanged({ enabled }));
  },
});

function ensureEnabled(ctx: StateCtx): void {
  ensure(S.LimitOrdersEnabled.get(ctx), E.LimitOrdersDisabled, { enabled: false });
}
