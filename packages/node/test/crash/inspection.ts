/** Looks at a node that came back: is what was acknowledged there, and is any block torn? */

import { computeTrieRoot } from '@taonet/frame';
import { bytesToHex, hexToBytes, type Hashers } from '@taonet/primitives';
import type { RpcClient } from '../rpcClient.ts';
import type { Journal } from './journal.ts';

const ACCOUNTS = '26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9';
/** Where `free` stands in AccountInfo. */
const FREE_AT = 16;
const STATE_VERSION = 1;
/** Served, but not part of the state. */
const CODE_KEY = '0x3a636f6465';
const BLOCKS_LOOKED_AT = 40;

interface HeaderJson {
  readonly number: string;
  readonly parentHash: string;
  readonly stateRoot: string;
}

interface BlockJson {
  readonly block: { readonly header: HeaderJson; readonly extrinsics: readonly string[] };
}

/** Storage key of an account's AccountInfo: blake2_128_concat. */
export function accountKey({ blake2b128 }: Hashers, account: string): string {
  return `0x${ACCOUNTS}${bytesToHex(blake2b128(hexToBytes(account)))}${account}`;
}

/** What does not hold, in words. */
export async function inspect(rpc: RpcClient, hashers: Hashers, journal: Journal): Promise<string[]> {
  return [
    ...await inspectBlocks(rpc, journal),
    ...await inspectStates(rpc, hashers, journal),
    ...await inspectWritten(rpc, hashers, journal),
  ];
}

async function inspectBlocks(rpc: RpcClient, { blocks, included, head, finalized }: Journal): Promise<string[]> {
  const wrong: string[] = [];
  const now = Number((await rpc.call<HeaderJson>('chain_getHeader')).number);
  if (now < head) wrong.push(`head ${now}, acknowledged ${head}`);
  const final = Number((await rpc.call<HeaderJson>('chain_getHeader', await rpc.call('chain_getFinalizedHead'))).number);
  if (final < finalized) wrong.push(`final ${final}, acknowledged ${finalized}`);
  for (const [number, hash] of blocks) {
    const kept = await rpc.call<string>('chain_getBlockHash', number);
    if (kept !== hash) wrong.push(`block ${number} is ${kept}, was told as ${hash}`);
  }
  for (const { extrinsic, block } of included) {
    const kept = await rpc.call<BlockJson | null>('chain_getBlock', block);
    if (kept?.block.extrinsics.includes(extrinsic) !== true) wrong.push(`block ${block} lost a transaction`);
  }
  let parent: string | undefined;
  for (let number = Math.max(0, now - BLOCKS_LOOKED_AT); number <= now; number++) {
    const hash = await rpc.call<string>('chain_getBlockHash', number);
    const kept = await rpc.call<BlockJson | null>('chain_getBlock', hash);
    if (kept === null || Number(kept.block.header.number) !== number) wrong.push(`block ${number} cannot be read`);
    else if (parent !== undefined && kept.block.header.parentHash !== parent) wrong.push(`block ${number} does not follow its parent`);
    parent = hash;
  }
  return wrong;
}

/** The root in the header against one made from all pairs. */
async function inspectStates(rpc: RpcClient, { blake2b256 }: Hashers, { untouched }: Journal): Promise<string[]> {
  const wrong: string[] = [];
  const all = [...untouched];
  for (const number of new Set([all[0], all[all.length >> 1], all.at(-1)])) {
    if (number === undefined) continue;
    const hash = await rpc.call<string>('chain_getBlockHash', number);
    const { stateRoot } = await rpc.call<HeaderJson>('chain_getHeader', hash);
    const pairs = await rpc.call<[string, string][]>('state_getPairs', '0x', hash);
    const kept = pairs.filter(([key]) => key !== CODE_KEY).map(([key, value]) => [key.slice(2), hexToBytes(value)] as const);
    const root = computeTrieRoot(kept, STATE_VERSION, blake2b256);
    if (`0x${bytesToHex(root)}` !== stateRoot) wrong.push(`the state of block ${number} is torn`);
  }
  return wrong;
}

async function inspectWritten(rpc: RpcClient, hashers: Hashers, { storage, balances }: Journal): Promise<string[]> {
  const wrong: string[] = [];
  for (const [key, value] of storage) {
    const kept = await rpc.call<string | null>('state_getStorage', key);
    if (kept !== value) wrong.push(`${key} is ${kept}, acknowledged ${value}`);
  }
  for (const [account, rao] of balances) {
    const info = await rpc.call<string | null>('state_getStorage', accountKey(hashers, account));
    const free = info === null ? null : Buffer.from(info.slice(2), 'hex').readBigUInt64LE(FREE_AT);
    if (free !== rao) wrong.push(`${account} has ${free}, acknowledged ${rao}`);
  }
  return wrong;
}
