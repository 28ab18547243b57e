/** Accounts as people write them. Values from the chain carry SS58 with prefix 42; hex with `0x` is taken too. */

import { decodeSs58, encodeSs58 } from '@taonet/crypto/ss58';
import { bytesToHex, tryHexToBytes, type AccountId } from '@taonet/primitives';
import { badInput } from '../errors.ts';

/** An account: SS58 (any prefix), 32 bytes in hex, bytes, or whoever has an address (a signer, a neuron's key). */
export type AccountLike = string | Uint8Array | { readonly address: string };

const ACCOUNT_BYTES = 32;
const KEPT = 4096;
/** Addresses are asked for again and again; a checksum costs 10 µs. */
const addresses = new Map<AccountId, string>();

/** SS58 of an account in hex without prefix. */
export function addressOf(accountId: AccountId): string {
  let address = addresses.get(accountId);
  if (address === undefined) {
    if (addresses.size >= KEPT) addresses.clear();
    address = encodeSs58(accountId);
    addresses.set(accountId, address);
  }
  return address;
}

/** 32 bytes as hex without prefix. refuses: BadInput */
export function accountIdOf(account: unknown, where: string): AccountId {
  if (account instanceof Uint8Array && account.length === ACCOUNT_BYTES) return bytesToHex(account);
  if (typeof account === 'object' && account !== null && 'address' in account) return accountIdOf(account.address, where);
  if (typeof account !== 'string') throw badInput(where, 'an account (SS58 or 0x…)', account);
  if (account.length >= 2 * ACCOUNT_BYTES) {
    const bytes = tryHexToBytes(account);
    if (bytes?.length === ACCOUNT_BYTES) return bytesToHex(bytes);
  }
  const decoded = decodeSs58(account);
  if (!decoded.ok) throw badInput(where, `an account (SS58: ${decoded.problem})`, account);
  return decoded.accountId;
}

/** SS58 with prefix 42 of any way of writing an account. refuses: BadInput */
export function toAddress(account: AccountLike, where = 'account'): string {
  return addressOf(accountIdOf(account, where));
}
