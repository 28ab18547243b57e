/**
 * A walk over all shares, 30 keys a block, that numbers coldkeys with root stake from before there were numbers.
 *
 * source: pallets/subtensor/src/staking/helpers.rs, populate_root_coldkey_staking_maps, populate_root_coldkey_staking_maps_v2 @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { S } from '../../pallet.ts';
import { ROOT_NETUID } from '../../subnets/subnetwork.ts';
import { maybeAddColdkeyIndex } from './coldkeyIndex.ts';

/** Keys looked at per block and map. */
const ALPHA_MAP_BATCH_SIZE = 30;

/** One batch of the older map, then one of the newer. */
export function populateRootColdkeyStakingMaps(ctx: StateCtx): void {
  populateBatch(ctx, S.Alpha, S.AlphaMapLastKey);
  populateBatch(ctx, S.AlphaV2, S.AlphaV2MapLastKey);
}

/** The key the walk has come to is kept; none once a batch was not full, and the next block starts anew. */
function populateBatch(ctx: StateCtx, map: typeof S.Alpha | typeof S.AlphaV2, cursor: typeof S.AlphaMapLastKey): void {
  const keys = map.rawKeys(ctx);
  const lastKey = cursor.get(ctx);
  if (lastKey === undefined && keys.length === 0) return;
  const start = lastKey === undefined ? 0 : firstAbove(keys, bytesToHex(lastKey));
  const batch = keys.slice(start, start + ALPHA_MAP_BATCH_SIZE);
  for (const key of batch) {
    const [, coldkey, netuid] = map.decodeKey(key);
    if (netuid === ROOT_NETUID) maybeAddColdkeyIndex(ctx, coldkey);
  }
  const full = batch.length === ALPHA_MAP_BATCH_SIZE;
  cursor.set(ctx, full ? hexToBytes(batch[batch.length - 1]!) : undefined);
}

function firstAbove(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
