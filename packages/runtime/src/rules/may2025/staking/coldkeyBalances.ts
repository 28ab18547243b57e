/**
 * How May 2025 took TAO from coldkeys and gave it back: taken TAO leaves the issuance of Balances, TAO given comes into it anew.
 * The pallet's own TotalIssuance changes by `burnTokens` and `issueTokens` alone.
 *
 * source: pallets/subtensor/src/staking/helpers.rs, utils/misc.rs @ 1b0c63a
 */

import { inLayer, type Ctx, type StateCtx } from '@taonet/frame';
import { ensure, refuse, saturatingAddU64, saturatingSubU64, type AccountId } from '@taonet/primitives';
import type { DecreaseTerms } from '../../../pallets/balances/change.ts';
import { ensureCanWithdraw } from '../../../pallets/balances/inspect.ts';
import { depositInto, dropCredit, withdraw } from '../../../pallets/balances/issue.ts';
import { S as Balances } from '../../../pallets/balances/pallet.ts';
import { getColdkeyBalance } from '../../../pallets/subtensor/coinbase/tao.ts';
import { E, S } from '../../../pallets/subtensor/pallet.ts';

export { getColdkeyBalance } from '../../../pallets/subtensor/coinbase/tao.ts';

/** Gives rao; nothing to an account that would stay below the existential deposit. Event Deposit. source: add_balance_to_coldkey_account */
export function addBalanceToColdkeyAccount(ctx: Ctx, coldkey: AccountId, rao: bigint): void {
  const added = depositInto(ctx, coldkey, rao, 'BestEffort');
  Balances.TotalIssuance.mutate(ctx, (total) => saturatingAddU64(total, added));
}

/** Whether the coldkey has so much, though it may die of it. source: can_remove_balance_from_coldkey_account */
export function canRemoveBalanceFromColdkeyAccount(ctx: StateCtx, coldkey: AccountId, rao: bigint): boolean {
  return rao <= getColdkeyBalance(ctx, coldkey) && 'ok' in inLayer(ctx, () => ensureCanWithdraw(ctx, coldkey, rao, false));
}

/**
 * Takes rao and keeps the coldkey alive: of a full balance the existential deposit stays. Event Withdraw.
 *
 * returns: rao taken · refuses BalanceWithdrawalError, ZeroBalanceAfterWithdrawn when nothing can be taken
 * source: remove_balance_from_coldkey_account
 */
export function removeBalanceFromColdkeyAccount(ctx: Ctx, coldkey: AccountId, rao: bigint): bigint {
  return take(ctx, coldkey, rao, { precision: 'BestEffort', preservation: 'Preserve', fortitude: 'Polite' });
}

/**
 * Takes exactly so much; the coldkey may die. Event Withdraw.
 *
 * returns: rao taken · refuses BalanceWithdrawalError, ZeroBalanceAfterWithdrawn
 * source: kill_coldkey_account
 */
export function killColdkeyAccount(ctx: Ctx, coldkey: AccountId, rao: bigint): bigint {
  return take(ctx, coldkey, rao, { precision: 'Exact', preservation: 'Expendable', fortitude: 'Force' });
}

function take(ctx: Ctx, coldkey: AccountId, rao: bigint, terms: DecreaseTerms): bigint {
  if (rao === 0n) return 0n;
  const outcome = inLayer(ctx, () => withdraw(ctx, coldkey, rao, terms));
  if ('refusal' in outcome) return refuse(E.BalanceWithdrawalError, { coldkey, actual: getColdkeyBalance(ctx, coldkey), required: rao });
  const taken = outcome.ok;
  ensure(taken !== 0n, E.ZeroBalanceAfterWithdrawn, { coldkey, actual: taken, required: rao });
  dropCredit(ctx, taken);
  return taken;
}

/** Takes rao out of the pallet's issuance: it will be emitted again. source: burn_tokens */
export function burnTokens(ctx: StateCtx, rao: bigint): void {
  S.TotalIssuance.set(ctx, saturatingSubU64(S.TotalIssuance.get(ctx), rao));
}

/** Counts new rao in the pallet's issuance. source: coinbase (of utils/misc.rs) */
export function issueTokens(ctx: StateCtx, rao: bigint): void {
  S.TotalIssuance.set(ctx, saturatingAddU64(S.TotalIssuance.get(ctx), rao));
}
