/** Every Proxy, Multisig, Preimage, Scheduler, Commitments and SafeMode call of upstream's block scenarios: result, weight, fee flag, events, changed keys. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { commitments, dispatchError, multisig, preimage, proxy, safeMode, scheduler } from '@taonet/abi';
import { encode } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { actualPays, actualWeight, addWeight, BlockCtx, MemoryState, Overlay, signed, type StateRoots } from '@taonet/frame';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { BASE_EXTRINSIC } from '../src/limits.ts';
import { createSpec } from '../src/spec.ts';

interface Recorded {
  readonly from: string;
  readonly fast: boolean;
  /** All that is read and that is there. */
  readonly before: Readonly<Record<string, string>>;
  /** Upstream's values after the block, null for removed keys. */
  readonly writes: Readonly<Record<string, string | null>>;
  /** Keys that something else changed later in the block. */
  readonly changedAgain?: readonly string[];
  readonly events: readonly string[];
}

interface CallVector extends Recorded {
  readonly label: string;
  readonly signer: string;
  readonly call: string;
  /** Upstream's ApplyExtrinsicResult. */
  readonly apply: string;
  /** Upstream's DispatchEventInfo. */
  readonly dispatched: { readonly refTime: string; readonly proofSize: string; readonly class: string; readonly paysFee: string };
}

interface HookVector extends Recorded {
  readonly pallet: string;
  readonly block: number;
  readonly weight: { readonly refTime: string; readonly proofSize: string };
}

const FILE = new URL('../../../fixtures/runtime/palletCalls-1.json.gz', import.meta.url);
const { calls, hooks } = JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8')) as { calls: readonly CallVector[]; hooks: readonly HookVector[] };
const NO_ROOTS: StateRoots = { rootOf: () => '' };
const crypto = await createCrypto();

function open({ fast, before }: Recorded) {
  const spec = createSpec({ fast, powFaucet: false }, crypto);
  const state = new MemoryState(Object.entries(before).map(([key, value]) => [key, hexToBytes(value)]));
  return { spec, ctx: new BlockCtx(spec, new Overlay(state), NO_ROOTS) };
}

function expectChanges(ctx: BlockCtx, { before, writes, changedAgain, events }: Recorded): void {
  expect(ctx.events.records.map(({ event }) => bytesToHex(event))).toEqual(events);
  const changed: Record<string, string | null> = {};
  for (const [key, change] of ctx.state.changes()) {
    const value = change === null ? null : bytesToHex(change);
    if (value !== (before[key] ?? null) && !changedAgain?.includes(key)) changed[key] = value;
  }
  expect(changed).toEqual(writes);
}

describe('upstream\'s calls', () => {
  it.each(calls.map((vector, i) => ({ ...vector, i })))('$i $label, $from', (vector) => {
    const { ctx } = open(vector);
    const call = ctx.decodeCall(hexToBytes(vector.call))!;
    const info = ctx.dispatchInfo(call);
    const result = ctx.dispatch(call, signed(vector.signer));
    expect(result.ok ? '0000' : `0001${bytesToHex(encode(dispatchError, result.error))}`).toBe(vector.apply);
    const weight = addWeight(actualWeight(info, result.post), BASE_EXTRINSIC);
    expect({
      refTime: String(weight.refTime), proofSize: String(weight.proofSize), class: info.class, paysFee: actualPays(info, result.post) ? 'Yes' : 'No',
    }).toEqual(vector.dispatched);
    expectChanges(ctx, vector);
  });

  it('are all the calls these pallets have', () => {
    const seen = new Set(calls.flatMap(({ label }) => label.match(/\w+\.\w+/g) ?? []));
    for (const { name, calls: declared } of [proxy, multisig, preimage, scheduler, commitments, safeMode]) {
      for (const call of Object.keys(declared)) expect(seen.has(`${name}.${call}`), `${name}.${call}`).toBe(true);
    }
  });
});

describe('upstream\'s queue of scheduled calls', () => {
  it.each(hooks)('$pallet, $from', (vector) => {
    const { spec, ctx } = open(vector);
    const weight = spec.pallets.find(({ name }) => name === vector.pallet)!.hooks.onInitialize!(ctx, vector.block)!;
    expect({ refTime: String(weight.refTime), proofSize: String(weight.proofSize) }).toEqual(vector.weight);
    expectChanges(ctx, vector);
  });
});
