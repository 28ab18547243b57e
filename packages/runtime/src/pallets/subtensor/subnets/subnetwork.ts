/** Which subnets there are, and the account each of them keeps its TAO on. */

import type { StateCtx } from '@taonet/frame';
import { bytesToHex, utf8ToBytes, type AccountId, type NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';

export const ROOT_NETUID: NetUid = 0;

/** "modl" ‖ pallet id "subtensr", as hex: the head of every subnet account. */
const SUBNET_ACCOUNT_HEAD = bytesToHex(utf8ToBytes('modlsubtensr'));
const ACCOUNT_HEX_CHARS = 64;
const NETUID_HEX_CHARS = 4;

/** source: pallets/subtensor/src/subnets/subnet.rs, if_subnet_exist @ 14bc6f9 */
export function ifSubnetExist(ctx: StateCtx, netuid: NetUid): boolean {
  return S.NetworksAdded.get(ctx, netuid);
}

/**
 * All subnets that have an entry, root included, in raw key order (the number's low byte first).
 *
 * source: pallets/subtensor/src/subnets/subnet.rs, get_all_subnet_netuids @ 14bc6f9
 */
export function getAllSubnetNetuids(ctx: StateCtx): NetUid[] {
  return S.NetworksAdded.keys(ctx).map(([netuid]) => netuid);
}

/**
 * The lowest subnet number not in use, never root.
 *
 * source: pallets/subtensor/src/subnets/subnet.rs, get_next_netuid @ 14bc6f9
 */
export function getNextNetuid(ctx: StateCtx): NetUid {
  const used = getAllSubnetNetuids(ctx);
  let next = 1;
  while (used.includes(next)) next += 1;
  return next;
}

/** How many subnets other than root exist. */
export function countSubnets(ctx: StateCtx): number {
  return S.NetworksAdded.entries(ctx).filter(([[netuid], added]) => added && netuid !== ROOT_NETUID).length;
}

function littleEndianHex(netuid: NetUid): string {
  return bytesToHex(Uint8Array.of(netuid & 0xff, netuid >> 8));
}

/**
 * The account a subnet's TAO lies on; undefined when there is no such subnet.
 *
 * source: pallets/subtensor/src/subnets/subnet.rs, get_subnet_account_id @ 14bc6f9
 */
export function getSubnetAccountId(ctx: StateCtx, netuid: NetUid): AccountId | undefined {
  if (netuid !== ROOT_NETUID && !S.NetworksAdded.has(ctx, netuid)) return undefined;
  return (SUBNET_ACCOUNT_HEAD + littleEndianHex(netuid)).padEnd(ACCOUNT_HEX_CHARS, '0');
}

/**
 * The subnet whose account this is, existing or not; undefined for every other account.
 *
 * source: pallets/subtensor/src/subnets/subnet.rs, is_subnet_account_id @ 14bc6f9
 */
export function isSubnetAccountId(account: AccountId): NetUid | undefined {
  if (!account.startsWith(SUBNET_ACCOUNT_HEAD)) return undefined;
  const digits = account.slice(SUBNET_ACCOUNT_HEAD.length, SUBNET_ACCOUNT_HEAD.length + NETUID_HEX_CHARS);
  const rest = account.slice(SUBNET_ACCOUNT_HEAD.length + NETUID_HEX_CHARS);
  if (!/^0*$/.test(rest)) return undefined;
  return Number.parseInt(digits.slice(2, 4) + digits.slice(0, 2), 16);
}
