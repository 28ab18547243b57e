/** Every AdminUtils, Sudo and Utility call of upstream's block scenarios: result, weight, fee flag, events, changed keys. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { adminUtils, dispatchError, sudo, utility } from '@taonet/abi';
import { encode } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { actualPays, actualWeight, addWeight, BlockCtx, MemoryState, Overlay, signed, type StateRoots } from '@taonet/frame';
import { bytesToHex, hexToBytes, type Crypto } from '@taonet/primitives';
import { beforeAll, describe, expect, it } from 'vitest';
import { BASE_EXTRINSIC } from '../src/limits.ts';
import { createSpec } from '../src/spec.ts';

interface Vector {
  readonly from: string;
  readonly label: string;
  readonly fast: boolean;
  readonly signer: string;
  readonly call: string;
  /** All that the call reads and that is there. */
  readonly before: Readonly<Record<string, string>>;
  /** Upstream's ApplyExtrinsicResult. */
  readonly apply: string;
  /** Upstream's DispatchEventInfo. */
  readonly dispatched: { readonly refTime: string; readonly proofSize: string; readonly class: string; readonly paysFee: string };
  /** Upstream's values after the block, null for removed keys. */
  readonly writes: Readonly<Record<string, string | null>>;
  /** Keys that something else changed later in the block. */
  readonly changedAgain?: readonly string[];
  readonly events: readonly string[];
}

const FILE = new URL('../../../fixtures/runtime/admin-calls.json.gz', import.meta.url);
const { vectors } = JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8')) as { vectors: readonly Vector[] };
const NO_ROOTS: StateRoots = { rootOf: () => '' };

let crypto: Crypto;
beforeAll(async () => {
  crypto = await createCrypto();
});

describe('upstream\'s calls', () => {
  it.each(vectors.map((vector, i) => ({ ...vector, i })))('$i $label, $from', (vector) => {
    const spec = createSpec({ fast: vector.fast, powFaucet: false }, crypto);
    const state = new MemoryState(Object.entries(vector.before).map(([key, value]) => [key, hexToBytes(value)]));
    const ctx = new BlockCtx(spec, new Overlay(state), NO_ROOTS);
    const call = ctx.decodeCall(hexToBytes(vector.call))!;
    const info = ctx.dispatchInfo(call);
    const result = ctx.dispatch(call, signed(vector.signer));

    expect(result.ok ? '0000' : `0001${bytesToHex(encode(dispatchError, result.error))}`).toBe(vector.apply);
    expect(ctx.events.records.map(({ event }) => bytesToHex(event))).toEqual(vector.events);
    const weight = addWeight(actualWeight(info, result.post), BASE_EXTRINSIC);
    expect({
      refTime: String(weight.refTime), proofSize: String(weight.proofSize), class: info.class, paysFee: actualPays(info, result.post) ? 'Yes' : 'No',
    }).toEqual(vector.dispatched);

    const changed: Record<string, string | null> = {};
    for (const [key, change] of ctx.state.changes()) {
      const value = change === null ? null : bytesToHex(change);
      if (value !== (vector.before[key] ?? null) && !vector.changedAgain?.includes(key)) changed[key] = value;
    }
    expect(changed).toEqual(vector.writes);
  });

  it('are all the calls these pallets have', () => {
    const seen = new Set(vectors.flatMap(({ label }) => label.match(/(?:AdminUtils|Sudo|Utility)\.\w+/g) ?? []));
    for (const { name, calls } of [adminUtils, sudo, utility]) {
      for (const [call, decl] of Object.entries(calls)) if (!('onlyIn' in decl)) expect(seen.has(`${name}.${call}`), `${name}.${call}`).toBe(true);
    }
  });
});
