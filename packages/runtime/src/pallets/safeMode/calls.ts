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
    ensureSigned(origin);
    ensure(!S.EnteredUntil.has(ctx), E.Entered);
    refuse(E.NotConfigured);
  },

  force_enter(ctx, origin) {
    ensureRoot(origin);
    ensure(!S.EnteredUntil.has(ctx), E.Entered);
    const until = later(System.Number.get(ctx), ROOT_ENTER_BLOCKS);
    S.EnteredUntil.set(ctx, until);
    ctx.deposit(Ev.Entered({ until }));
  },

  extend(ctx, origin) {
    ensureSigned(origin);
    ensureEntered(ctx);
    refuse(E.NotConfigured);
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

  force_slash_deposit(_ctx, origin) {
    ensureRoot(origin);
    refuse(E.NoDeposit);
  },

  release_deposit(_ctx, origin) {
    ensureSigned(origin);
    refuse(E.NoDeposit);
  },

  force_release_deposit(_ctx, origin) {
    ensureRoot(origin);
    refuse(E.NoDeposit);
  },
});

const later = (block: number, blocks: number): number => (block + blocks > U32_MAX ? U32_MAX : block + blocks);
const ensureEntered = (ctx: StateCtx): number => S.EnteredUntil.get(ctx) ?? refuse(E.Exited);
