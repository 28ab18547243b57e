/**
 * A walk over all shares, 30 keys a block, that numbers coldkeys with root stake from before there were numbers.
 *
 * source: pallets/subtensor/src/staking/helpers.rs, populate_root_coldkey_staking_maps, populate_root_coldkey_staking_maps_v2 @ 14bc6f9
 */

import { keysAfter, type StateCtx } from '@taonet/frame';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { S } from '../../pallet.ts';
import { maybeAddColdkeyIndex } from './coldkeyIndex.ts';

/** Keys looked at per block and map. */
const ALPHA_MAP_BATCH_SIZE = 30;

/** One batch of the older map, then one of the newer. */
export function populateRootColdkeyStakingMaps(ctx: StateCtx): void {
  populateBatch(ctx, S.Alpha, S.AlphaMapLastKey);
  populateBatch(ctx, S.AlphaV2, S.AlphaV2MapLastKey);
}

/** Root's number as it ends a storage key. */
const ROOT_KEY_END = '0000';

/**
 * The key the walk has come to is kept; none once a batch was not full, and the next block starts anew.
 *
 * cost: by the batch, not by how many shares there are
 */
function populateBatch(ctx: StateCtx, map: typeof S.Alpha | typeof S.AlphaV2, cursor: typeof S.AlphaMapLastKey): void {
  const lastKey = cursor.get(ctx);
  const batch = keysAfter(ctx.state, map.prefix(ctx), lastKey === undefined ? '' : bytesToHex(lastKey), ALPHA_MAP_BATCH_SIZE);
  if (lastKey === undefined && batch.length === 0) return;
  for (const key of batch) if (key.endsWith(ROOT_KEY_END)) maybeAddColdkeyIndex(ctx, map.decodeKey(key)[1]);
  const full = batch.length === ALPHA_MAP_BATCH_SIZE;
  cursor.set(ctx, full ? hexToBytes(batch[batch.length - 1]!) : undefined);
}
