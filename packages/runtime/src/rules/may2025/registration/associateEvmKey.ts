/** A hotkey's owner names the EVM address that belongs to the neuron. */

import { ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ensureSignedByEvmKey, type EvmKeyClaim } from '../../../pallets/subtensor/subnets/associateEvmKey.ts';
import { getUidForNetAndHotkey } from '../../../pallets/subtensor/subnets/uids.ts';
import { E, Ev, S } from '../pallet.ts';

/**
 * Stores the address that signed hotkey ‖ keccak256(block number), as often as one likes.
 *
 * refuses NonAssociatedColdKey, HotKeyNotRegisteredInSubNet, InvalidIdentity, UnableToRecoverPublicKey, InvalidRecoveredPublicKey
 * source: pallets/subtensor/src/utils/evm.rs, do_associate_evm_key @ 1b0c63a
 */
export function doAssociateEvmKey(ctx: CallCtx, origin: Origin, { netuid, hotkey }: { readonly netuid: NetUid; readonly hotkey: AccountId }, claim: EvmKeyClaim): void {
  const coldkey = ensureSigned(origin);
  const owner = S.Owner.get(ctx, hotkey);
  ensure(owner === coldkey, E.NonAssociatedColdKey, { hotkey, actual: coldkey, required: owner });
  const uid = getUidForNetAndHotkey(ctx, netuid, hotkey);
  ensureSignedByEvmKey(ctx, { netuid, hotkey }, claim);
  const block = getCurrentBlockAsU64(ctx);
  S.AssociatedEvmAddress.set(ctx, netuid, uid, [claim.evmKey, block]);
  ctx.deposit(Ev.EvmKeyAssociated({ netuid, hotkey, evm_key: claim.evmKey, block_associated: block }));
}
