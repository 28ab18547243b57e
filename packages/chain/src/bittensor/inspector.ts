/** Looks into the Bittensor runtime: the executive runs as ever, on a state that is thrown away. */

import { runtimeEvent } from '@taonet/abi';
import { CannotDecode, decode, digestItem, Reader, tryDecode } from '@taonet/codec';
import { BlockCtx, Overlay, ROOT, signed, TrieRoots, type ApplyResult, type RuntimeCall, type StateRoots, type ValidTransaction } from '@taonet/frame';
import { bytesToHex, defect } from '@taonet/primitives';
import { accountChanges, callFee, type Runtime } from '@taonet/runtime';
import type { DecodedEvent, DryOrigin, DryRun, ExplainedValidity, RefusedCall, RuntimeInspector } from '../inspection.ts';
import { decodeHeader, isPreRuntime } from '../header.ts';
import type { Block, ParentState, TransactionSource } from '../ports.ts';

export class Inspector implements RuntimeInspector {
  readonly #runtime: Runtime;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  refusalOf(parent: ParentState, { number, header, extrinsics }: Block, index: number): RefusedCall | undefined {
    const { parentHash, digest } = decodeHeader(header);
    const items = digest.filter(isPreRuntime).map((item) => digestItem.decode(new Reader(item)));
    const block = this.#runtime.openBlock({ state: parent, roots: rootsOf(parent), number, parentHash, digest: items, isVerified: () => true });
    const apply = (at: number): ApplyResult => block.apply(extrinsics[at]!);
    for (let at = 0; at < index; at++) apply(at);
    const before = block.ctx.refusals.length;
    const applied = apply(index);
    if ('invalidity' in applied) throw defect('BlockHoldsInvalid', { number, index, why: JSON.stringify(applied.invalidity.error) });
    return refusedOf(block.ctx, before, applied.result.ok, this.#callOf(extrinsics[index]!));
  }

  explainValidity(state: ParentState, source: TransactionSource, extrinsic: Uint8Array, at: string): ExplainedValidity | undefined {
    if (this.#callOf(extrinsic) === undefined) return undefined;
    const outcome = this.#runtime.validateTransaction({ state, blockHash: at, source, bytes: extrinsic });
    return 'valid' in outcome ? explained(outcome.valid) : { invalid: outcome.invalidity.error, facts: outcome.invalidity.facts };
  }

  dryRun(state: ParentState, at: string, bytes: Uint8Array, origin: DryOrigin): DryRun | undefined {
    const { spec } = this.#runtime;
    const call = tryDecode(spec.format.call, bytes, { build: spec.build });
    if (call instanceof CannotDecode) return undefined;
    const open = (): BlockCtx => {
      const ctx = new BlockCtx(spec, new Overlay(state), rootsOf(state));
      spec.system.initialize(ctx, { number: spec.system.blockNumber(ctx) + 1, parentHash: at, digest: [] });
      return ctx;
    };
    const ctx = open();
    const result = ctx.dispatch(call, origin.kind === 'root' ? ROOT : signed(origin.who));
    return {
      ok: result.ok,
      refused: refusedOf(ctx, 0, result.ok, call),
      events: ctx.events.records.map(({ event }) => decodedEvent(event)),
      fee: origin.kind === 'root' ? undefined : callFee(ctx, call),
      changes: accountChanges(open(), ctx),
    };
  }

  #callOf(extrinsic: Uint8Array): RuntimeCall | undefined {
    const { spec } = this.#runtime;
    const decoded = spec.readExtrinsic(extrinsic);
    return decoded instanceof CannotDecode ? undefined : decoded.call;
  }
}

/** The trie is made when a root is asked for: before a block's end nothing does. */
const rootsOf = (state: ParentState): StateRoots => ({ rootOf: (overlay) => new TrieRoots(state.trie()).rootOf(overlay) });

const explained = (valid: ValidTransaction): ExplainedValidity =>
  ({ valid: { ...valid, requires: valid.requires.map(bytesToHex), provides: valid.provides.map(bytesToHex) } });

const nameOf = ({ type, value }: RuntimeCall): string => `${type}.${value.type}`;

/**
 * The refusal to be told of the calls made since there were `before`: the outermost call's own one, named by the call in which it came up; for
 * a call that went through that of the first call inside of it that did not.
 */
function refusedOf(ctx: BlockCtx, before: number, ok: boolean, outer: RuntimeCall | undefined): RefusedCall | undefined {
  const refusals = ctx.refusals.slice(before);
  const own = ok ? undefined : refusals.at(-1);
  const origin = own === undefined ? refusals[0] : (refusals.find(({ refusal }) => refusal === own.refusal) ?? own);
  if (origin === undefined) return undefined;
  const name = outer === undefined ? undefined : nameOf(outer);
  return { ...origin, within: name === origin.call ? undefined : name };
}

function decodedEvent(bytes: Uint8Array): DecodedEvent {
  const { type, value } = decode(runtimeEvent, bytes) as { readonly type: string; readonly value: { readonly type: string; readonly value?: unknown } };
  return { pallet: type, name: value.type, value: value.value };
}
