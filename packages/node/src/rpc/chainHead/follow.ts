/**
 * One client's view of the newest blocks: tells of each, and keeps those it told of pinned until they are unpinned.
 * On this chain no block has two children and every block is best when it is new, so nothing is ever pruned.
 */

import type { Block, Chain, Header, RuntimeVersion } from '@taonet/chain';
import type { Hash } from '@taonet/primitives';
import type { NodeContext } from '../../nodeContext.ts';
import { prefixed } from '../blocks.ts';
import { blockNotPinned, duplicateHashes } from '../rpcError.ts';
import type { Sink } from '../session.ts';
import { Operations } from './operation.ts';
import { runtimeJson } from './runtimeJson.ts';

/** A client that holds more blocks than this is told to begin anew. A pin costs no more than its hash: all history stays readable. */
export const MAX_PINNED = 16_384;
/** So many final blocks are pinned at the start. source: sc-rpc-spec-v2, `MAX_FINALIZED_BLOCKS` */
const FIRST_FINALIZED = 16;

export interface FollowOptions {
  readonly node: NodeContext;
  readonly sink: Sink;
  readonly withRuntime: boolean;
  readonly maxPinned?: number;
}

const versionAt = (chain: Chain, number: number): RuntimeVersion => chain.runtime.versionAt(chain.stateAt(number));

export class Follow {
  readonly operations = new Operations();
  readonly withRuntime: boolean;
  readonly #node: NodeContext;
  readonly #sink: Sink;
  readonly #maxPinned: number;
  readonly #pinned = new Set<Hash>();
  readonly #unlisten: (() => void)[];
  #specVersion: number;

  constructor({ node, sink, withRuntime, maxPinned = MAX_PINNED }: FollowOptions) {
    const { chain } = node;
    this.#node = node;
    this.#sink = sink;
    this.withRuntime = withRuntime;
    this.#maxPinned = maxPinned;
    this.#specVersion = versionAt(chain, chain.finalized.number).specVersion;
    this.#initialize();
    this.#unlisten = [
      chain.events.on('imported', ({ block, header }) => this.#onImported(block, header)),
      chain.events.on('finalized', ({ blocks }) => this.#onFinalized(blocks)),
      // Blocks that were final are gone, which no event of this protocol can say.
      chain.events.on('reverted', ({ removed }) => { if (removed.length > 0) this.#giveUp(); }),
    ];
  }

  send(event: object): void {
    this.#sink.send(event);
  }

  ensurePinned(hash: Hash): void {
    if (!this.#pinned.has(hash)) throw blockNotPinned();
  }

  /** All of them, or none when one is named twice or not pinned. */
  unpin(hashes: readonly Hash[]): void {
    if (new Set(hashes).size < hashes.length) throw duplicateHashes();
    for (const hash of hashes) this.ensurePinned(hash);
    for (const hash of hashes) this.#pinned.delete(hash);
  }

  close(): void {
    for (const stop of this.#unlisten) stop();
    this.operations.stopAll();
    this.#pinned.clear();
  }

  #initialize(): void {
    const { chain } = this.#node;
    const final = chain.finalized.number;
    const hashes: Hash[] = [];
    for (let number = Math.max(0, final - FIRST_FINALIZED + 1); number <= final; number++) hashes.push(chain.blockAt(number)!.hash);
    for (const hash of hashes) this.#pinned.add(hash);
    const runtime = this.withRuntime ? { finalizedBlockRuntime: runtimeJson(versionAt(chain, final)) } : {};
    this.send({ event: 'initialized', finalizedBlockHashes: hashes.map(prefixed), ...runtime });
    let parent = chain.finalized.hash;
    for (let number = final + 1; number <= chain.head.number; number++) {
      const { hash } = chain.blockAt(number)!;
      this.#tellNewBlock(hash, parent, number);
      parent = hash;
    }
    this.#tellBest(chain.head.hash);
  }

  #onImported({ hash, number }: Block, { parentHash }: Header): void {
    if (this.#pinned.size >= this.#maxPinned) return this.#giveUp();
    this.#tellNewBlock(hash, parentHash, number);
    this.#tellBest(hash);
  }

  #onFinalized(blocks: readonly Block[]): void {
    this.send({ event: 'finalized', finalizedBlockHashes: blocks.map(({ hash }) => prefixed(hash)), prunedBlockHashes: [] });
  }

  #tellNewBlock(hash: Hash, parentHash: Hash, number: number): void {
    this.#pinned.add(hash);
    const runtime = this.withRuntime ? { newRuntime: this.#changedRuntime(number) } : {};
    this.send({ event: 'newBlock', blockHash: prefixed(hash), parentBlockHash: prefixed(parentHash), ...runtime });
  }

  #changedRuntime(number: number): object | null {
    const version = versionAt(this.#node.chain, number);
    if (version.specVersion === this.#specVersion) return null;
    this.#specVersion = version.specVersion;
    return runtimeJson(version);
  }

  #tellBest(hash: Hash): void {
    this.send({ event: 'bestBlockChanged', bestBlockHash: prefixed(hash) });
  }

  #giveUp(): void {
    this.send({ event: 'stop' });
    this.close();
    this.#sink.end();
  }
}
