/** Shards on disk, one file each. */

import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShardId } from './storeWire.ts';

export interface Shards {
  /** False when it would not fit. */
  put(id: ShardId, bytes: Uint8Array): Promise<boolean>;
  get(id: ShardId): Promise<Uint8Array | undefined>;
  drop(id: ShardId): Promise<void>;
}

/** Keeps at most `capacityBytes` in `folder`; what was there at the last start still is. */
export async function openShardFolder(folder: string, capacityBytes: number): Promise<Shards> {
  await mkdir(folder, { recursive: true });
  const sizes = new Map<ShardId, number>();
  for (const name of await readdir(folder)) {
    if (name.endsWith('.part')) await rm(join(folder, name), { force: true });
    else sizes.set(name, (await stat(join(folder, name))).size);
  }
  let held = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return {
    async put(id, bytes) {
      if (sizes.has(id)) return true;
      if (held + bytes.length > capacityBytes) return false;
      sizes.set(id, bytes.length);
      held += bytes.length;
      // A crash leaves a part or the whole shard, never half of one under its name.
      await writeFile(join(folder, `${id}.part`), bytes);
      await rename(join(folder, `${id}.part`), join(folder, id));
      return true;
    },
    async get(id) {
      return sizes.has(id) ? new Uint8Array(await readFile(join(folder, id))) : undefined;
    },
    async drop(id) {
      const size = sizes.get(id);
      if (size === undefined) return;
      sizes.delete(id);
      held -= size;
      await rm(join(folder, id), { force: true });
    },
  };
}
