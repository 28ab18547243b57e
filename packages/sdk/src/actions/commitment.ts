/** What a hotkey says on a subnet: at once, or sealed until a block. */

import { bytes, CannotDecode, encode, tryDecode } from '@taonet/codec';
import type { Who } from '../client/names.ts';
import type { Reads } from '../client/reads.ts';
import { badInput } from '../errors.ts';
import type { CallValue } from '../scale/runtime.ts';
import { roundAt } from '../weights/beacon.ts';
import { readBeacon } from '../weights/revealTime.ts';

export interface CommitmentOrder {
  readonly netuid: number;
  /** At most 128 bytes; sealed, 778. */
  readonly data: string | Uint8Array;
  /** Nobody can read it before this block, where the chain itself opens it. Absent: it is open at once. */
  readonly revealAt?: number;
}

export interface Commitment {
  /** The block it was made in. */
  readonly block: number;
  readonly data: readonly Uint8Array[];
  /** What is sealed still, by the beacon's round that opens it. */
  readonly sealedUntil: readonly bigint[];
}

export interface RevealedCommitment {
  readonly data: Uint8Array;
  /** The block that opened it. */
  readonly block: number;
}

const OPEN_BYTES = 128;
/** What the chain takes of a sealed field. source: pallets/commitments/src/types.rs, MAX_TIMELOCK_COMMITMENT_SIZE_BYTES @ 14bc6f9 */
const SEALED_BYTES = 1024;

/** refuses: BadInput */
export async function commitmentCall(reads: Reads, order: CommitmentOrder): Promise<CallValue> {
  const { netuid, data, revealAt } = order;
  const given = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const field = revealAt === undefined ? openField(given) : await sealedField(reads, given, revealAt);
  return { type: 'Commitments', value: { type: 'set_commitment', value: { netuid, info: { fields: [field] } } } };
}

function openField(data: Uint8Array): unknown {
  if (data.length > OPEN_BYTES) throw badInput('data', `at most ${OPEN_BYTES} bytes`, data.length);
  return { type: 'Raw', value: data };
}

/** As official clients write it: the bytes stand behind their length. source: bittensor_drand 2.0.0, get_encrypted_commitment */
async function sealedField(reads: Reads, data: Uint8Array, revealAt: number): Promise<unknown> {
  const { number } = await reads.block();
  if (!Number.isInteger(revealAt) || revealAt < number + 2) throw badInput('revealAt', `a block from ${number + 2} on`, revealAt);
  const beacon = await readBeacon(reads);
  // Of a beacon that counts blocks the round before is there when the block begins.
  const round = beacon.period === 0 ? BigInt(revealAt - 1) : roundAt(beacon, await secondsAt(reads, number, revealAt));
  const { sealUntilRound } = await import('../weights/timelock.ts');
  const encrypted = sealUntilRound(encode(bytes, data), round, beacon.publicKey);
  if (encrypted.length > SEALED_BYTES) throw badInput('data', `at most ${data.length - (encrypted.length - SEALED_BYTES)} bytes where it is sealed`, data.length);
  return { type: 'TimelockEncrypted', value: { encrypted, reveal_round: round } };
}

/** The chain's time at a later block, if blocks come as they should. */
async function secondsAt(reads: Reads, now: number, block: number): Promise<number> {
  return (Number(await reads.query.Timestamp.Now()) + (block - now) * Number(reads.constants.Aura.SlotDuration)) / 1000;
}

/** What a hotkey says now; undefined when it says nothing, or all of it was sealed and is open by now. */
export async function readCommitment(reads: Reads, netuid: number, who: Who): Promise<Commitment | undefined> {
  const found = await reads.query.Commitments.CommitmentOf(netuid, reads.addressOf(who));
  if (found === undefined) return undefined;
  const fields = found.info.fields as readonly { readonly type: string; readonly value?: unknown }[];
  const sealed = fields.filter(({ type }) => type === 'TimelockEncrypted').map(({ value }) => (value as { readonly reveal_round: bigint }).reveal_round);
  return { block: found.block, data: fields.flatMap(({ value }) => (value instanceof Uint8Array ? [value] : [])), sealedUntil: sealed };
}

/** What the chain has opened of a hotkey's, oldest first; it keeps ten. */
export async function readRevealedCommitments(reads: Reads, netuid: number, who: Who): Promise<RevealedCommitment[]> {
  const opened = await reads.query.Commitments.RevealedCommitments(netuid, reads.addressOf(who));
  return (opened ?? []).map(([sealed, block]) => {
    const data = tryDecode(bytes, sealed);
    return { data: data instanceof CannotDecode ? sealed : data, block: Number(block) };
  });
}
