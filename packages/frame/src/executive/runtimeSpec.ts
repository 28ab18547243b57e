/** What a chain gives to the executive: its pallets, their order, its rules for calls and transactions. */

import type { Build, CannotDecode, DigestItem, Extrinsic, ExtrinsicFormat, Header } from '@taonet/codec';
import type { AccountId, Crypto, Hash } from '@taonet/primitives';
import type { CallHandler, DispatchInfo, DispatchResult, RuntimeCall, Weight } from '../call.ts';
import type { BlockCtx } from './blockContext.ts';
import type { TransactionExtension } from './extension.ts';
import type { TransactionSource, ValidTransaction } from './validity.ts';
import type { BlockLimits } from './weight.ts';

/** What a pallet does once a block, apart from its calls. */
export interface Hooks {
  onInitialize?(ctx: BlockCtx, block: number): Weight | void;
  /** After the last extrinsic, with the weight that is left. */
  onIdle?(ctx: BlockCtx, block: number, remaining: Weight): Weight | void;
  onFinalize?(ctx: BlockCtx, block: number): void;
}

/** Behaviour of one pallet. Handlers are typed at `bindCalls`, and forget their argument types here. */
export interface PalletBehaviour {
  readonly name: string;
  readonly calls: Readonly<Record<string, CallHandler<never> | undefined>>;
  readonly hooks: Hooks;
  /** Says that a bare extrinsic with this call is put into the block by its author, before all others. */
  isInherent?(call: RuntimeCall['value']): boolean;
  /** Whether the call may come without a signature. Throws an Invalidity. */
  validateUnsigned?(ctx: BlockCtx, source: TransactionSource, call: RuntimeCall['value']): Partial<ValidTransaction>;
}

/** The book-keeping of pallet System, which every chain of this kind has. */
export interface SystemPort {
  resetEvents(ctx: BlockCtx): void;
  /** Writes the list of events to storage, as it stands. */
  writeEvents(ctx: BlockCtx): void;
  initialize(ctx: BlockCtx, start: { readonly number: number; readonly parentHash: Hash; readonly digest: readonly DigestItem[] }): void;
  registerExtraWeight(ctx: BlockCtx, weight: Weight): void;
  /** Weight that a block of `limits` still has room for. */
  remainingWeight(ctx: BlockCtx): Weight;
  noteFinishedInitialize(ctx: BlockCtx): void;
  inherentsApplied(ctx: BlockCtx): boolean;
  noteInherentsApplied(ctx: BlockCtx): void;
  extrinsicIndex(ctx: BlockCtx): number;
  noteExtrinsic(ctx: BlockCtx, bytes: Uint8Array): void;
  noteAppliedExtrinsic(ctx: BlockCtx, result: DispatchResult, info: DispatchInfo): void;
  noteFinishedExtrinsics(ctx: BlockCtx): void;
  /** Removes what lives for one block only and makes the header; the state root is the executive's. */
  finalize(ctx: BlockCtx): Omit<Header, 'state_root'>;
  blockHash(ctx: BlockCtx, number: number): Hash;
  blockNumber(ctx: BlockCtx): number;
}

export interface RuntimeSpec<A = unknown, S = unknown> {
  readonly build: Build;
  readonly crypto: Crypto;
  /** Behaviour of a call under the rules of this state; undefined where the program has none. */
  handlerOf(ctx: BlockCtx, call: RuntimeCall): CallHandler<never> | undefined;
  /** In the order of their hooks. */
  readonly pallets: readonly PalletBehaviour[];
  readonly system: SystemPort;
  readonly limits: BlockLimits;
  readonly format: ExtrinsicFormat<A, S>;
  /** The extrinsic that all of `bytes` are, of this build; not to be changed. */
  readExtrinsic(bytes: Uint8Array): Extrinsic<A, S> | CannotDecode;
  readonly extensions: readonly TransactionExtension[];
  /** Refuses calls that nobody but root may make now (`BaseCallFilter`). */
  ensureCallAllowed(ctx: BlockCtx, call: RuntimeCall): void;
  /** Refuses a call whose origin's own filter does not let it through. */
  refuseFiltered(call: RuntimeCall): never;
  /** Refuses before dispatch what the chain's dispatch extensions refuse to this signer. */
  guard(ctx: BlockCtx, who: AccountId, call: RuntimeCall): void;
  /** A call that this program has no behaviour for. */
  refuseUnsupported(call: RuntimeCall): never;
  dispatchInfo(ctx: BlockCtx, call: RuntimeCall): DispatchInfo;
  /** The account of an address; undefined when there is none. */
  lookup(address: A): AccountId | undefined;
  verifySignature(signature: S, message: Uint8Array, signer: AccountId): boolean;
}
