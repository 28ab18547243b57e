/** A call as upstream's runtime carried it out, and the same call here. */

import { dispatchError } from '@taonet/abi';
import { encode } from '@taonet/codec';
import { actualPays, actualWeight, addWeight, BlockCtx, MemoryState, NONE, Overlay, signed, type StateRoots } from '@taonet/frame';
import { bytesToHex, hexToBytes, type Crypto } from '@taonet/primitives';
import { BASE_EXTRINSIC } from '../src/limits.ts';
import { createSpec } from '../src/spec.ts';

/** What came of it: ApplyExtrinsicResult, the DispatchEventInfo, changed keys (null = removed), events of the call itself. */
export interface GoldenOutcome {
  readonly apply: string;
  readonly dispatched: { readonly refTime: string; readonly proofSize: string; readonly class: string; readonly paysFee: string };
  readonly writes: Readonly<Record<string, string | null>>;
  readonly events: readonly string[];
}

export interface GoldenCall extends GoldenOutcome {
  readonly from: string;
  readonly label: string;
  readonly fast: boolean;
  /** null: no signer. */
  readonly signer: string | null;
  readonly call: string;
  /** All that the call reads and that is there. */
  readonly before: Readonly<Record<string, string>>;
  /** Keys that something else changed later in the block. */
  readonly changedAgain?: readonly string[];
}

const NO_ROOTS: StateRoots = { rootOf: () => '' };

export function createGoldenCtx(golden: GoldenCall, crypto: Crypto): BlockCtx {
  const spec = createSpec({ fast: golden.fast, powFaucet: false }, crypto);
  const state = new MemoryState(Object.entries(golden.before).map(([key, value]) => [key, hexToBytes(value)]));
  return new BlockCtx(spec, new Overlay(state), NO_ROOTS);
}

/** Carries the call out on the state it was carried out on. */
export function replayGoldenCall(golden: GoldenCall, crypto: Crypto): GoldenOutcome {
  const ctx = createGoldenCtx(golden, crypto);
  const call = ctx.decodeCall(hexToBytes(golden.call))!;
  const info = ctx.dispatchInfo(call);
  const result = ctx.dispatch(call, golden.signer === null ? NONE : signed(golden.signer));
  const weight = addWeight(actualWeight(info, result.post), BASE_EXTRINSIC);
  const writes: Record<string, string | null> = {};
  for (const [key, change] of ctx.state.changes()) {
    const value = change === null ? null : bytesToHex(change);
    if (value !== (golden.before[key] ?? null) && golden.changedAgain?.includes(key) !== true) writes[key] = value;
  }
  return {
    apply: result.ok ? '0000' : `0001${bytesToHex(encode(dispatchError, result.error))}`,
    dispatched: {
      refTime: String(weight.refTime), proofSize: String(weight.proofSize), class: info.class, paysFee: actualPays(info, result.post) ? 'Yes' : 'No',
    },
    writes,
    events: ctx.events.records.map(({ event }) => bytesToHex(event)),
  };
}
