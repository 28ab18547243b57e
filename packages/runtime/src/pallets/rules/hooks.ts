/** Other rules take over before anything else happens in a block. */

import type { Hooks } from '@taonet/frame';
import { carryOver } from '../../rules/carryOver.ts';
import { measured } from '../../weights/weightRow.ts';
import { Ev, S } from './pallet.ts';

export const hooks: Hooks = {
  onInitialize(ctx) {
    if (ctx.build.extended !== true) return;
    const to = S.Next.get(ctx);
    if (to === undefined) return measured(0, 0, 1, 0);
    const from = S.Active.get(ctx);
    S.Next.remove(ctx);
    carryOver(ctx, from, to);
    S.Active.set(ctx, to);
    ctx.deposit(Ev.RulesChanged({ from, to }));
    return measured(0, 0, 2, 2);
  },
};
