import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@taonet/primitives';
import type { Signer } from '../../signer.ts';
import type { KeyScheme } from '../../wallet/publicKey.ts';
import { neuronError } from '../errors.ts';
import { nowNs } from './nonces.ts';
import { signText, verifyText } from './signatures.ts';

/** Headers of btauth/1, lower case. source: bittensor 11.3.0 http_auth.py */
export const BTAUTH = {
  version: 'x-bittensor-version',
  hotkey: 'x-bittensor-hotkey',
  receiver: 'x-bittensor-receiver',
  nonce: 'x-bittensor-nonce',
  crypto: 'x-bittensor-crypto',
  signature: 'x-bittensor-signature',
} as const;

const MAX_AGE_NS = 10_000_000_000n;
const ALLOWED_SKEW_NS = 2_000_000_000n;
/** A nonce is remembered as long as it could be fresh, and a good deal longer. */
const RETENTION_NS = 60_000_000_000n;
const REMEMBERED_MAX = 200_000;

/** What a btauth/1 signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** The raw body. */
  readonly body: Uint8Array;
}

export interface BtauthCaller {
  readonly hotkey: string;
  readonly nonce: bigint;
  readonly scheme: KeyScheme;
}

export interface BtauthRules {
  /** Own hotkey: requests for another one, or for none, are refused. */
  readonly self: string;
  readonly seen: SeenNonces;
  /** Schemes of callers' hotkeys; an address does not say its scheme, so it is pinned here. */
  readonly schemes?: readonly KeyScheme[];
  readonly nowMs?: () => number;
}

/** Headers that authenticate a request to `receiver`; each attempt needs its own nonce. */
export async function signBtauth(key: Signer, request: SignedRequest, { receiver, nonce }: { readonly receiver: string; readonly nonce: bigint }): Promise<Record<string, string>> {
  const signature = await signText(key, payload(request, key.scheme, nonce, key.address, receiver));
  return {
    [BTAUTH.version]: '1',
    [BTAUTH.hotkey]: key.address,
    [BTAUTH.receiver]: receiver,
    [BTAUTH.nonce]: nonce.toString(),
    [BTAUTH.signature]: signature,
    ...(key.scheme === 'sr25519' ? {} : { [BTAUTH.crypto]: key.scheme }),
  };
}

/**
 * The sender of a request, after upstream's checks in upstream's order: form, receiver, freshness, signature, replay.
 *
 * refuses: BadAuth, with the reason in its facts
 */
export function verifyBtauth(headers: Readonly<Record<string, string | undefined>>, request: SignedRequest, { self, seen, schemes = ['sr25519'], nowMs }: BtauthRules): BtauthCaller {
  const { [BTAUTH.hotkey]: hotkey, [BTAUTH.nonce]: rawNonce, [BTAUTH.signature]: signature, [BTAUTH.crypto]: declared = 'sr25519' } = headers;
  const scheme = schemes.find((known) => known === declared);
  if (headers[BTAUTH.version] !== '1') throw refused('version is missing or not 1');
  if (hotkey === undefined || signature === undefined || rawNonce === undefined || !/^[0-9]{1,20}$/.test(rawNonce)) throw refused('a header is missing or malformed');
  if (scheme === undefined) throw refused('scheme is not accepted here');
  const receiver = headers[BTAUTH.receiver];
  if (receiver !== self) throw refused('signed for another receiver, or for none');
  const nonce = BigInt(rawNonce);
  const now = nowNs(nowMs);
  if (now - nonce > MAX_AGE_NS) throw refused('nonce is older than 10 s');
  if (nonce - now > ALLOWED_SKEW_NS) throw refused('nonce is more than 2 s in the future');
  if (nonce < seen.since) throw refused('nonce is from before this server began');
  if (!verifyText(hotkey, payload(request, scheme, nonce, hotkey, receiver), signature, scheme)) throw refused('signature does not verify against the claimed hotkey');
  if (!seen.store(`${hotkey}:${nonce}`, now)) throw refused('this nonce was already accepted from this hotkey');
  return { hotkey, nonce, scheme };
}

/** Nonces that were accepted lately; what came before `since`, another process may have accepted. Full, it refuses: forgetting early would let requests be replayed. */
export class SeenNonces {
  /** Nanoseconds since 1970. */
  readonly since: bigint;
  readonly #until = new Map<string, bigint>();

  constructor(since = 0n) {
    this.since = since;
  }

  /** False when seen before, or when there is no room. */
  store(id: string, now: bigint): boolean {
    for (const [old, until] of this.#until) {
      if (until > now) break;
      this.#until.delete(old);
    }
    if (this.#until.has(id) || this.#until.size >= REMEMBERED_MAX) return false;
    this.#until.set(id, now + RETENTION_NS);
    return true;
  }
}

function payload({ method, target, body }: SignedRequest, scheme: string, nonce: bigint, sender: string, receiver: string): string {
  return ['btauth/1', scheme, method.toUpperCase(), target, bytesToHex(sha256(body)), nonce.toString(), sender, receiver].join('\n');
}

function refused(reason: string): Error {
  return neuronError('BadAuth', { reason });
}
