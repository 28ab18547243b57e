/**
 * The port between a consensus engine and the chain, shaped like ABCI 2.0: `info`, `propose`, `process`, `finalize`,
 * `commit`. The engine in this process agrees with itself at once (`producer.ts`); others decide over several machines.
 */

import { defect, type Hash } from '@taonet/primitives';
import type { BadBlock, ExecutedBlock } from './execution.ts';

/** A block before it is agreed on. */
export interface Proposal {
  readonly header: Uint8Array;
  readonly extrinsics: readonly Uint8Array[];
}

export interface ProposeOptions {
  /** No transactions, inherents only. */
  readonly empty?: boolean;
  readonly maxTransactions?: number;
  /** Milliseconds of the host's clock after which no more transactions are tried. */
  readonly deadlineMs?: number;
}

export type Verdict = { readonly accept: ExecutedBlock } | { readonly reject: BadBlock };

/** What the chain offers to the application. */
export interface ApplicationHost {
  head(): { readonly number: number; readonly hash: Hash };
  build(options: ProposeOptions): ExecutedBlock;
  execute(proposal: Proposal): ExecutedBlock | BadBlock;
  store(executed: ExecutedBlock, final: boolean): void | Promise<void>;
}

export class Application {
  readonly #host: ApplicationHost;
  #accepted: ExecutedBlock | undefined;
  #decided: { readonly executed: ExecutedBlock; readonly final: boolean } | undefined;

  constructor(host: ApplicationHost) {
    this.#host = host;
  }

  info(): { readonly number: number; readonly hash: Hash } {
    return this.#host.head();
  }

  propose(options: ProposeOptions = {}): Proposal {
    const { block } = this.#host.build(options);
    return { header: block.header, extrinsics: block.extrinsics };
  }

  /** Executes the proposal from its parent's state. Every block goes through here, our own ones too. */
  process(proposal: Proposal): Verdict {
    const result = this.#host.execute(proposal);
    if ('bad' in result) return { reject: result };
    this.#accepted = result;
    return { accept: result };
  }

  /** The block is decided; `final` says whether it can still be undone. */
  finalize(proposal: Proposal, final: boolean): ExecutedBlock {
    const known = this.#accepted?.block.header === proposal.header ? this.#accepted : undefined;
    const executed = known ?? this.#host.execute(proposal);
    if ('bad' in executed) throw defect('DecidedBlockIsBad', { kind: executed.bad, reason: executed.reason });
    this.#decided = { executed, final };
    return executed;
  }

  /** Stores what `finalize` decided, in one step, and makes it the head. */
  commit(): void | Promise<void> {
    const decided = this.#decided;
    if (decided === undefined) throw defect('NothingToCommit');
    this.#decided = undefined;
    this.#accepted = undefined;
    return this.#host.store(decided.executed, decided.final);
  }
}
