/**
 * The order of a block: hooks, inherents, transactions, hooks, root. A block under construction and a block that is
 * executed again take the same steps.
 *
 * source: frame-executive 41.0.1
 */

import { CannotDecode, digestItem, encode, type DigestItem, type Extrinsic, type Header } from '@taonet/codec';
import { bytesToHex, defect, type Hash, type Invalidity } from '@taonet/primitives';
import type { DispatchInfo, DispatchResult, RuntimeCall } from '../call.ts';
import { inTransaction } from '../layer.ts';
import type { Backend } from '../state/backend.ts';
import { Overlay, type Change } from '../state/overlay.ts';
import { BlockCtx } from './blockContext.ts';
import type { EventRecord } from './eventList.ts';
import { hashHeader } from './header.ts';
import { applyChecked, checkExtrinsic, transactionOf, validateChecked, type IsVerified } from './pipeline.ts';
import type { RuntimeSpec } from './runtimeSpec.ts';
import type { StateRoots } from './stateRoots.ts';
import { invalid, type TransactionSource, type ValidTransaction } from './validity.ts';
import { addWeight, ZERO_WEIGHT } from './weight.ts';

/** What a block is built on. */
export interface BlockStart {
  /** State of the parent. */
  readonly state: Backend;
  readonly roots: StateRoots;
  readonly parentHash: Hash;
  readonly number: number;
  /** Digest of the header; only pre-runtime items are used. */
  readonly digest: readonly DigestItem[];
  readonly isVerified?: IsVerified | undefined;
}

/** An extrinsic stands in the block, its call done or refused; or it must not stand there. */
export type ApplyResult = { readonly result: DispatchResult; readonly info: DispatchInfo } | { readonly invalidity: Invalidity };

export interface FinishedBlock {
  readonly header: Header;
  readonly hash: Hash;
  readonly changes: readonly (readonly [key: string, change: Change])[];
  readonly events: readonly EventRecord[];
  /** Calls in it that the program has no behaviour for. */
  readonly unsupported: readonly string[];
}

const NEVER_VERIFIED: IsVerified = () => false;

/** A block under construction. */
export class OpenBlock {
  readonly ctx: BlockCtx;
  readonly #spec: RuntimeSpec;
  readonly #isVerified: IsVerified;
  readonly #number: number;

  constructor(spec: RuntimeSpec, start: BlockStart) {
    this.#spec = spec;
    this.#isVerified = start.isVerified ?? NEVER_VERIFIED;
    this.#number = start.number;
    this.ctx = new BlockCtx(spec, new Overlay(start.state), start.roots);
    this.#initialize(start);
  }

  #initialize({ number, parentHash, digest }: BlockStart): void {
    const { ctx } = this;
    const { system, pallets, limits } = this.#spec;
    system.resetEvents(ctx);
    system.initialize(ctx, { number, parentHash, digest: digest.filter(({ type }) => type === 'PreRuntime') });
    ctx.events.phase = { kind: 'initialization' };
    let weight = ZERO_WEIGHT;
    for (const { hooks } of pallets) weight = addWeight(weight, hooks.onInitialize?.(ctx, number) ?? ZERO_WEIGHT);
    system.registerExtraWeight(ctx, addWeight(weight, limits.baseBlock));
    system.noteFinishedInitialize(ctx);
    ctx.events.phase = { kind: 'extrinsic', index: 0 };
  }

  /** Applies one extrinsic; an invalid one leaves no trace. */
  apply(bytes: Uint8Array): ApplyResult {
    const done = inTransaction(this.ctx, () => this.#apply(bytes));
    return 'ok' in done ? done.ok : { invalidity: done.invalidity };
  }

  #apply(bytes: Uint8Array): { result: DispatchResult; info: DispatchInfo } {
    const { ctx } = this;
    const spec = this.#spec;
    const extrinsic = decodeOrInvalid(spec, bytes);
    const checked = checkExtrinsic(spec, ctx, { extrinsic, bytes, isVerified: this.#isVerified });
    const tx = transactionOf(ctx, { call: extrinsic.call, bytes, checked, source: 'InBlock' });
    if (!isInherent(spec, extrinsic)) this.#ensureInherentsApplied();
    spec.system.noteExtrinsic(ctx, bytes);
    const result = applyChecked(spec, ctx, tx, checked);
    if (!result.ok && tx.info.class === 'Mandatory') invalid('BadMandatory', { call: `${tx.call.type}.${tx.call.value.type}`, refusal: result.refusal.name });
    spec.system.noteAppliedExtrinsic(ctx, result, tx.info);
    ctx.events.phase = { kind: 'extrinsic', index: spec.system.extrinsicIndex(ctx) };
    return { result, info: tx.info };
  }

  #ensureInherentsApplied(): void {
    if (this.#spec.system.inherentsApplied(this.ctx)) return;
    this.#spec.system.noteInherentsApplied(this.ctx);
    // on_poll of all pallets would run here; none has one, and its weight of zero is registered.
    this.#spec.system.registerExtraWeight(this.ctx, ZERO_WEIGHT);
  }

  /** Ends the block and gives its header. */
  finalize(): FinishedBlock {
    const { ctx } = this;
    const { system, pallets } = this.#spec;
    this.#ensureInherentsApplied();
    system.noteFinishedExtrinsics(ctx);
    ctx.events.phase = { kind: 'finalization' };
    this.#idle();
    for (const { hooks } of pallets) hooks.onFinalize?.(ctx, this.#number);
    const unrooted = system.finalize(ctx);
    const header: Header = { ...unrooted, state_root: ctx.stateRoot() };
    return {
      header,
      hash: hashHeader(ctx.crypto, header),
      changes: ctx.state.changes(),
      events: ctx.events.records,
      unsupported: ctx.unsupported,
    };
  }

  #idle(): void {
    const { ctx } = this;
    const { system, pallets } = this.#spec;
    const remaining = system.remainingWeight(ctx);
    if (remaining.refTime === 0n || remaining.proofSize === 0n) return;
    let used = ZERO_WEIGHT;
    for (const { hooks } of pallets) {
      const left = { refTime: remaining.refTime - used.refTime, proofSize: remaining.proofSize - used.proofSize };
      used = addWeight(used, hooks.onIdle?.(ctx, this.#number, left) ?? ZERO_WEIGHT);
    }
    system.registerExtraWeight(ctx, used);
  }
}

function decodeOrInvalid<A, S>(spec: RuntimeSpec<A, S>, bytes: Uint8Array): Extrinsic<A, S> {
  const extrinsic = spec.readExtrinsic(bytes);
  return extrinsic instanceof CannotDecode ? invalid('Call', { expected: extrinsic.expected, offset: extrinsic.offset }) : extrinsic;
}

/** Only a bare extrinsic can be an inherent. */
export function isInherent(spec: RuntimeSpec, { preamble, call }: { readonly preamble: { readonly kind: string }; readonly call: RuntimeCall }): boolean {
  if (preamble.kind !== 'bare') return false;
  return spec.pallets.find(({ name }) => name === call.type)?.isInherent?.(call.value) ?? false;
}

export interface ExecuteOptions extends Omit<BlockStart, 'parentHash' | 'number' | 'digest'> {
  readonly header: Header;
  readonly extrinsics: readonly Uint8Array[];
}

/**
 * Executes a whole block and compares it with its header (without the seal). A block that does not fit is a Defect:
 * of ours when we made the block, of its author when a peer sent it.
 */
export function executeBlock(spec: RuntimeSpec, { header, extrinsics, ...rest }: ExecuteOptions): FinishedBlock {
  const { number } = header;
  const block = new OpenBlock(spec, { ...rest, parentHash: header.parent_hash, number, digest: header.digest.logs });
  let inherents = true;
  extrinsics.forEach((bytes, index) => {
    const extrinsic = spec.readExtrinsic(bytes);
    const inherent = !(extrinsic instanceof CannotDecode) && isInherent(spec, extrinsic);
    if (inherent && !inherents) throw defect('InherentAfterTransaction', { number, index });
    inherents = inherent;
    const applied = block.apply(bytes);
    if ('invalidity' in applied) throw defect('BadExtrinsic', { number, index, why: JSON.stringify(applied.invalidity.error) });
  });
  const finished = block.finalize();
  ensureSame('BadDigest', number, digestText(header.digest.logs), digestText(finished.header.digest.logs));
  ensureSame('BadExtrinsicsRoot', number, header.extrinsics_root, finished.header.extrinsics_root);
  ensureSame('BadStateRoot', number, header.state_root, finished.header.state_root);
  return finished;
}

function ensureSame(code: string, number: number, expected: string, got: string): void {
  if (expected !== got) throw defect(code, { number, expected, got });
}

const digestText = (items: readonly DigestItem[]): string => items.map((item) => bytesToHex(encode(digestItem, item))).join(' ');

/**
 * Whether a transaction could stand in the next block, and what the pool needs to know of it. Nothing is kept.
 *
 * blockHash: hash of the block whose state this is · source: frame-executive 41.0.1, validate_transaction
 */
export function validateTransaction(
  spec: RuntimeSpec,
  { state, blockHash, source, bytes }: { readonly state: Backend; readonly blockHash: Hash; readonly source: TransactionSource; readonly bytes: Uint8Array },
): { readonly valid: ValidTransaction } | { readonly invalidity: Invalidity } {
  const ctx = new BlockCtx(spec, new Overlay(state), NO_ROOTS);
  const done = inTransaction(ctx, () => {
    spec.system.initialize(ctx, { number: spec.system.blockNumber(ctx) + 1, parentHash: blockHash, digest: [] });
    const extrinsic = decodeOrInvalid(spec, bytes);
    const checked = checkExtrinsic(spec, ctx, { extrinsic, bytes, isVerified: NEVER_VERIFIED });
    const tx = transactionOf(ctx, { call: extrinsic.call, bytes, checked, source });
    if (tx.info.class === 'Mandatory') invalid('MandatoryValidation', { call: `${tx.call.type}.${tx.call.value.type}` });
    return validateChecked(spec, ctx, tx, checked);
  });
  return 'ok' in done ? { valid: done.ok } : done;
}

/**
 * Goes only so far as to check the signature of a transaction (`spec.verifySignature`), if it gets there: what else is wrong with it
 * shows when it is validated. For hosts that check signatures ahead, elsewhere.
 *
 * blockHash: hash of the block whose state this is; undefined: the transaction is looked at from within that block, where its
 * hash is not known yet
 * returns: whether the signature is good (a transaction without one is)
 */
export function checkSignature(
  spec: RuntimeSpec,
  { state, blockHash, bytes }: { readonly state: Backend; readonly blockHash: Hash | undefined; readonly bytes: Uint8Array },
): boolean {
  const ctx = new BlockCtx(spec, new Overlay(state), NO_ROOTS);
  const done = inTransaction(ctx, () => {
    if (blockHash !== undefined) spec.system.initialize(ctx, { number: spec.system.blockNumber(ctx) + 1, parentHash: blockHash, digest: [] });
    checkExtrinsic(spec, ctx, { extrinsic: decodeOrInvalid(spec, bytes), bytes, isVerified: NEVER_VERIFIED });
  });
  return 'ok' in done;
}

const NO_ROOTS: StateRoots = {
  rootOf: () => {
    throw defect('NoStateRootHere');
  },
};
