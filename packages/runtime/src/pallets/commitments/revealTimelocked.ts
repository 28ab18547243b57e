/**
 * Opens sealed commitments whose round of randomness has come.
 *
 * source: pallets/commitments/src/lib.rs, reveal_timelocked_commitments @ 14bc6f9
 */

import type { CommitmentData } from '@taonet/abi';
import { weightOf, type BlockCtx, type Weight } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { READ_REF_TIME, WRITE_REF_TIME } from '../../weights/weightRow.ts';
import { openWithPulse } from '../drand/openWithPulse.ts';
import { S as System } from '../system/pallet.ts';
import { Ev, S } from './pallet.ts';
import { dropFromIndex } from './timelockedIndex.ts';

/** Opened fields that are kept of an account; the oldest go first. */
const REVEALS_MAX = 10;

/** Database accesses so far. */
class Tally {
  reads = 0n;
  writes = 0n;
  add(reads: number, writes: number): void {
    this.reads += BigInt(reads);
    this.writes += BigInt(writes);
  }
}

/** returns: what it cost */
export function revealTimelockedCommitments(ctx: BlockCtx): Weight {
  const tally = new Tally();
  tally.add(1, 0);
  for (const [netuid, who] of S.TimelockedIndex.get(ctx)) revealOf(ctx, netuid, who, tally);
  return weightOf(tally.reads * READ_REF_TIME + tally.writes * WRITE_REF_TIME, 0n);
}

interface Opened {
  readonly remaining: CommitmentData[];
  readonly revealed: Uint8Array[];
  sawSealed: boolean;
  /** A sealed field left the commitment, opened or not. */
  tookSealed: boolean;
}

function revealOf(ctx: BlockCtx, netuid: NetUid, who: AccountId, tally: Tally): void {
  const registration = S.CommitmentOf.get(ctx, netuid, who);
  tally.add(1, 0);
  const opened = registration === undefined ? undefined : openFields(ctx, registration.info.fields, tally);
  if (registration === undefined || opened?.sawSealed !== true) {
    dropFromIndex(ctx, netuid, who);
    return tally.add(1, 1);
  }
  if (!opened.tookSealed) return;
  if (opened.revealed.length > 0) keepRevealed(ctx, { netuid, who, revealed: opened.revealed }, tally);
  const { remaining } = opened;
  if (remaining.length === 0) S.CommitmentOf.remove(ctx, netuid, who);
  else S.CommitmentOf.set(ctx, netuid, who, { ...registration, info: { fields: remaining } });
  tally.add(0, 1);
  if (remaining.some(({ type }) => type === 'TimelockEncrypted')) return;
  dropFromIndex(ctx, netuid, who);
  tally.add(1, 1);
}

function openFields(ctx: BlockCtx, fields: readonly CommitmentData[], tally: Tally): Opened {
  const opened: Opened = { remaining: [], revealed: [], sawSealed: false, tookSealed: false };
  for (const field of fields) {
    if (field.type !== 'TimelockEncrypted') {
      opened.remaining.push(field);
      continue;
    }
    opened.sawSealed = true;
    tally.add(1, 0);
    const result = openWithPulse(ctx, field.value.encrypted, field.value.reveal_round);
    if (result === 'no pulse yet') {
      opened.remaining.push(field);
      continue;
    }
    opened.tookSealed = true;
    if (result !== undefined && result.length > 0) opened.revealed.push(result);
  }
  return opened;
}

function keepRevealed(ctx: BlockCtx, { netuid, who, revealed }: { readonly netuid: NetUid; readonly who: AccountId; readonly revealed: readonly Uint8Array[] }, tally: Tally): void {
  const block = BigInt(System.Number.get(ctx));
  const all = [...(S.RevealedCommitments.get(ctx, netuid, who) ?? [])];
  tally.add(1, 0);
  for (const bytes of revealed) {
    all.push([bytes, block]);
    ctx.deposit(Ev.CommitmentRevealed({ netuid, who }));
  }
  S.RevealedCommitments.set(ctx, netuid, who, all.slice(-REVEALS_MAX));
  tally.add(0, 1);
}
