/**
 * The Ethereum block that each block carries. Without EVM transactions it is empty, but its header still holds the
 * state's root at that moment, and its hash goes into the digest.
 *
 * source: frontier d553a1155, frame/ethereum/src/lib.rs, store_block; crate ethereum 0.18.2
 */

import { encode, h256, row, struct, variant, vec } from '@taonet/codec';
import type { EthereumBlock } from '@taonet/abi';
import type { BlockCtx, StateCtx } from '@taonet/frame';
import { bytesToHex, hexToBytes, utf8ToBytes, type AccountId, type Hash } from '@taonet/primitives';
import { getBlockAuthor } from '../aura/slots.ts';
import { depositLog } from '../system/bookkeeping.ts';
import { S as Timestamp } from '../timestamp/pallet.ts';
import { S } from './pallet.ts';
import { rlpBytes, rlpInteger, rlpList } from './rlp.ts';

const ZERO_HASH = '00'.repeat(32);
const GAS_LIMIT = 75_000_000n;
const BLOOM_BYTES = 256;
const NONCE_BYTES = 8;
const ENGINE = utf8ToBytes('fron');

const postLog = variant('fp_consensus::PostLog', {
  Hashes: row(1, [struct('fp_consensus::Hashes', { block_hash: h256, transaction_hashes: vec(h256) })]),
});

/** Builds the block of `number`, stores it and, but for genesis, puts its hash into the digest. */
export function storeBlock(ctx: BlockCtx, number: bigint): void {
  const block = emptyBlock(ctx, {
    number,
    parentHash: number === 0n ? ZERO_HASH : S.BlockHash.get(ctx, number - 1n),
    stateRoot: ctx.stateRoot(),
  });
  const hash = hashHeader(ctx, block.header);
  S.CurrentBlock.set(ctx, block);
  S.CurrentReceipts.set(ctx, []);
  S.CurrentTransactionStatuses.set(ctx, []);
  S.BlockHash.set(ctx, number, hash);
  if (number === 0n) return;
  depositLog(ctx, { type: 'Consensus', value: [ENGINE, encode(postLog, { type: 'Hashes', value: { block_hash: hash, transaction_hashes: [] } })] });
}

function emptyBlock(ctx: StateCtx, { number, parentHash, stateRoot }: { readonly number: bigint; readonly parentHash: Hash; readonly stateRoot: Hash }): EthereumBlock {
  const emptyTrieRoot = bytesToHex(ctx.crypto.keccak256(rlpBytes(new Uint8Array())));
  return {
    header: {
      parent_hash: parentHash,
      ommers_hash: bytesToHex(ctx.crypto.keccak256(rlpList([]))),
      beneficiary: beneficiaryOf(getBlockAuthor(ctx)),
      state_root: stateRoot,
      transactions_root: emptyTrieRoot,
      receipts_root: emptyTrieRoot,
      logs_bloom: new Uint8Array(BLOOM_BYTES),
      difficulty: 0n,
      number,
      gas_limit: GAS_LIMIT,
      gas_used: 0n,
      timestamp: Timestamp.Now.get(ctx),
      extra_data: new Uint8Array(),
      mix_hash: ZERO_HASH,
      nonce: new Uint8Array(NONCE_BYTES),
    },
    transactions: [],
    ommers: [],
  };
}

/** Bytes 4 to 24 of the author's key: upstream's way from 32 bytes to 20. */
function beneficiaryOf(author: AccountId | undefined): string {
  return author === undefined ? '00'.repeat(20) : author.slice(8, 48);
}

/** Keccak of the header's RLP. */
function hashHeader(ctx: StateCtx, header: EthereumBlock['header']): Hash {
  const hex = (value: string): Uint8Array => rlpBytes(hexToBytes(value));
  const encoded = rlpList([
    hex(header.parent_hash), hex(header.ommers_hash), hex(header.beneficiary), hex(header.state_root), hex(header.transactions_root),
    hex(header.receipts_root), rlpBytes(header.logs_bloom), rlpInteger(header.difficulty), rlpInteger(header.number), rlpInteger(header.gas_limit),
    rlpInteger(header.gas_used), rlpInteger(header.timestamp), rlpBytes(header.extra_data), hex(header.mix_hash), rlpBytes(header.nonce),
  ]);
  return bytesToHex(ctx.crypto.keccak256(encoded));
}
