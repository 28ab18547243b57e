import type { Hooks } from '@taonet/frame';
import { S } from './pallet.ts';

/** Results of proxied calls live for one block. source: pallets/proxy/src/lib.rs, on_finalize @ 14bc6f9 */
export const hooks: Hooks = {
  onFinalize: (ctx) => void S.LastCallResult.clearPrefix(ctx),
};
