import { prodOrFast, forBuild } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { ensure, saturatingSubU64, type AccountId, type NetUid, type Uid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, S } from '../pallet.ts';
import { getUidForNetAndHotkey } from '../subnets/uids.ts';
import type { SubtensorCall } from './subtensorCall.ts';

/** Blocks between two associations of a neuron with an EVM key: one day. */
const RATE_LIMIT_BLOCKS = prodOrFast(7200n, 1n);

/**
 * A hotkey that is on the subnet and whose cooldown is over.
 *
 * refuses HotKeyNotRegisteredInSubNet, EvmKeyAssociateRateLimitExceeded
 * source: pallets/subtensor/src/guards/check_evm_key_association.rs @ 14bc6f9
 */
export function checkEvmKeyAssociation(ctx: StateCtx, who: AccountId, call: SubtensorCall): void {
  if (call.type !== 'associate_evm_key') return;
  const { netuid } = call.value;
  ensureEvmKeyAssociateRateLimit(ctx, netuid, getUidForNetAndHotkey(ctx, netuid, who));
}

/** source: pallets/subtensor/src/utils/evm.rs, ensure_evm_key_associate_rate_limit @ 14bc6f9 */
export function ensureEvmKeyAssociateRateLimit(ctx: StateCtx, netuid: NetUid, uid: Uid): void {
  const block = getCurrentBlockAsU64(ctx);
  const associated = S.AssociatedEvmAddress.get(ctx, netuid, uid)?.[1] ?? 0n;
  const limitBlocks = forBuild(RATE_LIMIT_BLOCKS, ctx.build);
  ensure(saturatingSubU64(block, associated) >= limitBlocks, E.EvmKeyAssociateRateLimitExceeded, { netuid, uid, actual: block, required: associated + limitBlocks });
}
