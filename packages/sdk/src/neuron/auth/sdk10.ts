import type { Signer } from '../../signer.ts';
import { neuronError } from '../errors.ts';
import type { NonceClaim, NonceGuard } from './nonceGuard.ts';
import { signText, verifyText } from './signatures.ts';

/** The version we say we speak: bittensor 10.5.0. */
export const DIALECT_VERSION = 10_005_000;

/** One end of an exchange, as headers and bodies of the dialect carry it. source: bittensor 10.5.0 core/synapse.py, TerminalInfo */
export interface Terminal {
  readonly status_code?: number;
  readonly status_message?: string;
  readonly process_time?: number;
  readonly ip?: string;
  readonly port?: number;
  readonly version?: number;
  /** Nanoseconds; too great for a number, so a text here. */
  readonly nonce?: string;
  readonly uuid?: string;
  readonly hotkey?: string;
  readonly signature?: string;
}

/** The dendrite's signature covers nonce, both hotkeys, its uuid and the body hash. */
export function signDendrite(key: Signer, claim: { readonly nonce: bigint; readonly uuid: string; readonly axonHotkey: string; readonly bodyHash: string }): Promise<string> {
  return signText(key, dendriteText({ ...claim, hotkey: key.address }));
}

/** What an axon checks of a dendrite's headers. */
export interface DendriteClaim {
  readonly dendrite: Terminal;
  readonly bodyHash: string;
  readonly timeoutMs: number;
  /** Own hotkey: the header's is not asked. */
  readonly self: string;
}

/**
 * Checks a dendrite's nonce and signature, and remembers the nonce. Empty signatures are refused, as from 10.5.0 on.
 *
 * refuses: BadAuth, with upstream's words as the reason
 * source: bittensor 10.5.0 core/axon.py, default_verify
 */
export function verifyDendrite({ dendrite, bodyHash, timeoutMs, self }: DendriteClaim, guard: NonceGuard, nowNs: bigint): { readonly hotkey: string; readonly nonce: bigint } {
  const { hotkey, uuid, signature, version } = dendrite;
  if (dendrite.nonce === undefined || !/^[0-9]{1,20}$/.test(dendrite.nonce)) throw refused('Missing Nonce');
  if (hotkey === undefined || uuid === undefined) throw refused('Missing dendrite');
  const nonce = BigInt(dendrite.nonce);
  const claim: NonceClaim = { endpoint: `${hotkey}:${uuid}`, nonce, version, timeoutMs };
  const problem = guard.problem(claim, nowNs);
  if (problem !== undefined) throw refused(problem);
  if (signature === undefined || signature === '') throw refused('Missing Signature');
  if (!verifyText(hotkey, dendriteText({ nonce, hotkey, axonHotkey: self, uuid, bodyHash }), signature)) throw refused('Signature mismatch');
  guard.accept(claim);
  return { hotkey, nonce };
}

/** The axon's own signature, over its nonce, both hotkeys and its uuid; it does not cover the answer. */
export function axonText({ nonce, dendriteHotkey, axonHotkey, uuid }: { readonly nonce: string; readonly dendriteHotkey: string; readonly axonHotkey: string; readonly uuid: string }): string {
  return `${nonce}.${dendriteHotkey}.${axonHotkey}.${uuid}`;
}

function dendriteText({ nonce, hotkey, axonHotkey, uuid, bodyHash }: { readonly nonce: bigint; readonly hotkey: string; readonly axonHotkey: string; readonly uuid: string; readonly bodyHash: string }): string {
  return `${nonce}.${hotkey}.${axonHotkey}.${uuid}.${bodyHash}`;
}

function refused(reason: string): Error {
  return neuronError('BadAuth', { reason });
}
