/** Calls of Crowdloan, leases, LimitOrders, Drand, EVM, BaseFee and Grandpa in upstream's block scenarios. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { baseFee, crowdloan, drand, limitOrders } from '@taonet/abi';
import { createCrypto } from '@taonet/crypto';
import type { Invalidity} from '@taonet/primitives';
import { hexToBytes, U64_MAX, type Crypto } from '@taonet/primitives';
import { beforeAll, describe, expect, it } from 'vitest';
import { S as Drand } from '../src/pallets/drand/pallet.ts';
import { validateUnsigned } from '../src/pallets/drand/validateUnsigned.ts';
import { createGoldenCtx, replayGoldenCall, type GoldenCall } from './goldenCall.ts';

const FILE = new URL('../../../fixtures/runtime/palletCalls-2.json.gz', import.meta.url);
const { calls } = JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8')) as { calls: readonly GoldenCall[] };

let crypto: Crypto;
beforeAll(async () => {
  crypto = await createCrypto();
});

describe('upstream\'s calls', () => {
  it.each(calls.map((call, i) => ({ ...call, i })))('$i $label, $from', (golden) => {
    const { apply, dispatched, writes, events } = golden;
    expect(replayGoldenCall(golden, crypto)).toEqual({ apply, dispatched, writes, events });
  });

  it('are all the calls of these pallets', () => {
    const seen = new Set(calls.flatMap(({ label }) => label.match(/\w+\.\w+/g) ?? []));
    for (const { name, calls: declared } of [baseFee, crowdloan, drand, limitOrders]) {
      for (const call of Object.keys(declared)) expect(seen.has(`${name}.${call}`), `${name}.${call}`).toBe(true);
    }
    for (const call of ['register_leased_network', 'terminate_lease']) expect(seen.has(`SubtensorModule.${call}`), call).toBe(true);
  });
});

describe('a pulse without signer', () => {
  const golden = calls.find(({ label, signer }) => label === 'Drand.write_pulse' && signer === null)!;
  const validate = (change: (ctx: ReturnType<typeof createGoldenCtx>, call: { value?: unknown }) => unknown = () => undefined): unknown => {
    const ctx = createGoldenCtx(golden, crypto);
    const { value: call } = ctx.decodeCall(hexToBytes(golden.call))!;
    const changed = (change(ctx, call) ?? call) as typeof call;
    try {
      return validateUnsigned(ctx, 'External', changed);
    } catch (error) {
      return (error as Invalidity).error;
    }
  };
  type Args = { readonly pulses_payload: { readonly pulses: readonly unknown[]; readonly block_number: number }; readonly signature: unknown };
  const withArgs = (change: (args: Args) => unknown) => (_ctx: unknown, call: { value?: unknown }) => ({ type: 'write_pulse', value: change(call.value as Args) });

  it('behavior: lower rounds first, for three blocks, not passed on', () => {
    // As upstream's TaggedTransactionQueue answered for this extrinsic.
    const tag = hexToBytes('4c4472616e644f6666636861696e576f726b6572de4d62bafbeaee3a9c4cac26c887b2bacd9cee02f87e36ac39a1f3493f8238c2');
    expect(validate()).toEqual({ priority: U64_MAX, provides: [tag], longevity: 3n, propagate: false });
  });

  it.each([
    { why: 'nobody signed', change: withArgs((args) => ({ ...args, signature: undefined })), invalid: 'BadSigner' },
    { why: 'something else was signed', change: withArgs((args) => ({ ...args, pulses_payload: { ...args.pulses_payload, block_number: 50 } })), invalid: 'BadProof' },
    { why: 'the round is stored', change: (ctx: ReturnType<typeof createGoldenCtx>) => { Drand.LastStoredRound.set(ctx, 1_000n); }, invalid: 'Stale' },
    { why: 'the next one is awaited later', change: (ctx: ReturnType<typeof createGoldenCtx>) => { Drand.NextUnsignedAt.set(ctx, 53); }, invalid: 'Stale' },
    { why: 'another call', change: () => ({ type: 'set_oldest_stored_round', value: { oldest_round: 1n } }), invalid: 'Call' },
  ])('refuses: $why', ({ change, invalid }) => {
    expect(validate(change as never)).toEqual({ invalid });
  });
});
