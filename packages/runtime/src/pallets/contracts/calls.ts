/**
 * No contract is executed on this chain, so none is ever stored: what upstream answers when a contract or a code is not there is all that can
 * come of these calls. Code is never accepted; that is the one place where upstream, given valid code, would answer otherwise.
 *
 * source: pallet-contracts 41.0.0, lib.rs, dispatchables
 */

import { contracts } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { refuse, type Refusal } from '@taonet/primitives';
import { callOnly, instantiate, migrateNothing } from '../../weights/contracts.ts';
import type { WeightRow } from '../../weights/weightRow.ts';
import { lookup } from '../system/lookup.ts';
import { E } from './pallet.ts';

/** Ends a call that bought gas and used none of it. */
function refuseUnused(ctx: CallCtx, row: WeightRow, args: object, refusal: Refusal, facts: Readonly<Record<string, string | number>>): never {
  ctx.postInfoIfRefused({ actualWeight: row(args as Readonly<Record<string, unknown>>, ctx).weight });
  return refuse(refusal, facts);
}

interface Called { readonly dest: Parameters<typeof lookup>[0] }
interface WithCode { readonly code: Uint8Array }
interface ByHash { readonly code_hash: string }

function callNobody(ctx: CallCtx, origin: Origin, args: Called): never {
  ensureSigned(origin);
  return refuseUnused(ctx, callOnly, args, E.ContractNotFound, { account: lookup(args.dest) });
}

function instantiateUnaccepted(_: CallCtx, origin: Origin, args: WithCode): never {
  ensureSigned(origin);
  // The code is looked at before gas is counted: all that was bought is paid.
  return refuse(E.CodeRejected, { code: args.code.length });
}

function instantiateUnknown(ctx: CallCtx, origin: Origin, args: ByHash): never {
  ensureSigned(origin);
  return refuseUnused(ctx, instantiate, args, E.CodeNotFound, { hash: args.code_hash });
}

export const calls = bindCalls(contracts, {
  call: callNobody,
  call_old_weight: callNobody,
  instantiate_with_code: instantiateUnaccepted,
  instantiate_with_code_old_weight: instantiateUnaccepted,
  instantiate: instantiateUnknown,
  instantiate_old_weight: instantiateUnknown,

  upload_code(_, origin, { code }) {
    ensureSigned(origin);
    refuse(E.CodeRejected, { code: code.length });
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
    refuseUnused(ctx, migrateNothing, args, E.NoMigrationPerformed, { weightLimit: String(args.weight_limit.ref_time) });
  },
});
