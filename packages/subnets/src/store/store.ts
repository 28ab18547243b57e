/** The Store subnet: files kept by machines that must prove it. */

import { join } from 'node:path';
import type { SubnetKind } from '../subnetKind.ts';
import { openShardFolder } from './shardFolder.ts';
import { createStoreExaminer, SHARD_BYTES } from './storeExaminer.ts';
import { createStoreWorker } from './storeWorkers.ts';
import { STORE } from './storeWire.ts';

const DEADLINE_MS = 4_000;
const DISK_BYTES = 256 << 20;
/** Five of the eight shards that a validator would like to hand over. */
const SMALL_DISK_BYTES = 5 * SHARD_BYTES;

/** Shards are kept below `folder`, a folder for each worker. */
export function createStoreSubnet(folder: string): SubnetKind {
  return {
    name: 'store',
    title: 'Store',
    purpose: 'Files kept in encrypted shards by machines that prove every round that they still hold them.',
    synapse: STORE,
    deadlineMs: DEADLINE_MS,
    minimumHardware: '256 MB of disk',
    createExaminer: () => Promise.resolve(createStoreExaminer(DEADLINE_MS)),
    async createWorker(behaviour, name) {
      const shards = await openShardFolder(join(folder, name), behaviour === 'small' ? SMALL_DISK_BYTES : DISK_BYTES);
      return createStoreWorker(shards, behaviour);
    },
  };
}
