/** The three "last transaction" blocks kept per account: key changes, delegate take, childkey take. */

import type { StateCtx } from '@taonet/frame';
import { saturatingSubU64, type AccountId } from '@taonet/primitives';
import { S } from './pallet.ts';

/** Which of an account's last-transaction blocks. */
export type LastTxKind = 'LastTxBlock' | 'LastTxBlockDelegateTake' | 'LastTxBlockChildKeyTake';

/** source: pallets/subtensor/src/utils/rate_limiting.rs, get_last_tx_block, get_last_tx_block_delegate_take, get_last_tx_block_childkey_take @ 14bc6f9 */
export function getLastTxBlock(ctx: StateCtx, kind: LastTxKind, key: AccountId): bigint {
  return S.LastRateLimitedBlock.get(ctx, { type: kind, value: key });
}

/** source: pallets/subtensor/src/utils/rate_limiting.rs, set_last_tx_block, set_last_tx_block_delegate_take, set_last_tx_block_childkey @ 14bc6f9 */
export function setLastTxBlock(ctx: StateCtx, kind: LastTxKind, key: AccountId, block: bigint): void {
  S.LastRateLimitedBlock.set(ctx, { type: kind, value: key }, block);
}

/** source: pallets/subtensor/src/utils/rate_limiting.rs, remove_last_tx_block, remove_last_tx_block_delegate_take, remove_last_tx_block_childkey @ 14bc6f9 */
export function removeLastTxBlock(ctx: StateCtx, kind: LastTxKind, key: AccountId): void {
  S.LastRateLimitedBlock.remove(ctx, { type: kind, value: key });
}

/** A limit of 0 and a first time never exceed; the block at exactly the limit still does. */
function exceeds(limit: bigint, lastBlock: bigint, block: bigint): boolean {
  return limit !== 0n && lastBlock !== 0n && saturatingSubU64(block, lastBlock) <= limit;
}

/** source: pallets/subtensor/src/utils/rate_limiting.rs, exceeds_tx_rate_limit @ 14bc6f9 */
export function exceedsTxRateLimit(ctx: StateCtx, lastBlock: bigint, block: bigint): boolean {
  return exceeds(S.TxRateLimit.get(ctx), lastBlock, block);
}

/** source: pallets/subtensor/src/utils/rate_limiting.rs, exceeds_tx_delegate_take_rate_limit @ 14bc6f9 */
export function exceedsTxDelegateTakeRateLimit(ctx: StateCtx, lastBlock: bigint, block: bigint): boolean {
  return exceeds(S.TxDelegateTakeRateLimit.get(ctx), lastBlock, block);
}
