import { readState, writeState } from './stateFile.ts';
import type { StateForm } from './stateFile.ts';

/** What a validator remembers of one UID. */
export interface ScoreEntry {
  readonly uid: number;
  readonly hotkey: string;
  /** Moving average of its scores, at least 0. */
  readonly score: number;
  /** How often it was scored. */
  readonly asked: number;
  readonly lastBlock: number;
}

export interface ScoreOptions {
  /** Weight of a new score in the average, 0 to 1; 0.1 when left out. */
  readonly alpha?: number;
  /** Where scores outlive restarts; nowhere when left out. */
  readonly path?: string | undefined;
}

type Scores = readonly ScoreEntry[];

/** Version 0 had one list of scores by UID, without hotkeys: a UID that changed hands would have kept its score, so they are dropped. */
const FORM: StateForm<Scores> = {
  name: 'scores',
  migrations: [() => []],
  check: (value) => (Array.isArray(value) && value.every(isEntry) ? value : undefined),
};

/**
 * Moving averages of miners' scores. A UID is touched only when it was asked, and starts anew when another hotkey takes it.
 * `save()` after each round makes restarts lose nothing.
 */
export class ScoreStore {
  readonly #entries = new Map<number, ScoreEntry>();
  readonly #alpha: number;
  readonly #path: string | undefined;

  private constructor({ alpha = 0.1, path }: ScoreOptions, entries: Scores) {
    this.#alpha = alpha;
    this.#path = path;
    for (const entry of entries) this.#entries.set(entry.uid, entry);
  }

  /** A store, with what its file holds. refuses: BadState */
  static async open(options: ScoreOptions = {}): Promise<ScoreStore> {
    return new ScoreStore(options, options.path === undefined ? [] : ((await readState(options.path, FORM)) ?? []));
  }

  /** Forgets UIDs that are another hotkey's now. returns: those UIDs */
  sync(neurons: readonly { readonly uid: number; readonly hotkey: string }[]): readonly number[] {
    const now = new Map(neurons.map(({ uid, hotkey }) => [uid, hotkey]));
    const stale = [...this.#entries.values()].filter(({ uid, hotkey }) => now.get(uid) !== hotkey).map(({ uid }) => uid);
    for (const uid of stale) this.#entries.delete(uid);
    return stale;
  }

  /**
   * Takes one score of a neuron that was asked. The first one is its average; a negative or no number counts as 0: a broken judge must not
   * poison the average for ever.
   */
  record({ uid, hotkey }: { readonly uid: number; readonly hotkey: string }, score: number, block: number): void {
    const sample = Number.isFinite(score) && score > 0 ? score : 0;
    const known = this.#entries.get(uid);
    const entry = known?.hotkey === hotkey ? known : undefined;
    const average = entry === undefined ? sample : entry.score + this.#alpha * (sample - entry.score);
    this.#entries.set(uid, { uid, hotkey, score: average, asked: (entry?.asked ?? 0) + 1, lastBlock: block });
  }

  /** All entries, by UID. */
  entries(): Scores {
    return [...this.#entries.values()].sort((a, b) => a.uid - b.uid);
  }

  async save(): Promise<void> {
    if (this.#path !== undefined) await writeState(this.#path, FORM, this.entries());
  }
}

function isEntry(value: unknown): value is ScoreEntry {
  const { uid, hotkey, score, asked, lastBlock } = (value ?? {}) as Partial<ScoreEntry>;
  return Number.isSafeInteger(uid) && typeof hotkey === 'string' && Number.isFinite(score) && Number.isSafeInteger(asked) && Number.isSafeInteger(lastBlock);
}
