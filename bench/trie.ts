/** State roots: keys changed in a trie of 100,000. */

import { createHashers } from '@taonet/crypto';
import { StateTrie } from '@taonet/frame';
import { createNumbers } from '@taonet/testkit';
import { medianMs, type Benchmark, type Figure } from './harness.ts';

const KEYS = 100_000;
const ITEMS = 50;

async function run(): Promise<Figure[]> {
  const hashers = await createHashers();
  const next = createNumbers(100);
  const hex = (bytes: number): string => Array.from({ length: bytes }, () => next(256).toString(16).padStart(2, '0')).join('');
  const items = Array.from({ length: ITEMS }, () => hex(32));
  const keys = Array.from({ length: KEYS }, () => items[next(ITEMS)]! + hex(16) + hex(32)).sort();
  const value = (): Uint8Array => Uint8Array.from({ length: 8 + next(60) }, () => next(256));
  const trie = new StateTrie(hashers);
  const entries = keys.map((key) => [key, value()] as const);
  const load = medianMs(() => {
    trie.load(entries);
    trie.root();
  }, { warmUp: 0, rounds: 3 });
  const figures: Figure[] = [{ name: 'trie load 100,000 keys, first root', value: load.ms, unit: 'ms', n: load.n }];
  for (const count of [10, 100, 2000]) {
    const chosen = Array.from({ length: 12 }, () => Array.from({ length: count }, () => [keys[next(KEYS)]!, value()] as const));
    const { ms, n } = medianMs((round) => {
      const before = trie.snapshot();
      for (const [key, changed] of chosen[(round + 12) % 12]!) trie.set(key, changed);
      trie.root();
      trie.restore(before);
    }, { warmUp: 12, rounds: 48 });
    figures.push({ name: `trie root after ${count} changed keys of 100,000`, value: ms, unit: 'ms', n });
  }
  return figures;
}

export const trie: Benchmark = { name: 'trie', what: 'state roots after changes of a 100,000-key state', run };
