/** For how long a transaction is valid. source: sp_runtime/src/generic/era.rs of polkadot-sdk @ 7cc54bf */

import { defect } from '@taonet/primitives';
import type { Codec } from './codec.ts';
import { u8 } from './scalars.ts';
import type { TypeDef, VariantDef } from './typeDef.ts';

/** Always, or during `period` blocks (a power of two, 4 to 65536) from the last block whose number is `phase` modulo `period`. */
export type Era = { readonly type: 'Immortal' } | { readonly type: 'Mortal'; readonly period: number; readonly phase: number };

export const IMMORTAL: Era = Object.freeze({ type: 'Immortal' });

const SHORTEST = 4;
const LONGEST = 0x10000;
const PHASE_BITS = 12;

/** Phases of long periods are kept in steps, so that they fit 12 bits. */
const stepOf = (period: number): number => Math.max(period >>> PHASE_BITS, 1);

/** The largest multiple of `step` up to `n`. */
const multipleBelow = (n: number, step: number): number => n - (n % step);

/** The era that begins at block `current`; `period` is raised to a power of two and clamped to 4–65536. */
export function mortalEra(period: number, current: number): Era {
  let rounded = SHORTEST;
  while (rounded < period && rounded < LONGEST) rounded *= 2;
  const step = stepOf(rounded);
  return { type: 'Mortal', period: rounded, phase: multipleBelow(current % rounded, step) };
}

/** The block at which the era that holds `current` began; its hash is signed. 0 for immortal ones. */
export function eraBirth(era: Era, current: number): number {
  if (era.type === 'Immortal') return 0;
  return multipleBelow(Math.max(current, era.phase) - era.phase, era.period) + era.phase;
}

/** The first block at which a transaction of this era is no longer valid; undefined for immortal ones. */
export function eraDeath(era: Era, current: number): number | undefined {
  return era.type === 'Immortal' ? undefined : eraBirth(era, current) + era.period;
}

function eraType(): TypeDef {
  const variants: VariantDef[] = [{ name: 'Immortal', index: 0, fields: [] }];
  for (let i = 1; i < 256; i++) variants.push({ name: `Mortal${i}`, index: i, fields: [{ type: u8.type }] });
  return { kind: 'variant', path: ['sp_runtime', 'generic', 'era', 'Era'], variants };
}

/** One zero byte, or two bytes: 4 bits of period's logarithm and 12 of phase. */
export const era: Codec<Era> & { readonly typeName: string } = {
  typeName: 'Era',
  type: eraType(),
  encode: (writer, value) => {
    if (value.type === 'Immortal') return writer.byte(0);
    const log = 31 - Math.clz32(value.period);
    const step = stepOf(value.period);
    if (value.period !== 1 << log || log < 2 || log > 16 || value.phase % step !== 0 || value.phase < 0 || value.phase >= value.period) {
      throw defect('EncodeEra', { period: value.period, phase: value.phase });
    }
    writer.uintLe((log - 1) | ((value.phase >>> (31 - Math.clz32(step))) << 4), 2);
  },
  decode: (reader) => {
    const first = reader.byte();
    if (first === 0) return IMMORTAL;
    const both = first + reader.byte() * 256;
    const period = 2 << (both % 16);
    const phase = (both >>> 4) * stepOf(period);
    if (period < SHORTEST || phase >= period) reader.fail('an era with phase < period');
    return { type: 'Mortal', period, phase };
  },
};
