/** Meanings and sentences that show them, from the data files of WordNet 3.1 (Princeton University; its licence is at the head of each file). */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatingError } from '@taonet/primitives';

/** A meaning, as a dictionary words it, and a sentence or phrase in which a word has it. */
export interface GlossPair {
  readonly gloss: string;
  readonly example: string;
}

/** Every validator and auditor draws from the same pairs, so the files must be these. */
const FILES = [
  { name: 'data.verb', sha256: 'eb1cf196dab6e1b815a1c86fa20c909fb7413b2f34250d7fe60a0fb35ef59e03' },
  { name: 'data.noun', sha256: '2cad22fe43461ee7ae61a564ae6a518c57445c8597e53542caddb5c26a6a5d94' },
] as const;

const read = new Map<string, Promise<readonly (readonly GlossPair[])[]>>();

/** One list for verbs, one for nouns; read once in a process (18 MB, about 0.2 s). Refuses files of another release. */
export function readGlossPairs(folder: string): Promise<readonly (readonly GlossPair[])[]> {
  let pairs = read.get(folder);
  if (pairs === undefined) {
    pairs = Promise.all(FILES.map(({ name, sha256 }) => readFileOf(join(folder, name), sha256)));
    read.set(folder, pairs);
    // Another try may find them mended.
    pairs.catch(() => read.delete(folder));
  }
  return pairs;
}

async function readFileOf(path: string, sha256: string): Promise<readonly GlossPair[]> {
  const bytes = await readFile(path);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new OperatingError('WordnetDiffers', `${path} is not the file of WordNet 3.1 that tasks are drawn from.`, { hint: 'Install it again: taonet models add wordnet' });
  }
  return usable(bytes.toString('latin1').split('\n').flatMap(parseSynset));
}

/** `offset … | gloss; "example"; "another"`; lines of the licence begin with two spaces. */
export function parseSynset(line: string): GlossPair[] {
  const [gloss, example, end] = line.startsWith(' ') ? [] : line.slice(line.indexOf(' | ') + 3).split('"', 3);
  return end === undefined ? [] : [{ gloss: gloss!.replace(/[;,:\s]+$/, ''), example: example!.trim() }];
}

/** Fewer words say too little; more are cut off by small models. */
const WORDS = { least: 5, most: 25 } as const;

/** Leaves out what is too short or too long, what is there twice, and pairs that a word gives away. */
export function usable(pairs: readonly GlossPair[]): GlossPair[] {
  const seen = new Map<string, number>();
  for (const { gloss, example } of pairs) for (const text of [gloss, example]) seen.set(text, (seen.get(text) ?? 0) + 1);
  return pairs.filter(({ gloss, example }) => {
    const [words, others] = [wordsOf(gloss), wordsOf(example)];
    return [words, others].every(({ length }) => length >= WORDS.least && length <= WORDS.most)
      && seen.get(gloss) === 1 && seen.get(example) === 1
      && !sharesStem(words, others);
  });
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z']+/g) ?? [];

/** Words count as the same when they begin with the same four letters. */
function sharesStem(words: readonly string[], others: readonly string[]): boolean {
  const stems = new Set(words.filter(({ length }) => length >= 4).map((word) => word.slice(0, 4)));
  return others.some((word) => word.length >= 4 && stems.has(word.slice(0, 4)));
}
