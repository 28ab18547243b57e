/** Transcripts of a validator's rounds, a file for each; the oldest ones go. */

import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoundRecord } from './transcript.ts';

const KEPT = 64;

export class RoundFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(record: RoundRecord): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = this.#path(record.round);
    await writeFile(`${path}.part`, JSON.stringify(record));
    await rename(`${path}.part`, path);
    for (const old of (await this.rounds()).slice(0, -KEPT)) await rm(this.#path(old), { force: true });
  }

  async read(round: number): Promise<RoundRecord | undefined> {
    const text = await readFile(this.#path(round), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : JSON.parse(text) as RoundRecord;
  }

  /** Ascending. */
  async rounds(): Promise<number[]> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    return names.flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
  }

  #path(round: number): string {
    return join(this.#folder, `${String(round).padStart(8, '0')}.json`);
  }
}
