/** Names that stand for accounts. On chains that are not live, development keys are known by name. */

import { DEV_ADDRESSES, type DevName } from '../keys/dev.ts';
import { toAddress, type AccountLike } from '../scale/address.ts';
import type { Connection } from './connection.ts';

/** An account, or on local chains the name of a development key: `'alice'`. */
export type Who = AccountLike | DevName;

export function resolveAccount(connection: Connection, who: Who, where: string): string {
  if (typeof who === 'string' && !connection.chain.isLive && Object.hasOwn(DEV_ADDRESSES, who)) return DEV_ADDRESSES[who as DevName];
  return toAddress(who, where);
}
