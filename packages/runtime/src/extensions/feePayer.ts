/**
 * Who pays for a transaction: its signer, or an account that lets its proxy act at its own cost.
 *
 * source: runtime/src/transaction_payment_wrapper.rs @ 14bc6f9
 */

import type { MultiAddress } from '@taonet/abi';
import type { RuntimeCall, StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { S as Proxy } from '../pallets/proxy/pallet.ts';
import { tryLookup } from '../pallets/system/lookup.ts';

interface ProxyCall {
  readonly real: AccountId;
  readonly call: RuntimeCall;
}

const BATCHES: ReadonlySet<string> = new Set(['batch', 'batch_all', 'force_batch']);

function asProxyCall(call: RuntimeCall): ProxyCall | undefined {
  if (call.type !== 'Proxy' || call.value.type !== 'proxy') return undefined;
  const args = call.value.value as { readonly real: MultiAddress; readonly call: RuntimeCall };
  const real = tryLookup(args.real);
  return real === undefined ? undefined : { real, call: args.call };
}

const paysFor = (ctx: StateCtx, real: AccountId, delegate: AccountId): boolean => Proxy.RealPaysFee.has(ctx, real, delegate);

/** The account that pays in the signer's place; the signer itself when there is none. */
export function getFeePayer(ctx: StateCtx, signer: AccountId, call: RuntimeCall): AccountId {
  const outer = asProxyCall(call);
  if (outer === undefined || !paysFor(ctx, outer.real, signer)) return signer;
  return innerPayer(ctx, outer) ?? batchPayer(ctx, outer) ?? outer.real;
}

/** A proxy of a proxy: the account behind may pay for the one in front. */
function innerPayer(ctx: StateCtx, outer: ProxyCall): AccountId | undefined {
  const inner = asProxyCall(outer.call);
  return inner !== undefined && paysFor(ctx, inner.real, outer.real) ? inner.real : undefined;
}

/** A batch whose calls all are for one account. */
function batchPayer(ctx: StateCtx, outer: ProxyCall): AccountId | undefined {
  if (outer.call.type !== 'Utility' || !BATCHES.has(outer.call.value.type)) return undefined;
  const { calls } = outer.call.value.value as { readonly calls: readonly RuntimeCall[] };
  const first = calls[0] === undefined ? undefined : asProxyCall(calls[0]);
  if (first === undefined || !paysFor(ctx, first.real, outer.real)) return undefined;
  return calls.every((call) => asProxyCall(call)?.real === first.real) ? first.real : undefined;
}
