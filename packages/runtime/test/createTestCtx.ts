/** An empty chain state to run pallet code on, with the events that were deposited. */

import type { Build } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { MemoryState, Overlay, type CallCtx, type Ctx } from '@taonet/frame';
import { defect, type Crypto } from '@taonet/primitives';
import { S as System } from '../src/pallets/system/pallet.ts';

const crypto = await createCrypto();

export interface TestCtx extends CallCtx {
  readonly events: Uint8Array[];
}

/** State at block 1,000 unless told otherwise. */
export function createTestCtx(options: { readonly block?: number; readonly build?: Build; readonly crypto?: Partial<Crypto> & object } = {}): TestCtx {
  const state = new Overlay(new MemoryState());
  const events: Uint8Array[] = [];
  state.follow({ mark: () => events.length, rewind: (mark) => { events.length = mark; } });
  const notHere = (): never => {
    throw defect('NoDispatchHere');
  };
  const ctx: Ctx = {
    state,
    crypto: { ...crypto, ...options.crypto },
    build: options.build ?? { fast: false, powFaucet: false },
    deposit: (event) => { events.push(event); },
  };
  System.Number.set(ctx, options.block ?? 1_000);
  return {
    ...ctx, events, dispatch: notHere, dispatchBypassFilter: notHere, dispatchInfo: notHere, postInfoIfRefused: () => undefined,
    encodeCall: notHere, decodeCall: notHere,
  };
}

/** The account whose 32 bytes are all `byte`. */
export const account = (byte: number): string => byte.toString(16).padStart(2, '0').repeat(32);
