/** The tables of a chain in LMDB. The library is loaded when a folder is opened: it takes a quarter of a node's start. */

import type { Database, RootDatabase } from 'lmdb';

export type Table = Database<Buffer, Buffer>;

export interface Tables {
  readonly root: RootDatabase<Buffer, Buffer>;
  /** key → value, at the head */
  readonly state: Table;
  /** key ‖ first block → changes (`changeIndex.ts`) */
  readonly changes: Table;
  /** block → places of its records in the log */
  readonly blocks: Table;
  /** hash → block */
  readonly numbers: Table;
  /** shortened key → key */
  readonly longKeys: Table;
  /** head, finalized, end of the log; label */
  readonly meta: Table;
}

/**
 * Addresses kept free for the file. A map that is outgrown stays mapped beside the larger one, and its pages count twice as resident;
 * what is not used costs nothing, except on Windows, where the file is made as large as its map.
 */
const MAP_BYTES = 2 ** 32;

/**
 * durable: a transaction has ended when it is safe; false gives up safety against loss of power, for what is thrown away anyway.
 */
export async function openTables(path: string, durable: boolean): Promise<Tables> {
  const { open } = await import('lmdb');
  const format = { encoding: 'binary', keyEncoding: 'binary' } as const;
  // without overlapping a commit ends when it is on disk
  const root: RootDatabase<Buffer, Buffer> = open({
    path, maxDbs: 8, ...format, noSync: !durable, overlappingSync: false,
    ...(process.platform === 'win32' ? {} : { mapSize: MAP_BYTES }),
  });
  const table = (name: string): Table => root.openDB({ name, ...format });
  return {
    root,
    state: table('state'),
    changes: table('changes'),
    blocks: table('blocks'),
    numbers: table('numbers'),
    longKeys: table('longKeys'),
    meta: table('meta'),
  };
}

/**
 * Makes all puts and removals of `work` in one transaction, or none of them when it rejects. A commit that fails rejects three of
 * lmdb's promises: the one asked for, its own one of this turn, and the reason. One that nobody looks at would end the process.
 */
export async function inOneTransaction({ root }: Tables, work: () => void): Promise<void> {
  const committed = root.batch(work);
  // its own one is made at the end of this turn
  setImmediate(() => { root.committed.then(ignore, ignore); });
  try {
    await committed;
  } catch (error) {
    const reason = (error as { readonly commitError?: Promise<never> }).commitError;
    if (reason === undefined) throw error;
    await reason;
  }
}

const ignore = (): void => undefined;
