/** A pool while an operation works on it: its figures can be set, ticks and words lie over the book's, and what was written is known. */

import { compareNumbers, type U64F64 } from '@taonet/primitives';
import type { BitmapLayer, BitmapWriter } from './bitmap.ts';
import type { ConcentratedChange, ConcentratedPool, Position, Tick, TickBook, WordChange } from './pool.ts';

interface Figures {
  initialized: boolean;
  sqrtPrice: U64F64;
  currentTick: number;
  liquidity: bigint;
  feeGlobalTao: U64F64;
  feeGlobalAlpha: U64F64;
}

const NAMES: readonly (keyof Figures)[] = ['initialized', 'sqrtPrice', 'currentTick', 'liquidity', 'feeGlobalTao', 'feeGlobalAlpha'];

/** More words than one layer has. */
const LAYER_STRIDE = 1 << 20;
const wordKey = (layer: BitmapLayer, index: number): number => layer * LAYER_STRIDE + index;

export class Draft implements BitmapWriter {
  readonly pool: ConcentratedPool;
  readonly #book: TickBook;
  readonly #figures: Figures;
  readonly #written = new Set<keyof Figures>();
  readonly #ticks = new Map<number, Tick | undefined>();
  readonly #words = new Map<number, WordChange>();
  #founded: Pick<ConcentratedChange, 'protocolPosition' | 'scraps'> = {};

  constructor(pool: ConcentratedPool) {
    this.pool = pool;
    this.#book = pool.book;
    const { initialized, sqrtPrice, currentTick, liquidity, feeGlobalTao, feeGlobalAlpha } = pool;
    this.#figures = { initialized, sqrtPrice, currentTick, liquidity, feeGlobalTao, feeGlobalAlpha };
  }

  get<K extends keyof Figures>(name: K): Figures[K] {
    return this.#figures[name];
  }

  set<K extends keyof Figures>(name: K, value: Figures[K]): void {
    this.#figures[name] = value;
    this.#written.add(name);
  }

  tick(index: number): Tick | undefined {
    return this.#ticks.has(index) ? this.#ticks.get(index) : this.#book.tick(index);
  }

  setTick(index: number, tick: Tick | undefined): void {
    this.#ticks.set(index, tick);
  }

  word(layer: BitmapLayer, index: number): bigint {
    return this.#words.get(wordKey(layer, index))?.bits ?? this.#book.word(layer, index);
  }

  setWord(layer: BitmapLayer, index: number, bits: bigint): void {
    this.#words.set(wordKey(layer, index), { layer, index, bits });
  }

  setFounded(protocolPosition: Position, scraps: ConcentratedChange['scraps']): void {
    this.#founded = scraps === undefined ? { protocolPosition } : { protocolPosition, scraps };
  }

  change(): ConcentratedChange {
    const figures = Object.fromEntries(NAMES.filter((name) => this.#written.has(name)).map((name) => [name, this.#figures[name]]));
    return {
      ...figures,
      ticks: [...this.#ticks].sort(([a], [b]) => compareNumbers(a, b)),
      words: [...this.#words].sort(([a], [b]) => compareNumbers(a, b)).map(([, word]) => word),
      ...this.#founded,
    };
  }
}
