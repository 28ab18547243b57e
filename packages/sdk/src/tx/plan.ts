/** What a write would do, before it is sent. */

import { bytesToHex } from '@taonet/primitives';
import type { View } from '../client/view.ts';
import type { TaonetError } from '../errors.ts';
import type { CallValue } from '../scale/runtime.ts';
import { Alpha, Tao } from '../units.ts';
import { foretoldError, type ExplanationJson } from './explain.ts';
import type { Receipt } from './receipt.ts';
import { unsignedLikeness } from './sign.ts';

/** One balance that changes; `free` and `reserved` are TAO, `stake` is alpha of a hotkey. */
export type Effect =
  | { readonly kind: 'free' | 'reserved'; readonly account: string; readonly before: Tao; readonly after: Tao }
  | { readonly kind: 'stake'; readonly account: string; readonly hotkey: string; readonly netuid: number; readonly before: Alpha; readonly after: Alpha };

/** An event that a dry run saw, as JSON. */
export interface ForetoldEvent {
  readonly name: string;
  readonly fields: unknown;
}

/** What a trade would give at the pools' present state. */
export interface Quote {
  /** TAO for one alpha, now. */
  readonly price: Tao;
  /** The worst price that will be taken; undefined: any. */
  readonly limitPrice: Tao | undefined;
  /** What comes out. */
  readonly out: Tao | Alpha;
  /** Of the pool, in what goes in. */
  readonly fee: Tao | Alpha;
  /** How much worse than the present price it would be, 0.01 for one percent. */
  readonly slippage: number;
}

export interface Plan {
  /** `Pallet.call` */
  readonly name: string;
  readonly call: CallValue;
  /** SCALE bytes of the call, in hex. */
  readonly callHex: string;
  readonly signer: string;
  /** Of the transaction; with `shield` of both. */
  readonly fee: Tao;
  /** Of trades. */
  readonly quote: Quote | undefined;
  /** Undefined when the node cannot tell: it has no `dev_dryRun`. */
  readonly effects: readonly Effect[] | undefined;
  readonly events: readonly ForetoldEvent[] | undefined;
  /** Why the chain would refuse it, as far as can be told. */
  readonly refusal: TaonetError | undefined;
  readonly warnings: readonly string[];
  /** Sends exactly this call. */
  send(): Promise<Receipt>;
}

interface DryRunJson {
  readonly ok: boolean;
  readonly refusal?: ExplanationJson;
  readonly events: readonly ForetoldEvent[];
  readonly fee: string | null;
  readonly changes: readonly { readonly account: string; readonly kind: 'free' | 'reserved' | 'stake'; readonly hotkey?: string; readonly netuid?: number; readonly before: string; readonly after: string }[];
}

function effectOf({ account, kind, hotkey, netuid, before, after }: DryRunJson['changes'][number]): Effect {
  const [from, to] = [BigInt(before), BigInt(after)];
  if (kind !== 'stake') return { kind, account, before: new Tao(from), after: new Tao(to) };
  return { kind, account, hotkey: hotkey!, netuid: netuid!, before: new Alpha(netuid!, from), after: new Alpha(netuid!, to) };
}

export type Foretold = Pick<Plan, 'fee' | 'effects' | 'events' | 'refusal'>;

/** Fee and effects: by a dry run where the node has it, else the fee alone. */
export async function foretell(view: View, call: CallValue, signer: string): Promise<Foretold> {
  const callHex = `0x${bytesToHex(view.runtime.encodeCall(call))}`;
  const likeness = await unsignedLikeness(view, signer, call);
  const [{ partialFee }, dry] = await Promise.all([
    view.request<{ partialFee: string }>('payment_queryInfo', [likeness]),
    (await view.connection.has('dev_dryRun')) ? view.request<DryRunJson>('dev_dryRun', [callHex, signer]).catch(() => undefined) : undefined,
  ]);
  const fee = new Tao(BigInt(partialFee));
  if (dry === undefined) return { fee, effects: undefined, events: undefined, refusal: undefined };
  const refusal = dry.refusal === undefined ? undefined : foretoldError(dry.refusal);
  return { fee: dry.fee === null ? fee : new Tao(BigInt(dry.fee)), effects: dry.changes.map(effectOf), events: dry.events, refusal };
}

