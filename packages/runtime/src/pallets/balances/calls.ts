import { balances } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned, type Ctx } from '@taonet/frame';
import { ensure, U64_MAX } from '@taonet/primitives';
import { lookup } from '../system/lookup.ts';
import { ensureUpgraded, mutateAccountDroppingDust, saturatingAddU64, saturatingSub } from './account.ts';
import { burnFrom } from './issue.ts';
import { E, Ev, S } from './pallet.ts';
import { unreserve } from './reserve.ts';
import { transfer, transferAll } from './transfer.ts';
import { EXISTENTIAL_DEPOSIT } from './words.ts';

/** From this share of upgraded accounts on `upgrade_accounts` is free. */
const UPGRADED_PERCENT = 90;

/** Amounts in rao. source: pallet-balances 42.0.0, lib.rs */
export const calls = bindCalls(balances, {
  transfer_allow_death(ctx, origin, { dest, value }) {
    transfer(ctx, ensureSigned(origin), lookup(dest), value, 'Expendable');
  },

  force_transfer(ctx, origin, { source, dest, value }) {
    ensureRoot(origin);
    const from = lookup(source);
    transfer(ctx, from, lookup(dest), value, 'Expendable');
  },

  transfer_keep_alive(ctx, origin, { dest, value }) {
    transfer(ctx, ensureSigned(origin), lookup(dest), value, 'Preserve');
  },

  transfer_all(ctx, origin, { dest, keep_alive }) {
    transferAll(ctx, ensureSigned(origin), lookup(dest), keep_alive ? 'Preserve' : 'Expendable');
  },

  force_unreserve(ctx, origin, { who, amount }) {
    ensureRoot(origin);
    unreserve(ctx, lookup(who), amount);
  },

  upgrade_accounts(ctx, origin, { who }) {
    ensureSigned(origin);
    if (who.length === 0) return { paysFee: true };
    const upgraded = who.filter((one) => ensureUpgraded(ctx, one)).length;
    return { paysFee: upgraded * 100 < who.length * UPGRADED_PERCENT };
  },

  force_set_balance(ctx, origin, { who, new_free }) {
    ensureRoot(origin);
    const account = lookup(who);
    const free = new_free < EXISTENTIAL_DEPOSIT ? 0n : new_free;
    let before = 0n;
    mutateAccountDroppingDust(ctx, account, (data) => {
      before = data.free;
      return { ...data, free };
    });
    adjustIssuance(ctx, before, free);
    ctx.deposit(Ev.BalanceSet({ who: account, free }));
  },

  force_adjust_total_issuance(ctx, origin, { direction, delta }) {
    ensureRoot(origin);
    ensure(delta > 0n, E.DeltaZero, { actual: delta, required: 1n });
    const old = S.TotalIssuance.get(ctx);
    const changed = direction === 'Increase' ? saturatingAddU64(old, delta) : saturatingSub(old, delta);
    const inactive = S.InactiveIssuance.get(ctx);
    ensure(inactive <= changed, E.IssuanceDeactivated, { actual: changed, required: inactive });
    S.TotalIssuance.set(ctx, changed);
    ctx.deposit(Ev.TotalIssuanceForced({ old, new: changed }));
  },

  burn(ctx, origin, { value, keep_alive }) {
    burnFrom(ctx, ensureSigned(origin), value, { precision: 'Exact', preservation: keep_alive ? 'Preserve' : 'Expendable', fortitude: 'Polite' });
  },
});

/** Brings the total issuance after a free balance that was set by force. Events Issued, Rescinded. */
function adjustIssuance(ctx: Ctx, before: bigint, after: bigint): void {
  if (after === before) return;
  const issued = S.TotalIssuance.get(ctx) + after - before;
  S.TotalIssuance.set(ctx, issued < 0n ? 0n : issued > U64_MAX ? U64_MAX : issued);
  ctx.deposit(after > before ? Ev.Issued({ amount: after - before }) : Ev.Rescinded({ amount: before - after }));
}
