/** Shielded transactions as the chain and runtime APIs see them. */

import { shieldApi, type ShieldedTransaction } from '@taonet/abi';
import { bytes, CannotDecode, decode, encode, extrinsicCodec, Reader, struct, tryDecode, type Build, type Codec, type FieldCodecs, type StructValue } from '@taonet/codec';
import { checkSignature, isInherent, type Backend } from '@taonet/frame';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { parseShielded, type RawMethod, type Runtime } from '@taonet/runtime';
import type { CallOutcome, ParentState, SealedTransaction, SealReader } from '../ports.ts';

/** Opens what was sealed, with a secret key. */
export type OpenShielded = (parts: Pick<SealedTransaction, 'kem' | 'nonce' | 'data'>, secretKey: Uint8Array) => Uint8Array | undefined;

/** Wire indices of `MevShield.submit_encrypted`. */
const PALLET = 30;
const CALL = 1;
/** A signed extrinsic's call begins before this: 4 length, 1 version, 33 address, 66 signature, 2 era, 5 nonce, 9 tip, 1 mode. */
const CALL_BEFORE = 128;

export interface ShieldParts {
  readonly runtime: Runtime;
  readonly build: Build;
  readonly call: (state: ParentState, method: string, args: Uint8Array) => CallOutcome;
  readonly openShielded?: OpenShielded | undefined;
}

export class Shield implements SealReader {
  readonly #parts: ShieldParts;

  constructor(parts: ShieldParts) {
    this.#parts = parts;
  }

  sealedIn(extrinsic: Uint8Array): SealedTransaction | undefined {
    // most transactions are something else, and decoding is not for nothing
    if (!mayBeSubmission(extrinsic)) return undefined;
    const ciphertext = this.#ciphertextOf(extrinsic);
    const parsed = ciphertext === undefined ? undefined : parseShielded(ciphertext);
    if (parsed === undefined) return undefined;
    return { keyHash: bytesToHex(parsed.key_hash), kem: parsed.kem_ct, nonce: parsed.nonce, data: parsed.aead_ct };
  }

  /** source: pallets/shield/src/lib.rs, try_unshield_tx @ 14bc6f9: what follows the extrinsic does not matter */
  innerOf(opened: Uint8Array): Uint8Array | undefined {
    const { runtime: { spec }, build } = this.#parts;
    const extrinsic = readFirst(extrinsicCodec(spec.format), opened, build);
    // upstream's author would put in a second inherent, and everybody would refuse the block
    if (extrinsic === undefined || isInherent(spec, extrinsic.value)) return undefined;
    return opened.slice(0, extrinsic.length);
  }

  isDue(state: ParentState, keyHash: string): boolean {
    const outcome = this.#parts.call(state, 'ShieldApi_is_shielded_using_current_key', hexToBytes(keyHash));
    return 'ok' in outcome && outcome.ok[0] === 1;
  }

  /** ShieldApi, as far as it takes signatures or secrets. */
  methods(state: Backend): Readonly<Record<string, RawMethod>> {
    const { methods } = shieldApi;
    return {
      ShieldApi_try_decode_shielded_tx: (_ctx, args) => {
        const { uxt } = readArgs(methods.try_decode_shielded_tx.args, args);
        return encode(methods.try_decode_shielded_tx.result, this.#tryDecode(state, uxt));
      },
      ShieldApi_try_unshield_tx: (_ctx, args) => {
        const { dec_key_bytes: secretKey, shielded_tx: { kem_ct: kem, nonce, aead_ct: data } } = readArgs(methods.try_unshield_tx.args, args);
        const opened = this.#parts.openShielded?.({ kem, nonce, data }, secretKey);
        const inner = opened === undefined ? undefined : this.innerOf(opened);
        return encode(methods.try_unshield_tx.result, inner === undefined ? undefined : decode(bytes, inner));
      },
    };
  }

  #ciphertextOf(extrinsic: Uint8Array): Uint8Array | undefined {
    const { runtime: { spec }, build } = this.#parts;
    const decoded = tryDecode(extrinsicCodec(spec.format), extrinsic, { build });
    if (decoded instanceof CannotDecode || decoded.call.type !== 'MevShield') return undefined;
    const { type, value } = decoded.call.value;
    return type === 'submit_encrypted' ? (value as { readonly ciphertext: Uint8Array }).ciphertext : undefined;
  }

  /** source: pallets/shield/src/lib.rs, try_decode_shielded_tx @ 14bc6f9 */
  #tryDecode(state: Backend, body: Uint8Array): ShieldedTransaction | undefined {
    const extrinsic = encode(bytes, body);
    const ciphertext = this.#ciphertextOf(extrinsic);
    if (ciphertext === undefined || !checkSignature(this.#parts.runtime.spec, { state, blockHash: undefined, bytes: extrinsic })) return undefined;
    return parseShielded(ciphertext);
  }
}

function mayBeSubmission(extrinsic: Uint8Array): boolean {
  const end = Math.min(extrinsic.length, CALL_BEFORE) - 1;
  for (let i = 0; i < end; i++) if (extrinsic[i] === PALLET && extrinsic[i + 1] === CALL) return true;
  return false;
}

/** The value that `from` begins with, and how many bytes it takes. */
function readFirst<T>(codec: Codec<T>, from: Uint8Array, build: Build): { readonly value: T; readonly length: number } | undefined {
  const reader = new Reader(from);
  reader.build = build;
  try {
    return { value: codec.decode(reader), length: reader.offset };
  } catch (error) {
    if (error instanceof CannotDecode) return undefined;
    throw error;
  }
}

/** Throws `CannotDecode`. */
function readArgs<A extends FieldCodecs>(args: A, from: Uint8Array): StructValue<A> {
  const read = tryDecode(struct('', args), from);
  if (read instanceof CannotDecode) throw read;
  return read;
}
