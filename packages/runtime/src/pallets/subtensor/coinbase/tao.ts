/**
 * Every way TAO moves in this pallet: between accounts, into and out of subnet accounts, made and taken out of existence.
 * The pallet keeps its own total issuance beside the one of Balances; each function says when it touches it.
 *
 * source: pallets/subtensor/src/coinbase/tao.rs @ 14bc6f9
 */

import { inLayer, type Ctx, type StateCtx } from '@taonet/frame';
import { bytesToHex, ensure, refuse, saturatingAddU64, saturatingSubU64, utf8ToBytes, type AccountId, type NetUid, type Refusal } from '@taonet/primitives';
import { getTotalIssuance, reducibleBalance } from '../../balances/inspect.ts';
import { dropCredit, issue, resolve, withdraw } from '../../balances/issue.ts';
import { transfer } from '../../balances/transfer.ts';
import { E, S } from '../pallet.ts';
import { getSubnetAccountId } from '../subnets/subnetwork.ts';

/** Hard limit of all TAO, rao. */
export const MAX_TAO_ISSUANCE = 21_000_000_000_000_000n;

/** Account id of pallet id `burntnsr`: what is sent there is lost for good. */
export const BURN_ACCOUNT: AccountId = bytesToHex(utf8ToBytes('modlburntnsr')).padEnd(64, '0');

/** All TAO of the coldkey that a transfer could take, the existential deposit included. source: get_coldkey_balance */
export function getColdkeyBalance(ctx: StateCtx, coldkey: AccountId): bigint {
  return reducibleBalance(ctx, coldkey, 'Expendable');
}

/** What the coldkey can spend and live on. source: get_keep_alive_balance */
export function getKeepAliveBalance(ctx: StateCtx, coldkey: AccountId): bigint {
  return reducibleBalance(ctx, coldkey, 'Preserve');
}

/** Refuses unless the coldkey has `amount`. source: can_remove_balance_from_coldkey_account */
export function ensureCanRemoveBalance(ctx: StateCtx, coldkey: AccountId, amount: bigint, refusal: Refusal): void {
  const free = getColdkeyBalance(ctx, coldkey);
  ensure(amount <= free, refusal, { coldkey, actual: free, required: amount });
}

/**
 * Moves `amount`; an account left with dust dies, and the dust leaves both issuances.
 *
 * refuses what `transfer` of Balances refuses
 * source: transfer_allow_death_update_ti
 */
function transferAllowDeathUpdateTi(ctx: Ctx, from: AccountId, to: AccountId, amount: bigint): void {
  const before = getTotalIssuance(ctx);
  transfer(ctx, from, to, amount, 'Expendable');
  const after = getTotalIssuance(ctx);
  if (after < before) S.TotalIssuance.mutate(ctx, (total) => saturatingSubU64(total, before - after));
}

/**
 * Moves TAO between two accounts; may reap the first.
 *
 * refuses InsufficientBalance, and what Balances refuses
 * source: transfer_tao
 */
export function transferTao(ctx: Ctx, from: AccountId, to: AccountId, amount: bigint): void {
  const free = getColdkeyBalance(ctx, from);
  ensure(amount <= free, E.InsufficientBalance, { coldkey: from, actual: free, required: amount });
  transferAllowDeathUpdateTi(ctx, from, to, amount);
}

/** Moves all TAO that can be moved and reaps the account. source: transfer_all_tao_and_kill */
export function transferAllTaoAndKill(ctx: Ctx, from: AccountId, to: AccountId): void {
  const amount = getColdkeyBalance(ctx, from);
  if (amount !== 0n) transferAllowDeathUpdateTi(ctx, from, to, amount);
}

/**
 * Moves TAO of a coldkey to a subnet's account and keeps the coldkey alive: of a full balance the existential deposit stays.
 *
 * returns: rao moved · refuses SubnetNotExists, InsufficientBalance
 * source: transfer_tao_to_subnet
 */
export function transferTaoToSubnet(ctx: Ctx, netuid: NetUid, from: AccountId, amount: bigint): bigint {
  if (amount === 0n) return 0n;
  const account = getSubnetAccountId(ctx, netuid) ?? refuse(E.SubnetNotExists, { netuid });
  const spendable = getKeepAliveBalance(ctx, from);
  const moved = amount < spendable ? amount : spendable;
  ensure(moved !== 0n, E.InsufficientBalance, { coldkey: from, actual: spendable, required: 1n });
  transfer(ctx, from, account, moved, 'Preserve');
  return moved;
}

/**
 * Pays TAO out of a subnet's account.
 *
 * refuses SubnetNotExists, InsufficientBalance
 * source: transfer_tao_from_subnet
 */
export function transferTaoFromSubnet(ctx: Ctx, netuid: NetUid, to: AccountId, amount: bigint): void {
  const account = getSubnetAccountId(ctx, netuid) ?? refuse(E.SubnetNotExists, { netuid });
  transferTao(ctx, account, to, amount);
}

/** Sends TAO where nobody can spend it; neither issuance falls. source: burn_tao */
export function burnTao(ctx: Ctx, from: AccountId, amount: bigint): void {
  transferTao(ctx, from, BURN_ACCOUNT, amount);
}

/**
 * Takes TAO out of existence, so that it can be issued again. The account lives on. The withdrawn TAO also leaves Balances' issuance.
 *
 * refuses InsufficientBalance, BalanceWithdrawalError
 * source: recycle_tao
 */
export function recycleTao(ctx: Ctx, coldkey: AccountId, amount: bigint): void {
  const spendable = getKeepAliveBalance(ctx, coldkey);
  ensure(amount <= spendable, E.InsufficientBalance, { coldkey, actual: spendable, required: amount });
  S.TotalIssuance.mutate(ctx, (total) => saturatingSubU64(total, amount));
  const outcome = inLayer(ctx, () => withdraw(ctx, coldkey, amount, { precision: 'Exact', preservation: 'Expendable', fortitude: 'Force' }));
  if ('refusal' in outcome) refuse(E.BalanceWithdrawalError, { coldkey, actual: spendable, required: amount });
  dropCredit(ctx, outcome.ok);
}

/**
 * Makes TAO, at most up to 21 million in Balances. Both issuances rise; event Issued.
 *
 * returns: the credit in rao, to be used up by `spendTao` and `recycleCredit`
 * source: mint_tao
 */
export function mintTao(ctx: Ctx, amount: bigint): bigint {
  const remaining = saturatingSubU64(MAX_TAO_ISSUANCE, getTotalIssuance(ctx));
  const issued = amount < remaining ? amount : remaining;
  S.TotalIssuance.mutate(ctx, (total) => saturatingAddU64(total, issued));
  return issue(ctx, issued);
}

/** A credit after a try to spend part of it: `spent` tells whether the part went to the account. */
export interface SpentCredit {
  readonly spent: boolean;
  readonly credit: bigint;
}

/** Puts `part` of the credit into the account; when that is impossible the credit stays whole. source: spend_tao */
export function spendTao(ctx: Ctx, account: AccountId, credit: bigint, part: bigint): SpentCredit {
  if (credit < part || !resolve(ctx, account, part)) return { spent: false, credit };
  return { spent: true, credit: credit - part };
}

/** Takes what is left of a credit out of both issuances; no event. source: recycle_credit */
export function recycleCredit(ctx: StateCtx, credit: bigint): void {
  if (credit === 0n) return;
  S.TotalIssuance.mutate(ctx, (total) => saturatingSubU64(total, credit));
  dropCredit(ctx, credit);
}
