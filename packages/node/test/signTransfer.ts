/** Signed transfers for tests of a running node. */

import { multiAddress, runtimeCall } from '@taonet/abi';
import { compactU32, compactU64, encode, signedPayload, u32 } from '@taonet/codec';
import { createHashers, type KeyPair } from '@taonet/crypto';
import { bytesToHex, concatBytes, hexToBytes } from '@taonet/primitives';
import type { RpcClient } from './rpcClient.ts';

const SIGNED_FORMAT = 0x84;
const SR25519 = 1;

export interface TransferOrder {
  readonly from: KeyPair;
  readonly nonce: number;
  readonly to: string;
  readonly rao: bigint;
}

/** An immortal `transfer_keep_alive` for the chain behind `rpc`, in hex. */
export async function signTransfer(rpc: RpcClient, { from, nonce, to, rao }: TransferOrder): Promise<string> {
  const genesis = hexToBytes(await rpc.call<string>('chain_getBlockHash', 0));
  const { specVersion, transactionVersion } = await rpc.call<{ specVersion: number; transactionVersion: number }>('state_getRuntimeVersion');
  const call = encode(runtimeCall, { type: 'Balances', value: { type: 'transfer_keep_alive', value: { dest: { type: 'Id', value: to }, value: rao } } } as never);
  const extra = concatBytes(Uint8Array.of(0), encode(compactU32, nonce), encode(compactU64, 0n), Uint8Array.of(0));
  const implicit = concatBytes(encode(u32, specVersion), encode(u32, transactionVersion), genesis, genesis, Uint8Array.of(0));
  const { blake2b256 } = await createHashers();
  const signature = from.sign(signedPayload({ call, extra, implicit }, blake2b256));
  const address = encode(multiAddress, { type: 'Id', value: bytesToHex(from.publicKey) } as never);
  const body = concatBytes(Uint8Array.of(SIGNED_FORMAT), address, Uint8Array.of(SR25519), signature, extra, call);
  return `0x${bytesToHex(concatBytes(encode(compactU32, body.length), body))}`;
}
