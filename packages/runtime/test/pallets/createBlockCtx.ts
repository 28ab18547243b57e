/** A block in the making on an otherwise empty chain, with all calls of the runtime. */

import { runtimeEvent } from '@taonet/abi';
import { decode } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { BlockCtx, MemoryState, Overlay, type DispatchResult, type Origin, type RuntimeCall } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { createSpec, type Spec } from '../../src/spec.ts';

const crypto = await createCrypto();
export const spec: Spec = createSpec({ fast: false, powFaucet: false }, crypto);

/** At block 1,000; everybody in `rich` has 10 TAO. */
export function createBlockCtx(...rich: readonly AccountId[]): BlockCtx {
  const ctx = new BlockCtx(spec, new Overlay(new MemoryState()), { rootOf: () => '' });
  System.Number.set(ctx, 1_000);
  for (const who of rich) mintInto(ctx, who, 10_000_000_000n);
  return ctx;
}

export const call = (type: string, name: string, value: object = {}): RuntimeCall => ({ type, value: { type: name, value } });
export const id = (value: AccountId) => ({ type: 'Id', value }) as const;

/** What comes of a call: `ok` or the name of its refusal. */
export function outcomeOf(ctx: BlockCtx, origin: Origin, inner: RuntimeCall): string {
  const result: DispatchResult = ctx.dispatch(inner, origin);
  return result.ok ? 'ok' : result.refusal.name;
}

/** The events that `work` deposits: `Pallet.Event`, with their fields. */
export function eventsOf(ctx: BlockCtx, work: () => void): { readonly name: string; readonly fields: unknown }[] {
  const before = ctx.events.records.length;
  work();
  return ctx.events.records.slice(before).map(({ event }) => {
    const { type, value } = decode(runtimeEvent, event) as { readonly type: string; readonly value: { readonly type: string; readonly value?: unknown } };
    return { name: `${type}.${value.type}`, fields: value.value };
  });
}
