/** Signed transactions for tests of a running node. */

import { multiAddress, runtimeCall } from '@taonet/abi';
import { compactU32, compactU64, encode, era, mortalEra, signedPayload, u32 } from '@taonet/codec';
import { createHashers, type KeyPair } from '@taonet/crypto';
import { bytesToHex, concatBytes, hexToBytes } from '@taonet/primitives';
import type { RpcClient } from './rpcClient.ts';

const SIGNED_FORMAT = 0x84;
const SR25519 = 1;

export interface CallOrder {
  readonly from: KeyPair;
  readonly nonce: number;
  /** As `{ type: 'Balances', value: { type: 'transfer_all', value: … } }`. */
  readonly call: { readonly type: string; readonly value: unknown };
  /** In blocks from the head on; undefined: immortal. */
  readonly period?: number;
}

/** A signed call for the chain behind `rpc`, in hex. */
export async function signCall(rpc: RpcClient, { from, nonce, call, period }: CallOrder): Promise<string> {
  const genesis = hexToBytes(await rpc.call<string>('chain_getBlockHash', 0));
  const head = Number((await rpc.call<{ number: string }>('chain_getHeader')).number);
  const birth = period === undefined ? genesis : hexToBytes(await rpc.call<string>('chain_getBlockHash', head));
  const life = period === undefined ? Uint8Array.of(0) : encode(era, mortalEra(period, head));
  const { specVersion, transactionVersion } = await rpc.call<{ specVersion: number; transactionVersion: number }>('state_getRuntimeVersion');
  const encoded = encode(runtimeCall, call as never);
  const extra = concatBytes(life, encode(compactU32, nonce), encode(compactU64, 0n), Uint8Array.of(0));
  const implicit = concatBytes(encode(u32, specVersion), encode(u32, transactionVersion), genesis, birth, Uint8Array.of(0));
  const { blake2b256 } = await createHashers();
  const signature = from.sign(signedPayload({ call: encoded, extra, implicit }, blake2b256));
  const address = encode(multiAddress, { type: 'Id', value: bytesToHex(from.publicKey) } as never);
  const body = concatBytes(Uint8Array.of(SIGNED_FORMAT), address, Uint8Array.of(SR25519), signature, extra, encoded);
  return `0x${bytesToHex(concatBytes(encode(compactU32, body.length), body))}`;
}

export interface TransferOrder {
  readonly from: KeyPair;
  readonly nonce: number;
  readonly to: string;
  readonly rao: bigint;
}

export function transfer(to: string, rao: bigint): CallOrder['call'] {
  return { type: 'Balances', value: { type: 'transfer_keep_alive', value: { dest: { type: 'Id', value: to }, value: rao } } };
}

/** An immortal `transfer_keep_alive`, in hex. */
export function signTransfer(rpc: RpcClient, { from, nonce, to, rao }: TransferOrder): Promise<string> {
  return signCall(rpc, { from, nonce, call: transfer(to, rao) });
}
