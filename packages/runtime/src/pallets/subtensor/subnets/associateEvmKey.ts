/** A neuron's hotkey names the EVM address that belongs to it. */

import { encode, u64 } from '@taonet/codec';
import { ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { bytesToHex, concatBytes, ensure, hexToBytes, refuse, utf8ToBytes, type AccountId, type Crypto, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { ensureEvmKeyAssociateRateLimit } from '../guards/checkEvmKeyAssociation.ts';
import { E, Ev, S } from '../pallet.ts';
import { getOwningColdkeyForHotkey } from '../staking/accounts.ts';
import { getUidForNetAndHotkey } from './uids.ts';

const ADDRESS_BYTES = 20;
const NOBODY: AccountId = '0'.repeat(64);
const MESSAGE_PREFIX = '\x19Ethereum Signed Message:\n';

/** What an Ethereum wallet signs for a message. source: pallets/subtensor/src/utils/evm.rs, hash_message_eip191 @ 14bc6f9 */
export function hashMessageEip191(crypto: Crypto, message: Uint8Array): Uint8Array {
  return crypto.keccak256(concatBytes(utf8ToBytes(`${MESSAGE_PREFIX}${message.length}`), message));
}

export interface EvmKeyClaim {
  readonly evmKey: string;
  /** Any block number; it only makes the signed message another one. */
  readonly blockNumber: bigint;
  readonly signature: Uint8Array;
}

/**
 * Stores the address that signed hotkey ‖ keccak256(block number), once in a while per neuron.
 *
 * refuses NonAssociatedColdKey, HotKeyNotRegisteredInSubNet, EvmKeyAssociateRateLimitExceeded, InvalidIdentity,
 *   UnableToRecoverPublicKey, InvalidRecoveredPublicKey
 * source: pallets/subtensor/src/utils/evm.rs, do_associate_evm_key @ 14bc6f9
 */
export function doAssociateEvmKey(ctx: CallCtx, origin: Origin, netuid: NetUid, claim: EvmKeyClaim): void {
  const hotkey = ensureSigned(origin);
  ensure(getOwningColdkeyForHotkey(ctx, hotkey) !== NOBODY, E.NonAssociatedColdKey, { hotkey });
  const uid = getUidForNetAndHotkey(ctx, netuid, hotkey);
  ensureEvmKeyAssociateRateLimit(ctx, netuid, uid);
  ensureSignedByEvmKey(ctx, { netuid, hotkey }, claim);
  const block = getCurrentBlockAsU64(ctx);
  S.AssociatedEvmAddress.set(ctx, netuid, uid, [claim.evmKey, block]);
  ctx.deposit(Ev.EvmKeyAssociated({ netuid, hotkey, evm_key: claim.evmKey, block_associated: block }));
}

/**
 * The claimed address must have signed hotkey ‖ keccak256(block number).
 *
 * refuses InvalidIdentity, UnableToRecoverPublicKey, InvalidRecoveredPublicKey
 * source: pallets/subtensor/src/utils/evm.rs, do_associate_evm_key @ 14bc6f9, the same @ 1b0c63a
 */
export function ensureSignedByEvmKey({ crypto }: CallCtx, { netuid, hotkey }: { readonly netuid: NetUid; readonly hotkey: AccountId }, claim: EvmKeyClaim): void {
  const message = concatBytes(hexToBytes(hotkey), crypto.keccak256(encode(u64, claim.blockNumber)));
  const key = crypto.recoverEcdsa(hashMessageEip191(crypto, message), claim.signature) ?? refuse(E.InvalidIdentity, { netuid, hotkey });
  const evmKey = evmAddressOf(crypto, key) ?? refuse(E.UnableToRecoverPublicKey, { netuid, hotkey });
  ensure(evmKey === claim.evmKey, E.InvalidRecoveredPublicKey, { netuid, hotkey, actual: evmKey, required: claim.evmKey });
}

/** Last 20 bytes of the hash of the whole point, without the byte that tells its form. */
function evmAddressOf(crypto: Crypto, key: Uint8Array): string | undefined {
  const point = crypto.uncompressEcdsaKey(key);
  return point === undefined ? undefined : bytesToHex(crypto.keccak256(point.slice(1)).slice(-ADDRESS_BYTES));
}
