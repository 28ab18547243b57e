/**
 * What a scenario runs on: pallets in runtime order and a plain dispatch, as the runtime that made the scenarios had it:
 * filter, guards, handler, each call in a storage layer, no fees, no signatures.
 */

import { Reader, struct, type Build, type PalletDecl } from '@taonet/codec';
import { inLayer, NONE, ROOT, signed, type CallCtx, type Ctx, type DispatchResult, type Origin, type RuntimeCall } from '@taonet/frame';
import { defect, type Crypto } from '@taonet/primitives';

// Handlers of many pallets with different arguments stand in one table.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyHandlers = Readonly<Record<string, ((ctx: CallCtx, origin: Origin, args: any) => unknown) | undefined>>;

export interface ScenarioPallet {
  readonly decl: PalletDecl;
  readonly calls?: AnyHandlers;
  onInitialize?(ctx: Ctx, blockNumber: number): void;
  onFinalize?(ctx: Ctx, blockNumber: number): void;
}

export interface ScenarioRuntime {
  readonly build: Build;
  readonly crypto: Crypto;
  /** In runtime order; a pallet without behaviour yet may be left out or stand with its declarations only. */
  readonly pallets: readonly ScenarioPallet[];
  /** The dispatch extension's checks, in order; a Refusal refuses the call. Not asked for root. */
  readonly guards?: readonly ((ctx: CallCtx, origin: Origin, call: RuntimeCall) => void)[];
  /** Codec of a whole runtime call; without it calls that carry calls cannot be decoded. */
  readonly decodeCall?: (bytes: Uint8Array) => RuntimeCall;
}

export function originOf(text: string): Origin {
  if (text === 'root') return ROOT;
  if (text === 'none') return NONE;
  return signed(text.slice('signed:'.length));
}

/** Pallet and call named by the first two bytes, arguments by the call's declaration. */
export function decodeCall(runtime: ScenarioRuntime, bytes: Uint8Array): RuntimeCall | undefined {
  if (runtime.decodeCall !== undefined) return runtime.decodeCall(bytes);
  const reader = new Reader(bytes);
  const [palletIndex, callIndex] = [reader.byte(), reader.byte()];
  const pallet = runtime.pallets.find(({ decl }) => decl.index === palletIndex)?.decl;
  const found = Object.entries(pallet?.calls ?? {}).find(([, { index }]) => index === callIndex);
  if (pallet === undefined || found === undefined) return undefined;
  return { type: pallet.name, value: { type: found[0], value: struct('', found[1].args).decode(reader) } };
}

export function handlerOf(runtime: ScenarioRuntime, call: RuntimeCall): AnyHandlers[string] {
  return runtime.pallets.find(({ decl }) => decl.name === call.type)?.calls?.[call.value.type];
}

/** Thrown when a handler is needed that does not exist, also by inner calls. */
export class Unsupported {
  readonly call: string;
  constructor(call: string) {
    this.call = call;
  }
}

export function createCallCtx(runtime: ScenarioRuntime, ctx: Ctx): CallCtx {
  const dispatch = (call: RuntimeCall, origin: Origin): DispatchResult => {
    const handler = handlerOf(runtime, call);
    if (handler === undefined) throw new Unsupported(`${call.type}.${call.value.type}`);
    const outcome = inLayer(ctx, () => {
      if (origin.kind !== 'root') for (const guard of runtime.guards ?? []) guard(callCtx, origin, call);
      return handler(callCtx, origin, call.value.value ?? {});
    });
    return 'ok' in outcome
      ? { ok: true, post: {} }
      : { ok: false, error: outcome.refusal.error, refusal: outcome.refusal, post: {} };
  };
  const callCtx: CallCtx = {
    ...ctx,
    dispatch,
    dispatchBypassFilter: dispatch,
    dispatchInfo: () => {
      throw defect('NoWeightsHere');
    },
  };
  return callCtx;
}
