/** TAO of accounts. */

import type { Reads } from '../client/reads.ts';
import type { Who } from '../client/names.ts';
import { Tao } from '../units.ts';

export interface Balance {
  /** Can be spent, apart from the existential deposit and what is frozen. */
  readonly free: Tao;
  readonly reserved: Tao;
  readonly frozen: Tao;
  /** Free and reserved. */
  readonly total: Tao;
}

interface AccountData {
  readonly data: { readonly free: bigint; readonly reserved: bigint; readonly frozen: bigint };
}

function balanceOf({ data: { free, reserved, frozen } }: AccountData): Balance {
  return { free: new Tao(free), reserved: new Tao(reserved), frozen: new Tao(frozen), total: new Tao(free + reserved) };
}

export async function readBalance(reads: Reads, who: Who): Promise<Balance> {
  return balanceOf(await reads.query.System.Account(reads.addressOf(who)));
}

export async function readBalances(reads: Reads, list: readonly Who[]): Promise<Balance[]> {
  return (await reads.query.System.Account.many(list.map((who) => [reads.addressOf(who)]))).map(balanceOf);
}
