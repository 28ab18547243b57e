/**
 * No contract is executed on this chain, so none is ever stored: what upstream answers when a contract or a code is not there is all that can
 * come of these calls. Code is never accepted; that is the one place where upstream, given valid code, would answer otherwise.
 *
 * source: pallet-contracts 41.0.0, lib.rs, dispatchables
 */

import { contracts } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned, ensureSignedOrRoot, type CallCtx, type Origin } from '@taonet/frame';
import { ensure, refuse, type AccountId } from '@taonet/primitives';
import { callOnly, instantiate, migrateNothing } from '../../weights/contracts.ts';
import type { WeightRow } from '../../weights/weightRow.ts';
import { saturatingSub } from '../balances/account.ts';
import { reducibleBalance } from '../balances/inspect.ts';
import { EXISTENTIAL_DEPOSIT } from '../balances/words.ts';
import { lookup } from '../system/lookup.ts';
import { C, E } from './pallet.ts';

/** A refusal from here on pays for `row`: gas was bought and none of it used. */
function payOnly(ctx: CallCtx, row: WeightRow, args: object): void {
  ctx.postInfoIfRefused({ actualWeight: row(args as Readonly<Record<string, unknown>>, ctx).weight });
}

interface Called {
  readonly dest: Parameters<typeof lookup>[0];
  readonly value: bigint;
  readonly storage_deposit_limit: bigint | undefined;
}
interface WithCode { readonly code: Uint8Array }
interface ByHash { readonly code_hash: string }

/** A stated limit must be there, beside the value and twice the existential deposit. source: storage/meter.rs, check_limit */
function ensureDepositLimit(ctx: CallCtx, who: AccountId, { value, storage_deposit_limit: limit }: Called): void {
  if (limit === undefined) return;
  const most = saturatingSub(saturatingSub(reducibleBalance(ctx, who, 'Preserve'), value), EXISTENTIAL_DEPOSIT);
  ensure(limit <= most, E.StorageDepositNotEnoughFunds, { who, actual: most, required: limit });
}

/** Root may call contracts, and pays no deposit. */
function callNobody(ctx: CallCtx, origin: Origin, args: Called): never {
  const who = ensureSignedOrRoot(origin);
  const account = lookup(args.dest);
  payOnly(ctx, callOnly, args);
  if (who !== undefined) ensureDepositLimit(ctx, who, args);
  return refuse(E.ContractNotFound, { account });
}

function rejectCode(ctx: CallCtx, code: Uint8Array): never {
  ensure(code.length <= C.MaxCodeLen(ctx), E.CodeTooLarge, { actual: code.length, required: C.MaxCodeLen(ctx) });
  return refuse(E.CodeRejected, { code: code.length });
}

/** The code is looked at before gas is counted: all that was bought is paid. */
function instantiateUnaccepted(ctx: CallCtx, origin: Origin, { code }: WithCode): never {
  ensureSigned(origin);
  return rejectCode(ctx, code);
}

function instantiateUnknown(ctx: CallCtx, origin: Origin, args: ByHash): never {
  ensureSigned(origin);
  payOnly(ctx, instantiate, args);
  return refuse(E.CodeNotFound, { hash: args.code_hash });
}

export const calls = bindCalls(contracts, {
  call: callNobody,
  call_old_weight: callNobody,
  instantiate_with_code: instantiateUnaccepted,
  instantiate_with_code_old_weight: instantiateUnaccepted,
  instantiate: instantiateUnknown,
  instantiate_old_weight: instantiateUnknown,

  upload_code(ctx, origin, { code }) {
    ensureSigned(origin);
    rejectCode(ctx, code);
  },

  remove_code(_, origin, { code_hash }) {
    ensureSigned(origin);
    refuse(E.CodeNotFound, { hash: code_hash });
  },

  set_code(_, origin, { dest }) {
    ensureRoot(origin);
    refuse(E.ContractNotFound, { account: lookup(dest) });
  },

  migrate(ctx, origin, args) {
    ensureSigned(origin);
    payOnly(ctx, migrateNothing, args);
    refuse(E.NoMigrationPerformed, { weightLimit: String(args.weight_limit.ref_time) });
  },
});
