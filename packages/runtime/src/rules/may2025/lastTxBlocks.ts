/** The three "last transaction" blocks kept per account, each in a map of its own. source: pallets/subtensor/src/utils/rate_limiting.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import type { LastTxKind } from '../../pallets/subtensor/lastTxBlocks.ts';
import { S } from './pallet.ts';

export const LAST_TX_KINDS: readonly LastTxKind[] = ['LastTxBlock', 'LastTxBlockDelegateTake', 'LastTxBlockChildKeyTake'];

/** 0 when there was none. source: get_last_tx_block, get_last_tx_block_delegate_take, get_last_tx_block_childkey_take */
export const getLastTxBlock = (ctx: StateCtx, kind: LastTxKind, key: AccountId): bigint => S[kind].get(ctx, key);

/** source: set_last_tx_block, set_last_tx_block_delegate_take */
export const setLastTxBlock = (ctx: StateCtx, kind: LastTxKind, key: AccountId, block: bigint): void => S[kind].set(ctx, key, block);
