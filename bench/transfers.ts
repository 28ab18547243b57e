/** Signed transfers made before the clock starts. */

import { runtimeCall } from '@taonet/abi';
import { compactU32, compactU128, encode, signedPayload, u32 } from '@taonet/codec';
import { createCrypto, keyFromUri, type KeyPair } from '@taonet/crypto';
import { bytesToHex, concatBytes, hexToBytes } from '@taonet/primitives';
import type { RpcClient } from './rpcClient.ts';

/** What a signature binds to. */
interface ChainFacts {
  readonly genesis: Uint8Array;
  readonly specVersion: number;
  readonly transactionVersion: number;
}

const SIGNED_FORMAT_4 = 0x84;
const ADDRESS_ID = 0;
const SIGNATURE_SR25519 = 1;
const IMMORTAL = 0;
const NO_METADATA_HASH = 0;
const NOTHING = 0;

export async function readFacts(client: RpcClient): Promise<ChainFacts> {
  const genesis = (await client.request('chain_getBlockHash', [0])) as string;
  const version = (await client.request('state_getRuntimeVersion')) as { specVersion: number; transactionVersion: number };
  return { genesis: hexToBytes(genesis), ...version };
}

/** `//Bench/i` as keys. */
export async function benchKeys(count: number): Promise<KeyPair[]> {
  await createCrypto();
  return Array.from({ length: count }, (_, i) => keyFromUri(`//Bench//${i}`));
}

/** One transfer of 1000 rao as an extrinsic in hex. */
export function signTransfer(facts: ChainFacts, blake2b256: (data: Uint8Array) => Uint8Array, order: { readonly from: KeyPair; readonly nonce: number; readonly to: string; readonly rao?: bigint }): string {
  const { from, nonce, to, rao = 1000n } = order;
  const call = encode(runtimeCall, { type: 'Balances', value: { type: 'transfer_keep_alive', value: { dest: { type: 'Id', value: to }, value: rao } } } as never);
  const extra = concatBytes(Uint8Array.of(IMMORTAL), encode(compactU32, nonce), encode(compactU128, 0n), Uint8Array.of(NO_METADATA_HASH));
  const implicit = concatBytes(encode(u32, facts.specVersion), encode(u32, facts.transactionVersion), facts.genesis, facts.genesis, Uint8Array.of(NOTHING));
  const signature = from.sign(signedPayload({ call, extra, implicit }, blake2b256));
  const body = concatBytes(Uint8Array.of(SIGNED_FORMAT_4, ADDRESS_ID), from.publicKey, Uint8Array.of(SIGNATURE_SR25519), signature, extra, call);
  return `0x${bytesToHex(concatBytes(encode(compactU32, body.length), body))}`;
}
