/** Who makes blocks. */

import { auraPublic } from '@taonet/abi';
import { encode, row, u32, variant, vec, type ValueOf } from '@taonet/codec';
import type { Ctx } from '@taonet/frame';
import { utf8ToBytes } from '@taonet/primitives';
import { depositLog } from '../system/bookkeeping.ts';
import { S } from './pallet.ts';

/** What block makers learn from a block's digest. source: sp-consensus-aura 0.43.0, ConsensusLog */
const consensusLog = variant('sp_consensus_aura::ConsensusLog', {
  AuthoritiesChange: row(1, [vec(auraPublic)]),
  OnDisabled: row(2, [u32]),
});

const ENGINE = utf8ToBytes('aura');

/**
 * Replaces the authorities; the next block is theirs. An empty list changes nothing.
 *
 * source: pallet-aura 40.0.0, lib.rs, change_authorities
 */
export function changeAuthorities(ctx: Ctx, authorities: ValueOf<typeof auraPublic>[]): void {
  if (authorities.length === 0) return;
  S.Authorities.set(ctx, authorities);
  depositLog(ctx, { type: 'Consensus', value: [ENGINE, encode(consensusLog, { type: 'AuthoritiesChange', value: authorities })] });
}
