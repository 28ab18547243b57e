/** What a node has acknowledged, and so must know after it was killed. */

/** A transaction that was reported in a block. */
export interface Included {
  readonly extrinsic: string;
  readonly block: string;
}

export interface Journal {
  /** Storage written, null where it was removed or taken back. */
  readonly storage: Map<string, string | null>;
  /** account → free rao; null where it was taken back. */
  readonly balances: Map<string, bigint | null>;
  /** number → hash */
  readonly blocks: Map<number, string>;
  readonly included: Included[];
  /** Blocks whose state nobody changed after they were made. */
  readonly untouched: Set<number>;
  /** At least. */
  head: number;
  finalized: number;
}

export function emptyJournal(): Journal {
  return { storage: new Map(), balances: new Map(), blocks: new Map(), included: [], untouched: new Set(), head: 0, finalized: 0 };
}

export function copyOf(journal: Journal): Journal {
  const { storage, balances, blocks, included, untouched } = journal;
  return { ...journal, storage: new Map(storage), balances: new Map(balances), blocks: new Map(blocks), included: [...included], untouched: new Set(untouched) };
}

/** After the chain turned back from `now` to where it was `then`: what was written in between is gone. */
export function turnedBack(then: Journal, now: Journal): Journal {
  const back = copyOf(then);
  for (const key of now.storage.keys()) if (!back.storage.has(key)) back.storage.set(key, null);
  for (const account of now.balances.keys()) if (!back.balances.has(account)) back.balances.set(account, null);
  back.finalized = Math.min(now.finalized, then.head);
  return back;
}
