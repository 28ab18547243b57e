/** The chains that rows are shown on. */

import { createCrypto } from '@taonet/crypto';
import { World, type WorldOptions } from './world.ts';

export interface Worlds {
  /** The developer network under the rules of May 2025, at block 0. */
  readonly then: World;
  /** The developer network under the rules of June 2026, at block 0. */
  readonly now: World;
  /** Another one: `create({ rules: '2025-05', fast: false })`. */
  create(options: WorldOptions): World;
}

/** Both worlds, made once for all rows: each row gets copies (`showRow`). */
export async function createWorlds(): Promise<Worlds> {
  const crypto = await createCrypto();
  const create = (options: WorldOptions): World => World.create(crypto, options);
  return { then: create({ rules: '2025-05' }), now: create({ rules: '2026-06' }), create };
}
