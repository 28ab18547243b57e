/**
 * Which ticks are in use: three layers of 128-bit words over tick + 887 272. A bit of the middle layer says that a bottom word is
 * not empty, a bit of the top layer that a middle word is not.
 *
 * source: pallets/swap/src/tick.rs, ActiveTickIndexManager, TickIndexBitmap @ 459fa72
 */

import { bitLength } from '@taonet/primitives';
import { isTickInRange, TICK_MAX } from './tickIndex.ts';
import { LIBRARY_TICK_MAX } from './tickMath.ts';

/** Top 0, middle 1, bottom 2: as on the wire. */
export type BitmapLayer = 0 | 1 | 2;
export const TOP: BitmapLayer = 0;
export const MIDDLE: BitmapLayer = 1;
export const BOTTOM: BitmapLayer = 2;

export interface BitmapReader {
  /** The word, 0 where there is none. */
  word(layer: BitmapLayer, index: number): bigint;
}
export interface BitmapWriter extends BitmapReader {
  setWord(layer: BitmapLayer, index: number, bits: bigint): void;
}

const WORD_SHIFT = 7;
const WORD_BITS = 1 << WORD_SHIFT;

interface Place {
  readonly word: number;
  readonly bit: number;
}
const placeOf = (index: number): Place => ({ word: index >> WORD_SHIFT, bit: index % WORD_BITS });
const indexOf = ({ word, bit }: Place): number => word * WORD_BITS + bit;
const maskOf = (bit: number): bigint => 1n << BigInt(bit);

/** Where a tick stands in the three layers. */
function placesOf(tick: number): { readonly top: Place; readonly middle: Place; readonly bottom: Place } {
  const bottom = placeOf(tick + LIBRARY_TICK_MAX);
  const middle = placeOf(bottom.word);
  return { top: placeOf(middle.word), middle, bottom };
}

/** source: ActiveTickIndexManager::insert */
export function insertTick(bitmap: BitmapWriter, tick: number): void {
  if (!isTickInRange(tick)) return;
  const { top, middle, bottom } = placesOf(tick);
  setBit(bitmap, TOP, top);
  setBit(bitmap, MIDDLE, middle);
  setBit(bitmap, BOTTOM, bottom);
}

/** Words that become empty are written as 0. source: ActiveTickIndexManager::remove */
export function removeTick(bitmap: BitmapWriter, tick: number): void {
  if (!isTickInRange(tick)) return;
  const { top, middle, bottom } = placesOf(tick);
  const bottomWord = clearBit(bitmap, BOTTOM, bottom);
  const middleWord = bottomWord === 0n ? clearBit(bitmap, MIDDLE, middle) : bitmap.word(MIDDLE, middle.word);
  if (middleWord === 0n) clearBit(bitmap, TOP, top);
}

function setBit(bitmap: BitmapWriter, layer: BitmapLayer, { word, bit }: Place): void {
  bitmap.setWord(layer, word, bitmap.word(layer, word) | maskOf(bit));
}

function clearBit(bitmap: BitmapWriter, layer: BitmapLayer, { word, bit }: Place): bigint {
  const after = bitmap.word(layer, word) & ~maskOf(bit);
  bitmap.setWord(layer, word, after);
  return after;
}

type Side = 'lower' | 'higher';

/** The greatest tick in use that is not above `tick`. source: find_closest_lower */
export const closestLowerTick = (bitmap: BitmapReader, tick: number): number | undefined => closest(bitmap, tick, 'lower');
/** The smallest tick in use that is not below `tick`. source: find_closest_higher */
export const closestHigherTick = (bitmap: BitmapReader, tick: number): number | undefined => closest(bitmap, tick, 'higher');

/** As upstream asks: with no tick at or below, the highest counts as in use. source: tick_is_active */
export const isTickActive = (bitmap: BitmapReader, tick: number): boolean => (closestLowerTick(bitmap, tick) ?? TICK_MAX) === tick;

/** Looks in the tick's own bottom word, then up one layer at a time, and down again at the first bit found. */
function closest(bitmap: BitmapReader, tick: number, side: Side): number | undefined {
  if (!isTickInRange(tick)) return undefined;
  const { top, middle, bottom } = placesOf(tick);
  const step = side === 'lower' ? -1 : 1;
  const own = bitFrom(bitmap.word(BOTTOM, bottom.word), bottom.bit, side);
  if (own !== undefined) return tickOf({ word: bottom.word, bit: own });
  const near = bitFrom(bitmap.word(MIDDLE, middle.word), middle.bit + step, side);
  if (near !== undefined) return descend(bitmap, indexOf({ word: middle.word, bit: near }), side);
  const far = bitFrom(bitmap.word(TOP, top.word), top.bit + step, side);
  if (far === undefined) return undefined;
  const middleWord = indexOf({ word: top.word, bit: far });
  const bit = bitFrom(bitmap.word(MIDDLE, middleWord), edge(side), side);
  return bit === undefined ? undefined : descend(bitmap, indexOf({ word: middleWord, bit }), side);
}

function descend(bitmap: BitmapReader, word: number, side: Side): number | undefined {
  const bit = bitFrom(bitmap.word(BOTTOM, word), edge(side), side);
  return bit === undefined ? undefined : tickOf({ word, bit });
}

const edge = (side: Side): number => (side === 'lower' ? WORD_BITS - 1 : 0);

function tickOf(place: Place): number | undefined {
  const tick = indexOf(place) - LIBRARY_TICK_MAX;
  return isTickInRange(tick) ? tick : undefined;
}

/** The bit nearest to `from` on that side, itself included. */
function bitFrom(word: bigint, from: number, side: Side): number | undefined {
  if (from < 0 || from >= WORD_BITS) return undefined;
  if (side === 'lower') {
    const below = BigInt.asUintN(from + 1, word);
    return below === 0n ? undefined : bitLength(below) - 1;
  }
  const above = word >> BigInt(from);
  return above === 0n ? undefined : from + bitLength(above & -above) - 1;
}
