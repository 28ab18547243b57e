/** Accounts behind addresses. source: runtime/src/lib.rs, AccountIdLookup @ 14bc6f9 */

import type { MultiAddress } from '@taonet/abi';
import { CANNOT_LOOKUP } from '@taonet/frame';
import { refuse, type AccountId } from '@taonet/primitives';

/** The account of an address; only addresses that are accounts have one. */
export function tryLookup(address: MultiAddress): AccountId | undefined {
  return address.type === 'Id' ? address.value : undefined;
}

/** `tryLookup`, refusing CannotLookup. */
export function lookup(address: MultiAddress): AccountId {
  return tryLookup(address) ?? refuse(CANNOT_LOOKUP, { actual: address.type, required: 'Id' });
}
