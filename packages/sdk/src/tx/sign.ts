/** From a call to the bytes of a signed transaction. */

import { mortalEra, signedPayload, writeCompact, Writer } from '@taonet/codec';
import { bytesToHex, concatBytes, tryHexToBytes } from '@taonet/primitives';
import type { HeaderJson } from '../client/connection.ts';
import type { View } from '../client/view.ts';
import { accountIdOf } from '../scale/address.ts';
import { blake2b256 } from '../scale/hashers.ts';
import type { CallValue, Runtime } from '../scale/runtime.ts';
import type { SignatureScheme, Signer, TransactionPayload } from '../signer.ts';
import { encodeExtensions, eraHex, IMMORTAL, type Facts } from './extensions.ts';

export interface SignOptions {
  /** Blocks during which the transaction is valid; a power of two from 4 to 65536. Default 64. */
  readonly period?: number | 'immortal' | undefined;
  /** Whole rao. */
  readonly tip?: bigint | undefined;
  readonly nonce?: number | undefined;
  /** From which block its life counts: the final one, the newest when it is short, or a certain one. Default `final`. */
  readonly birth?: 'final' | 'best' | { readonly number: number; readonly hash: string } | undefined;
}

export interface SignedTransaction {
  /** The transaction in hex, ready to be submitted. */
  readonly hex: string;
  /** Its hash: blake2-256. */
  readonly hash: string;
  readonly nonce: number;
}

const DEFAULT_PERIOD = 64;
const SIGNED_V4 = 0x84;
const SCHEME_INDEX: Readonly<Record<SignatureScheme, number>> = { ed25519: 0, sr25519: 1, ecdsa: 2 };
const PLAIN_ADDRESS = 0;

/** What the chain tells before a transaction can be made, all at once. */
export async function signingFacts(view: View, address: string, { period = DEFAULT_PERIOD, tip = 0n, nonce, birth: from = 'final' }: SignOptions): Promise<{ readonly facts: Facts; readonly runtime: Runtime; readonly blockNumber: number }> {
  const { connection } = view;
  const birth = async (): Promise<{ readonly hash: string; readonly number: number }> => {
    if (typeof from === 'object') return from;
    const hash = await view.request<string>(from === 'best' ? 'chain_getBlockHash' : 'chain_getFinalizedHead');
    return { hash, number: Number((await view.request<HeaderJson>('chain_getHeader', [hash])).number) };
  };
  const [next, { specVersion }, at] = await Promise.all([
    nonce ?? view.request<number>('system_accountNextIndex', [address]),
    view.request<{ specVersion: number }>('state_getRuntimeVersion'),
    period === 'immortal' ? undefined : birth(),
  ]);
  const runtime = specVersion === connection.runtime.version.specVersion ? connection.runtime : await connection.refreshRuntime(view.options);
  const { genesisHash } = connection.chain;
  const era = at === undefined ? IMMORTAL : mortalEra(period as number, at.number);
  return { facts: { era, birthHash: at?.hash ?? genesisHash, genesisHash, nonce: next, tip }, runtime, blockNumber: at?.number ?? 0 };
}

function assemble(accountId: string, scheme: SignatureScheme, signature: Uint8Array, extra: Uint8Array, call: Uint8Array): Uint8Array {
  const body = concatBytes(Uint8Array.of(SIGNED_V4, PLAIN_ADDRESS), tryHexToBytes(accountId)!, Uint8Array.of(SCHEME_INDEX[scheme]), signature, extra, call);
  const writer = new Writer(body.length + 4);
  writeCompact(writer, body.length);
  writer.raw(body);
  return writer.bytes();
}

const hexOf = (bytes: Uint8Array): string => `0x${bytesToHex(bytes)}`;
/** As extensions read numbers: big-endian hex. */
const numberHex = (value: number | bigint, bytes: number): string => `0x${value.toString(16).padStart(2 * bytes, '0')}`;

function payloadOf(signer: Signer, { facts, runtime, blockNumber }: Awaited<ReturnType<typeof signingFacts>>, call: Uint8Array): TransactionPayload {
  return {
    address: signer.address,
    blockHash: facts.birthHash,
    blockNumber: numberHex(blockNumber, 4),
    era: eraHex(facts.era),
    genesisHash: facts.genesisHash,
    method: hexOf(call),
    nonce: numberHex(facts.nonce, 4),
    specVersion: numberHex(runtime.version.specVersion, 4),
    tip: numberHex(facts.tip, 16),
    transactionVersion: numberHex(runtime.version.transactionVersion, 4),
    signedExtensions: runtime.extensions.map(({ identifier }) => identifier),
    version: 4,
    mode: 0,
    metadataHash: null,
  };
}

export async function signCall(view: View, signer: Signer, call: CallValue, options: SignOptions): Promise<SignedTransaction> {
  const known = await signingFacts(view, signer.address, options);
  const { facts, runtime } = known;
  const encoded = runtime.encodeCall(call);
  const { extra, implicit } = encodeExtensions(runtime, facts);
  const { scheme, signature } = signer.signTransaction === undefined
    ? { scheme: signer.scheme, signature: await signer.sign(signedPayload({ call: encoded, extra, implicit }, blake2b256)) }
    : await signer.signTransaction(payloadOf(signer, known, encoded));
  const bytes = assemble(signer.accountId, scheme, signature, extra, encoded);
  return { hex: hexOf(bytes), hash: hexOf(blake2b256(bytes)), nonce: facts.nonce };
}

/** A transaction with a signature of zeros, for fees. */
export async function unsignedLikeness(view: View, address: string, call: CallValue): Promise<string> {
  const { facts, runtime } = await signingFacts(view, address, {});
  return hexOf(assemble(accountIdOf(address, 'signer'), 'sr25519', new Uint8Array(64), encodeExtensions(runtime, facts).extra, runtime.encodeCall(call)));
}
