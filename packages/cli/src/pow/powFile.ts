/** What a search for work has behind it, kept in a file: so that the same command goes on where it was stopped. */

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Numbers wider than 53 bits are decimal text. */
export interface PowRecord {
  readonly genesis: string;
  readonly netuid: number;
  readonly hotkey: string;
  /** Nonces from `from` up to `next` are done on this block. */
  readonly block: { readonly number: number; readonly hash: string; readonly from: string; readonly next: string } | null;
  readonly hashes: number;
  readonly seconds: number;
}

export type PowSubject = Pick<PowRecord, 'genesis' | 'netuid' | 'hotkey'>;

const GENESIS_CHARS = 8;

/** One file per chain, subnet and hotkey. */
export function powFilePath({ genesis, netuid, hotkey }: PowSubject): string {
  return join(homedir(), '.taonet', 'pow', `${genesis.replace(/^0x/, '').slice(0, GENESIS_CHARS)}-${netuid}-${hotkey}.json`);
}

/** A fresh record where there is no file, or one of something else. */
export function readPowFile(path: string, subject: PowSubject): PowRecord {
  const fresh: PowRecord = { ...subject, block: null, hashes: 0, seconds: 0 };
  let kept: Partial<PowRecord>;
  try {
    kept = JSON.parse(readFileSync(path, 'utf8')) as Partial<PowRecord>;
  } catch {
    return fresh;
  }
  const isOurs = kept.genesis === subject.genesis && kept.netuid === subject.netuid && kept.hotkey === subject.hotkey;
  if (!isOurs || typeof kept.hashes !== 'number' || typeof kept.seconds !== 'number') return fresh;
  const block = kept.block ?? null;
  const isWhole = block !== null && /^\d+$/.test(block.from) && /^\d+$/.test(block.next);
  return { ...subject, block: isWhole ? block : null, hashes: kept.hashes, seconds: kept.seconds };
}

/** Whole or not at all. */
export function writePowFile(path: string, record: PowRecord): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(record, undefined, 2)}\n`);
  renameSync(draft, path);
}

export function removePowFile(path: string): void {
  rmSync(path, { force: true });
}
