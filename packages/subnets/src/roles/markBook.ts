/** The last marks of each miner and what its examiner remembers, kept over restarts; a uid that changes hands starts anew. */

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { computeStandings, MAIN_TRACK, type Mark, type Standing, type Track } from '../task/score.ts';

interface Page {
  readonly hotkey: string;
  readonly coldkey: string;
  readonly marks: readonly Mark[];
  /** JSON that the next examination begins with. */
  readonly memory?: unknown;
}

/** Whose page it is. */
interface Holder {
  readonly uid: number;
  readonly hotkey: string;
}

const VERSION = 1;

export class MarkBook {
  readonly #pages: Map<number, Page>;
  readonly #path: string;
  readonly #tracks: readonly Track[];

  private constructor(path: string, pages: Map<number, Page>, tracks: readonly Track[]) {
    this.#path = path;
    this.#pages = pages;
    this.#tracks = tracks;
  }

  /** What `path` holds; empty when it holds nothing that this version wrote. Marks on other tracks than these do not count. */
  static async open(path: string, tracks: readonly Track[] = [MAIN_TRACK]): Promise<MarkBook> {
    const text = await readFile(path, 'utf8').catch(() => '{}');
    const { version, pages } = JSON.parse(text) as { version?: number; pages?: readonly (readonly [number, Page])[] };
    return new MarkBook(path, new Map(version === VERSION ? pages : []), tracks);
  }

  record({ uid, hotkey, coldkey }: Holder & { readonly coldkey: string }, marks: readonly Mark[]): void {
    const known = this.#pageOf({ uid, hotkey });
    this.#pages.set(uid, { ...known, hotkey, coldkey, marks: this.#lastOf([...known?.marks ?? [], ...marks]) });
  }

  memoryOf(holder: Holder): unknown {
    return this.#pageOf(holder)?.memory;
  }

  /** Of a miner that has marks already. */
  remember(holder: Holder, memory: unknown): void {
    const known = this.#pageOf(holder);
    if (known !== undefined) this.#pages.set(holder.uid, { ...known, memory });
  }

  /** Forgets uids that are gone or another hotkey's. */
  keepOnly(neurons: readonly Holder[]): void {
    const now = new Map(neurons.map(({ uid, hotkey }) => [uid, hotkey]));
    for (const [uid, { hotkey }] of this.#pages) if (now.get(uid) !== hotkey) this.#pages.delete(uid);
  }

  /** Where each miner stands; of several uids of one coldkey only the best counts, so that more uids do not pay more. */
  standings(): ReadonlyMap<number, Standing> {
    const standings = computeStandings(new Map([...this.#pages].map(([uid, { marks }]) => [uid, marks])), this.#tracks);
    const all = [...this.#pages].map(([uid, { coldkey }]) => ({ uid, coldkey, standing: standings.get(uid)! }));
    const best = new Map<string, number>();
    for (const { uid, coldkey, standing } of all) {
      const other = best.get(coldkey);
      if (other === undefined || standing.raw > all.find((one) => one.uid === other)!.standing.raw) best.set(coldkey, uid);
    }
    return new Map(all.map(({ uid, coldkey, standing }) => [uid, best.get(coldkey) === uid ? standing : { ...standing, raw: 0 }]));
  }

  async save(): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(`${this.#path}.part`, JSON.stringify({ version: VERSION, pages: [...this.#pages] }));
    await rename(`${this.#path}.part`, this.#path);
  }

  /** The marks that count; older ones are forgotten. */
  #lastOf(marks: readonly Mark[]): readonly Mark[] {
    return this.#tracks.flatMap(({ name, window }) => marks.filter(({ track = '' }) => track === name).slice(-window));
  }

  #pageOf({ uid, hotkey }: Holder): Page | undefined {
    const page = this.#pages.get(uid);
    return page?.hotkey === hotkey ? page : undefined;
  }
}
