/** Calls of pallet Sudo: one key acts as root or as anybody. Who holds it pays no fee. source: pallet-sudo 41.0.0, lib.rs */

import { sudo } from '@taonet/abi';
import { bindCalls, ensureSignedOrRoot, ROOT, signed, type Ctx, type DispatchResult, type Origin, type PostInfo } from '@taonet/frame';
import { ensure, type DispatchError } from '@taonet/primitives';
import { lookup } from '../system/lookup.ts';
import { E, Ev, S } from './pallet.ts';

const FREE: PostInfo = { paysFee: false };

/** The holder of the key, or root. */
function ensureSudo(ctx: Ctx, origin: Origin): void {
  const who = ensureSignedOrRoot(origin);
  if (who === undefined) return;
  const key = S.Key.get(ctx);
  ensure(key === who, E.RequireSudo, { actual: who, required: key });
}

/** How an inner call ended, as events tell it. */
function outcomeOf(result: DispatchResult): { readonly type: 'Ok' } | { readonly type: 'Err'; readonly value: DispatchError } {
  return result.ok ? { type: 'Ok' } : { type: 'Err', value: result.error };
}

/** Every call refuses RequireSudo. What the inner call refuses stands in the event; the outer call succeeds. */
export const calls = bindCalls(sudo, {
  sudo(ctx, origin, { call }) {
    ensureSudo(ctx, origin);
    ctx.deposit(Ev.Sudid({ sudo_result: outcomeOf(ctx.dispatchBypassFilter(call, ROOT)) }));
    return FREE;
  },

  /** As `sudo`; the caller states the weight. */
  sudo_unchecked_weight(ctx, origin, { call }) {
    ensureSudo(ctx, origin);
    ctx.deposit(Ev.Sudid({ sudo_result: outcomeOf(ctx.dispatchBypassFilter(call, ROOT)) }));
    return FREE;
  },

  /** refuses CannotLookup */
  set_key(ctx, origin, args) {
    ensureSudo(ctx, origin);
    const key = lookup(args.new);
    ctx.deposit(Ev.KeyChanged({ old: S.Key.get(ctx), new: key }));
    S.Key.set(ctx, key);
    return FREE;
  },

  /** Neither filters nor guards hold back what is done in another's name. refuses CannotLookup */
  sudo_as(ctx, origin, { who, call }) {
    ensureSudo(ctx, origin);
    const signer = lookup(who);
    ctx.deposit(Ev.SudoAsDone({ sudo_result: outcomeOf(ctx.dispatchBypassFilter(call, signed(signer))) }));
    return FREE;
  },

  /** Nobody holds the key afterwards, for good. */
  remove_key(ctx, origin) {
    ensureSudo(ctx, origin);
    ctx.deposit(Ev.KeyRemoved());
    S.Key.remove(ctx);
    return FREE;
  },
});
