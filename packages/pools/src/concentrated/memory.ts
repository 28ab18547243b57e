/** Pools of concentrated liquidity that live in memory: for simulations and tests. */

import { U64F64 } from '@taonet/primitives';
import type { BitmapLayer } from './bitmap.ts';
import type { ConcentratedChange, ConcentratedPool, Tick, TickBook } from './pool.ts';

type Words = ReadonlyMap<string, bigint>;
const wordKey = (layer: BitmapLayer, index: number): string => `${layer}/${index}`;

class MemoryBook implements TickBook {
  readonly #ticks: ReadonlyMap<number, Tick>;
  readonly #words: Words;

  constructor(ticks: ReadonlyMap<number, Tick>, words: Words) {
    this.#ticks = ticks;
    this.#words = words;
  }

  tick(index: number): Tick | undefined {
    return this.#ticks.get(index);
  }

  word(layer: BitmapLayer, index: number): bigint {
    return this.#words.get(wordKey(layer, index)) ?? 0n;
  }

  changed({ ticks, words }: Pick<ConcentratedChange, 'ticks' | 'words'>): TickBook {
    const nextTicks = new Map(this.#ticks);
    for (const [index, tick] of ticks) {
      if (tick === undefined) nextTicks.delete(index);
      else nextTicks.set(index, tick);
    }
    const nextWords = new Map(this.#words);
    for (const { layer, index, bits } of words) nextWords.set(wordKey(layer, index), bits);
    return new MemoryBook(nextTicks, nextWords);
  }
}

/** What a pool that has not begun is made of. */
export type NewPool = Pick<ConcentratedPool, 'taoReserveRao' | 'alphaReserveRao' | 'feeRateU16' | 'reserveMinRao'>;

/** A pool that has not begun. */
export function createConcentratedPool(of: NewPool): ConcentratedPool {
  return {
    ...of, initialized: false, sqrtPrice: U64F64.zero, currentTick: 0, liquidity: 0n, feeGlobalTao: U64F64.zero, feeGlobalAlpha: U64F64.zero,
    book: new MemoryBook(new Map(), new Map()),
  };
}

/** The pool after a change, reserves as they were. Of a book that is not in memory only what was written is known afterwards. */
export function applyChange(pool: ConcentratedPool, { ticks, words, protocolPosition: _position, scraps: _scraps, ...figures }: ConcentratedChange): ConcentratedPool {
  const book = pool.book instanceof MemoryBook ? pool.book : new MemoryBook(new Map(), new Map());
  return { ...pool, ...figures, book: book.changed({ ticks, words }) };
}
