import type { Ctx } from '@taonet/frame';
import { Ev, S } from './pallet.ts';

/** Ends safe mode. source: pallet-safe-mode 22.0.0, do_exit */
export function exitSafeMode(ctx: Ctx, reason: 'Timeout' | 'Force'): void {
  S.EnteredUntil.remove(ctx);
  ctx.deposit(Ev.Exited({ reason }));
}
