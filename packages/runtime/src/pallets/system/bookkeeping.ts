/** What the executive has pallet System write at each step of a block. source: frame-system 41.0.0, lib.rs */

import { compactU32, encode, u32, type DigestItem } from '@taonet/codec';
import { actualPays, actualWeight, addWeight, computeTrieRoot, type BlockCtx, type Ctx, type StateCtx, type DispatchInfo, type DispatchResult, type SystemPort } from '@taonet/frame';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes, type Hash } from '@taonet/primitives';
import { BLOCK_HASH_COUNT, BLOCK_LIMITS } from '../../limits.ts';
import { registerExtraWeight, remainingWeight } from './blockWeight.ts';
import { Ev, S } from './pallet.ts';
import { toStored } from './storedWeight.ts';

/** `:extrinsic_index` */
const EXTRINSIC_INDEX = bytesToHex(utf8ToBytes(':extrinsic_index'));
/** `:intrablock_entropy` */
const INTRABLOCK_ENTROPY = bytesToHex(utf8ToBytes(':intrablock_entropy'));
const ENTROPY_LABEL = utf8ToBytes('frame_system::initialize');

const FIRST_EXTRINSIC = encode(u32, 0);

function resetEvents(ctx: BlockCtx): void {
  S.Events.remove(ctx);
  S.EventCount.remove(ctx);
  S.EventTopics.clearPrefix(ctx);
}

/** Events are kept in a list and written when somebody asks for the state's root. */
function writeEvents(ctx: BlockCtx): void {
  const count = ctx.events.records.length;
  if (count === 0) return;
  ctx.state.set(S.Events.key(ctx), ctx.events.encode());
  S.EventCount.set(ctx, count);
}

function initialize(ctx: BlockCtx, { number, parentHash, digest }: { readonly number: number; readonly parentHash: Hash; readonly digest: readonly DigestItem[] }): void {
  S.ExecutionPhase.set(ctx, { type: 'Initialization' });
  ctx.state.set(EXTRINSIC_INDEX, FIRST_EXTRINSIC);
  ctx.state.set(INTRABLOCK_ENTROPY, ctx.crypto.blake2b256(concatBytes(ENTROPY_LABEL, hexToBytes(parentHash))));
  S.Number.set(ctx, number);
  S.Digest.set(ctx, { logs: [...digest] });
  S.ParentHash.set(ctx, parentHash);
  S.BlockHash.set(ctx, number - 1, parentHash);
  S.InherentsApplied.remove(ctx);
  S.BlockWeight.remove(ctx);
}

/** Number of the extrinsic that is being applied; 0 outside. */
export function extrinsicIndex(ctx: StateCtx): number {
  const raw = ctx.state.get(EXTRINSIC_INDEX);
  return raw === undefined ? 0 : new DataView(raw.buffer, raw.byteOffset).getUint32(0, true);
}

function noteAppliedExtrinsic(ctx: BlockCtx, result: DispatchResult, info: DispatchInfo): void {
  const weight = addWeight(actualWeight(info, result.post), BLOCK_LIMITS.classes[info.class].baseExtrinsic);
  const dispatch_info = { weight: toStored(weight), class: info.class, pays_fee: actualPays(info, result.post) ? 'Yes' : 'No' } as const;
  ctx.deposit(result.ok ? Ev.ExtrinsicSuccess({ dispatch_info }) : Ev.ExtrinsicFailed({ dispatch_error: result.error, dispatch_info }));
  const next = extrinsicIndex(ctx) + 1;
  ctx.state.set(EXTRINSIC_INDEX, encode(u32, next));
  S.ExecutionPhase.set(ctx, { type: 'ApplyExtrinsic', value: next });
  S.ExtrinsicWeightReclaimed.remove(ctx);
}

function noteFinishedExtrinsics(ctx: BlockCtx): void {
  S.ExtrinsicCount.set(ctx, extrinsicIndex(ctx));
  ctx.state.delete(EXTRINSIC_INDEX);
  S.ExecutionPhase.set(ctx, { type: 'Finalization' });
}

function finalize(ctx: BlockCtx): ReturnType<SystemPort['finalize']> {
  S.ExecutionPhase.remove(ctx);
  S.AllExtrinsicsLen.remove(ctx);
  ctx.state.delete(INTRABLOCK_ENTROPY);
  S.InherentsApplied.remove(ctx);
  const number = S.Number.get(ctx);
  const extrinsics_root = takeExtrinsicsRoot(ctx);
  const oldest = number - BLOCK_HASH_COUNT - 1;
  // The genesis hash stays.
  if (oldest > 0) S.BlockHash.remove(ctx, oldest);
  return { parent_hash: S.ParentHash.get(ctx), number, extrinsics_root, digest: S.Digest.get(ctx) };
}

/** Root over compact(index) → extrinsic, in a trie of version 0; the extrinsics leave storage. */
function takeExtrinsicsRoot(ctx: BlockCtx): Hash {
  const count = S.ExtrinsicCount.take(ctx) ?? 0;
  const entries: [string, Uint8Array][] = [];
  for (let i = 0; i < count; i++) entries.push([bytesToHex(encode(compactU32, i)), S.ExtrinsicData.take(ctx, i)]);
  return bytesToHex(computeTrieRoot(entries, 0, ctx.crypto.blake2b256));
}

/** Appends an item to the digest of the block's header. */
export function depositLog(ctx: Ctx, item: DigestItem): void {
  S.Digest.mutate(ctx, ({ logs }) => ({ logs: [...logs, item] }));
}

export const systemPort: SystemPort = {
  resetEvents,
  writeEvents,
  initialize,
  registerExtraWeight: (ctx, weight) => registerExtraWeight(ctx, weight, 'Mandatory'),
  remainingWeight,
  noteFinishedInitialize: (ctx) => S.ExecutionPhase.set(ctx, { type: 'ApplyExtrinsic', value: 0 }),
  inherentsApplied: (ctx) => S.InherentsApplied.get(ctx),
  noteInherentsApplied: (ctx) => S.InherentsApplied.set(ctx, true),
  extrinsicIndex,
  noteExtrinsic: (ctx, bytes) => S.ExtrinsicData.set(ctx, extrinsicIndex(ctx), bytes),
  noteAppliedExtrinsic,
  noteFinishedExtrinsics,
  finalize,
  blockHash: (ctx, number) => S.BlockHash.get(ctx, number),
  blockNumber: (ctx) => S.Number.get(ctx),
};
