import type { WeightsCommit } from '../../weights/commit.ts';
import { readState, writeState } from './stateFile.ts';
import type { StateForm } from './stateFile.ts';

const FORM: StateForm<readonly WeightsCommit[]> = {
  name: 'commits',
  migrations: [],
  check: (value) => (Array.isArray(value) && value.every((commit) => Number.isSafeInteger((commit as Partial<WeightsCommit>).netuid)) ? (value as WeightsCommit[]) : undefined),
};

interface Parts {
  readonly path: string | undefined;
  /** Waits for its block and reveals. */
  readonly reveal: (commit: WeightsCommit, signal: AbortSignal) => Promise<unknown>;
  readonly onError: ((error: unknown) => void) | undefined;
}

/** Weights committed by hash that wait to be revealed: kept in a file, taken up again after a restart. A reveal that fails is told and dropped: its time is over. */
export class PendingReveals {
  readonly #parts: Parts;
  readonly #waiting: WeightsCommit[] = [];
  #signal: AbortSignal | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Starts with what the file holds; reveals run until the signal aborts. refuses: BadState */
  async resume(signal: AbortSignal): Promise<void> {
    this.#signal = signal;
    const { path } = this.#parts;
    for (const commit of path === undefined ? [] : ((await readState(path, FORM)) ?? [])) this.#run(commit);
  }

  async add(commit: WeightsCommit): Promise<void> {
    this.#run(commit);
    await this.#save();
  }

  #run(commit: WeightsCommit): void {
    this.#waiting.push(commit);
    const signal = this.#signal ?? new AbortController().signal;
    void this.#parts.reveal(commit, signal).catch((error: unknown) => {
      if (!signal.aborted) this.#parts.onError?.(error);
    }).then(async () => {
      if (signal.aborted) return; // stays in the file for the next start
      this.#waiting.splice(this.#waiting.indexOf(commit), 1);
      await this.#save();
    }).catch((error: unknown) => this.#parts.onError?.(error));
  }

  async #save(): Promise<void> {
    if (this.#parts.path !== undefined) await writeState(this.#parts.path, FORM, this.#waiting);
  }
}
