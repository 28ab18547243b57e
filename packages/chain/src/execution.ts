/** Builds a block on a state, and executes a block that somebody built. */

import { bytesEqual, bytesToHex, defect, type Hashers } from '@taonet/primitives';
import { CannotDecode } from '@taonet/codec';
import { auraSlotItem, decodeHeader, headerHash, isPreRuntime, type Header } from './header.ts';
import type { TrieSnapshot } from '@taonet/frame';
import type { Block, BlockResult, InherentData, KeyChange, ParentState, RuntimePort } from './ports.ts';
import type { TransactionPool } from './pool/pool.ts';
import type { SealedQueue } from './sealedQueue.ts';
import { decodeApplied, type Applied } from './validity.ts';

/** A block with what it does to its parent's state. */
export interface ExecutedBlock {
  readonly block: Block;
  readonly header: Header;
  readonly changes: readonly KeyChange[];
  readonly trie?: TrieSnapshot | undefined;
}

/** What a new block stands on. */
export interface BlockParent {
  readonly number: number;
  readonly hash: string;
  readonly state: ParentState;
}

export interface BuildOrder {
  readonly parent: BlockParent;
  readonly slot: number;
  readonly inherents: InherentData;
  /** The author's own bare transactions; they stand behind the inherents and are counted no more than these. */
  readonly brought: readonly Uint8Array[];
  /** Ready transactions are taken from here. */
  readonly pool?: TransactionPool | undefined;
  /** Opens what the pool's transactions bring sealed for this author. */
  readonly sealed?: SealedQueue | undefined;
  /** At most so many transactions; inherents and what comes out of sealed ones do not count. */
  readonly maxTransactions: number;
  /** True when no more transactions should be tried: time is up. */
  readonly isOver: () => boolean;
  /** A mistake of ours inside one transaction: it is dropped and the block is built without it. */
  readonly onDefect: (thrown: unknown, extrinsic: Uint8Array) => void;
}

/** So many transactions in a row may not fit before the block counts as full. source: substrate basic-authorship, MAX_SKIPPED_TRANSACTIONS */
const MAX_SKIPPED = 8;

/** Builds the next block. What turns out invalid leaves the pool; what does not fit stays. */
export function buildBlock(runtime: RuntimePort, hashers: Hashers, order: BuildOrder): ExecutedBlock {
  for (;;) {
    const built = tryBuild(runtime, hashers, order);
    if (built !== undefined) return built;
  }
}

function tryBuild(runtime: RuntimePort, hashers: Hashers, order: BuildOrder): ExecutedBlock | undefined {
  const { parent, pool } = order;
  const run = runtime.begin(parent.state, { number: parent.number + 1, parentHash: parent.hash, digest: [auraSlotItem(order.slot)] });
  const extrinsics: Uint8Array[] = [];
  for (const inherent of run.inherents(order.inherents)) {
    const applied = decodeApplied(run.apply(inherent));
    if (!applied.included) throw defect('InherentRefused', { index: extrinsics.length, block: parent.number + 1 });
    extrinsics.push(inherent);
  }
  for (const own of order.brought) if (decodeApplied(run.apply(own)).included) extrinsics.push(own);
  const queue = pool?.inBlockOrder();
  let skipped = 0;
  for (let taken = 0; queue !== undefined && taken < order.maxTransactions && skipped < MAX_SKIPPED && !order.isOver();) {
    const transaction = queue.next();
    if (transaction === undefined) break;
    const sealed = order.sealed?.sealedIn(transaction.extrinsic);
    if (sealed !== undefined && !order.sealed!.isDue(sealed)) {
      queue.skip();
      continue;
    }
    let applied: Applied;
    try {
      applied = decodeApplied(run.apply(transaction.extrinsic));
      if (applied.included) {
        extrinsics.push(transaction.extrinsic);
        const inner = sealed === undefined ? undefined : order.sealed!.open(sealed);
        if (inner !== undefined && decodeApplied(run.apply(inner)).included) extrinsics.push(inner);
      }
    } catch (error) {
      // whatever it is: no transaction may end production; its layers may be left open, so this run is of no use any more
      pool!.reject(transaction.hash, undefined);
      order.onDefect(error, transaction.extrinsic);
      return undefined;
    }
    if (applied.included) {
      taken += 1;
      continue;
    }
    queue.skip();
    if ('invalid' in applied && applied.invalid === 'ExhaustsResources') skipped += 1;
    else pool!.reject(transaction.hash, 'invalid' in applied ? applied.invalid : undefined);
  }
  return executed(hashers, run.finish(), extrinsics);
}

function executed(hashers: Hashers, { header, changes, trie }: BlockResult, extrinsics: readonly Uint8Array[]): ExecutedBlock {
  const decoded = decodeHeader(header);
  return { block: { number: decoded.number, hash: headerHash(hashers, header), header, extrinsics }, header: decoded, changes, trie };
}

/** Why a block does not hold. */
export interface BadBlock {
  readonly bad: 'Header' | 'Number' | 'Parent' | 'Extrinsic' | 'Root';
  readonly reason: string;
}

/** Executes a whole block on its parent's state and compares the header, roots and digest included. */
export function executeBlock(runtime: RuntimePort, hashers: Hashers, parent: BlockParent, header: Uint8Array, extrinsics: readonly Uint8Array[]): ExecutedBlock | BadBlock {
  let claimed: Header;
  try {
    claimed = decodeHeader(header);
  } catch (error) {
    if (error instanceof CannotDecode) return { bad: 'Header', reason: `expected ${error.expected} at byte ${error.offset}` };
    throw error;
  }
  if (claimed.number !== parent.number + 1) return { bad: 'Number', reason: `${claimed.number} does not follow ${parent.number}` };
  if (claimed.parentHash !== parent.hash) return { bad: 'Parent', reason: `parent ${claimed.parentHash}, head ${parent.hash}` };
  const run = runtime.begin(parent.state, { number: claimed.number, parentHash: parent.hash, digest: claimed.digest.filter(isPreRuntime) });
  for (const [index, extrinsic] of extrinsics.entries()) {
    const applied = decodeApplied(run.apply(extrinsic));
    if (!applied.included) return { bad: 'Extrinsic', reason: `extrinsic ${index} is not valid here` };
  }
  const result = run.finish();
  if (!bytesEqual(result.header, header)) return { bad: 'Root', reason: differenceOf(claimed, decodeHeader(result.header)) };
  return executed(hashers, { ...result, header }, extrinsics);
}

function differenceOf(claimed: Header, computed: Header): string {
  if (claimed.stateRoot !== computed.stateRoot) return `state root ${claimed.stateRoot}, computed ${computed.stateRoot}`;
  if (claimed.extrinsicsRoot !== computed.extrinsicsRoot) return `extrinsics root ${claimed.extrinsicsRoot}, computed ${computed.extrinsicsRoot}`;
  const digest = (header: Header): string => header.digest.map(bytesToHex).join(' ');
  return `digest ${digest(claimed)}, computed ${digest(computed)}`;
}
