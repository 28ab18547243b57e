/** What finality voters learn from a block's digest. source: sp-consensus-grandpa 24.0.0, ConsensusLog */

import { encode, row, struct, tuple, u32, u64, variant, vec, type ValueOf } from '@taonet/codec';
import { grandpaPublic } from '@taonet/abi';
import type { Ctx } from '@taonet/frame';
import { utf8ToBytes } from '@taonet/primitives';
import { depositLog } from '../system/bookkeeping.ts';

const scheduledChange = struct('sp_consensus_grandpa::ScheduledChange', { next_authorities: vec(tuple(grandpaPublic, u64)), delay: u32 });

const consensusLog = variant('sp_consensus_grandpa::ConsensusLog', {
  ScheduledChange: row(1, [scheduledChange]),
  ForcedChange: row(2, [u32, scheduledChange]),
  OnDisabled: row(3, [u64]),
  Pause: row(4, [u32]),
  Resume: row(5, [u32]),
});

const ENGINE = utf8ToBytes('FRNK');

export function depositConsensusLog(ctx: Ctx, log: ValueOf<typeof consensusLog>): void {
  depositLog(ctx, { type: 'Consensus', value: [ENGINE, encode(consensusLog, log)] });
}
