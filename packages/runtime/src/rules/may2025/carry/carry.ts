/**
 * Into the rules of May 2025 and out of them. Today's state is what both ways meet in. Pending alpha is paid out by one more epoch under the rules that end, so nothing
 * that was earned under one set is shared out under the other.
 *
 * source: ours, docs/adr/0014
 */

import type { Ctx } from '@taonet/frame';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { drainPendingEmission, takePending } from '../coinbase/drainPending.ts';
import { S } from '../pallet.ts';
import { countBlocks, countEpochs } from './commits.ts';
import { putTaoOnAccounts, takeTaoFromAccounts } from './poolTao.ts';
import { recordsForThen, recordsForToday } from './records.ts';
import { sharesForThen } from './shares.ts';
import { dynamicSubnets } from './subnets.ts';

/** From today's state. */
export function enter(ctx: Ctx): void {
  takeTaoFromAccounts(ctx);
  sharesForThen(ctx);
  countBlocks(ctx);
  recordsForThen(ctx);
}

/** To today's state. */
export function leave(ctx: Ctx): void {
  const block = getCurrentBlockAsU64(ctx);
  for (const netuid of dynamicSubnets(ctx)) {
    S.BlocksSinceLastStep.set(ctx, netuid, 0n);
    S.LastMechansimStepBlock.set(ctx, netuid, block);
    drainPendingEmission(ctx, netuid, takePending(ctx, netuid));
  }
  countEpochs(ctx);
  recordsForToday(ctx);
  putTaoOnAccounts(ctx);
}
