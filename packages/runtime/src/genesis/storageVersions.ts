/** The storage version that each pallet writes at genesis. source: each pallet's `STORAGE_VERSION`, frame-support 41.0.0 `OnGenesis` */

import { pallets } from '@taonet/abi';
import { u16, encode } from '@taonet/codec';
import { itemPrefix, type StateCtx } from '@taonet/frame';

/** Pallets whose version is not 0. */
const VERSIONS: Readonly<Record<string, number>> = {
  Grandpa: 5, Balances: 1, SubtensorModule: 7, Multisig: 1, Preimage: 1, Scheduler: 4, Contracts: 16, Triumvirate: 4, TriumvirateMembers: 4, SenateMembers: 4,
};

const ITEM = ':__STORAGE_VERSION__:';

export function writeStorageVersions(ctx: StateCtx): void {
  for (const { name, onlyIn } of pallets) {
    if (onlyIn?.(ctx.build) !== false) ctx.state.set(itemPrefix(ctx.crypto, name, ITEM), encode(u16, VERSIONS[name] ?? 0));
  }
}
