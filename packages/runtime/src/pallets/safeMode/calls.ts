import { safeMode } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned, type StateCtx } from '@taonet/frame';
import { ensure, refuse, U32_MAX } from '@taonet/primitives';
import { S as System } from '../system/pallet.ts';
import { exitSafeMode } from './exit.ts';
import { E, Ev, S } from './pallet.ts';

/** Blocks for which root enters and extends: a day and half a day of 12 s blocks. */
const ROOT_ENTER_BLOCKS = 7200;
const ROOT_EXTEND_BLOCKS = 3600;

/** Nobody but root enters on this chain, so there are no deposits either. source: pallet-safe-mode 22.0.0; runtime/src/lib.rs @ 14bc6f9 */
export const calls = bindCalls(safeMode, {
  enter(ctx, origin) {
    const who = ensureSigned(origin);
    ensureNotEntered(ctx);
    refuse(E.NotConfigured, { who });
  },

  force_enter(ctx, origin) {
    ensureRoot(origin);
    ensureNotEntered(ctx);
    const until = later(System.Number.get(ctx), ROOT_ENTER_BLOCKS);
    S.EnteredUntil.set(ctx, until);
    ctx.deposit(Ev.Entered({ until }));
  },

  extend(ctx, origin) {
    const who = ensureSigned(origin);
    ensureEntered(ctx);
    refuse(E.NotConfigured, { who });
  },

  force_extend(ctx, origin) {
    ensureRoot(origin);
    const until = later(ensureEntered(ctx), ROOT_EXTEND_BLOCKS);
    S.EnteredUntil.set(ctx, until);
    ctx.deposit(Ev.Extended({ until }));
  },

  force_exit(ctx, origin) {
    ensureRoot(origin);
    ensureEntered(ctx);
    exitSafeMode(ctx, 'Force');
  },

  force_slash_deposit(_ctx, origin, { account, block }) {
    ensureRoot(origin);
    refuse(E.NoDeposit, { account, block });
  },

  release_deposit(_ctx, origin, { account, block }) {
    ensureSigned(origin);
    refuse(E.NoDeposit, { account, block });
  },

  force_release_deposit(_ctx, origin, { account, block }) {
    ensureRoot(origin);
    refuse(E.NoDeposit, { account, block });
  },
});

const later = (block: number, blocks: number): number => (block + blocks > U32_MAX ? U32_MAX : block + blocks);
const ensureEntered = (ctx: StateCtx): number => S.EnteredUntil.get(ctx) ?? refuse(E.Exited, { block: System.Number.get(ctx) });

function ensureNotEntered(ctx: StateCtx): void {
  const until = S.EnteredUntil.get(ctx);
  ensure(until === undefined, E.Entered, { until });
}
