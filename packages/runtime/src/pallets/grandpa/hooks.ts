import type { BlockCtx, Hooks } from '@taonet/frame';
import { depositConsensusLog } from './consensusLog.ts';
import { Ev, S } from './pallet.ts';

/** Announces and enacts changes of the voters' set and of its state. source: pallet-grandpa 41.0.0, lib.rs, on_finalize */
export const hooks: Hooks = {
  onFinalize(ctx, block) {
    changeAuthorities(ctx, block);
    changeState(ctx, block);
  },
};

function changeAuthorities(ctx: BlockCtx, block: number): void {
  const pending = S.PendingChange.get(ctx);
  if (pending === undefined) return;
  const { scheduled_at, delay, next_authorities, forced } = pending;
  if (block === scheduled_at) {
    const change = { next_authorities, delay };
    depositConsensusLog(ctx, forced === undefined ? { type: 'ScheduledChange', value: change } : { type: 'ForcedChange', value: [forced, change] });
  }
  if (block !== scheduled_at + delay) return;
  S.Authorities.set(ctx, next_authorities);
  ctx.deposit(Ev.NewAuthorities({ authority_set: next_authorities }));
  S.PendingChange.remove(ctx);
}

function changeState(ctx: BlockCtx, block: number): void {
  const state = S.State.get(ctx);
  if (state.type === 'PendingPause') {
    const { scheduled_at, delay } = state.value;
    if (block === scheduled_at) depositConsensusLog(ctx, { type: 'Pause', value: delay });
    if (block !== scheduled_at + delay) return;
    S.State.set(ctx, { type: 'Paused' });
    ctx.deposit(Ev.Paused());
  } else if (state.type === 'PendingResume') {
    const { scheduled_at, delay } = state.value;
    if (block === scheduled_at) depositConsensusLog(ctx, { type: 'Resume', value: delay });
    if (block !== scheduled_at + delay) return;
    S.State.set(ctx, { type: 'Live' });
    ctx.deposit(Ev.Resumed());
  }
}
