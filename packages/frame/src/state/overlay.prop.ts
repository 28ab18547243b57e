import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryState } from './memoryState.ts';
import { Overlay } from './overlay.ts';

/** Keys of three items, with many common beginnings, and one short key. */
const key = fc.oneof(
  fc.tuple(fc.constantFrom('aa', 'ab', 'c0'), fc.nat(40)).map(([item, n]) => item.repeat(32) + n.toString(16).padStart(4, '0')),
  fc.constant('3a636f6465'),
);
const prefix = fc.constantFrom('', '3a', 'aa', 'a', 'aa'.repeat(32), `${'ab'.repeat(32)}00`, `${'c0'.repeat(32)}001`, 'ff'.repeat(32));
const value = fc.nat(3).map((byte) => Uint8Array.of(byte));
const step = fc.oneof(
  fc.record({ op: fc.constant('set' as const), key, value }),
  fc.record({ op: fc.constant('delete' as const), key }),
  fc.record({ op: fc.constantFrom('begin' as const, 'commit' as const, 'rollback' as const) }),
  fc.record({ op: fc.constant('keys' as const), prefix, after: fc.oneof(fc.constant(''), key), limit: fc.nat(20) }),
);

const below = (map: ReadonlyMap<string, Uint8Array>, start: string): string[] => [...map.keys()].filter((one) => one.startsWith(start)).sort();

describe('Overlay', () => {
  it('behavior: reads as a copied map would, layer by layer', () => {
    fc.assert(fc.property(fc.array(fc.tuple(key, value), { maxLength: 60 }), fc.array(step, { maxLength: 120 }), (start, steps) => {
      const backend = new MemoryState(start);
      const overlay = new Overlay(backend);
      const original = new Map(start);
      const models: Map<string, Uint8Array>[] = [new Map(start)];
      for (const one of steps) {
        const model = models.at(-1)!;
        if (one.op === 'set') {
          overlay.set(one.key, one.value);
          model.set(one.key, one.value);
        } else if (one.op === 'delete') {
          overlay.delete(one.key);
          model.delete(one.key);
        } else if (one.op === 'keys') {
          const all = below(model, one.prefix);
          expect(overlay.keysWithPrefix(one.prefix)).toEqual(all);
          expect(overlay.keysAfter(one.prefix, one.after, one.limit)).toEqual(all.filter((found) => found > one.after).slice(0, one.limit));
        } else if (one.op === 'begin') {
          overlay.begin();
          models.push(new Map(model));
        } else if (models.length > 1) {
          if (one.op === 'commit') {
            overlay.commit();
            models.splice(-2, 1);
          } else {
            overlay.rollback();
            models.pop();
          }
        }
      }
      const model = models.at(-1)!;
      for (const one of new Set([...original.keys(), ...model.keys()])) expect(overlay.get(one)).toEqual(model.get(one));
      expect(overlay.keysWithPrefix('')).toEqual(below(model, ''));
      const changed = [...new Set([...original.keys(), ...model.keys()])].sort().filter((one) => original.get(one)?.[0] !== model.get(one)?.[0]);
      expect(overlay.changes().map(([one]) => one)).toEqual(changed);
    }));
  });
});

describe('MemoryState', () => {
  it('behavior: keeps thousands of keys in order while they come and go', () => {
    const many = fc.array(fc.nat(3000), { minLength: 1500, maxLength: 3000 });
    fc.assert(fc.property(many, many, (come, go) => {
      const state = new MemoryState();
      const model = new Map<string, Uint8Array>();
      const name = (n: number): string => 'aa'.repeat(32) + n.toString(16).padStart(4, '0');
      for (const n of come) {
        state.set(name(n), Uint8Array.of(n & 255));
        model.set(name(n), Uint8Array.of(n & 255));
      }
      for (const n of go) {
        state.delete(name(n));
        model.delete(name(n));
      }
      expect(state.keysWithPrefix('')).toEqual(below(model, ''));
      for (const start of ['00', '05', '0a1', '0b']) expect(state.keysWithPrefix('aa'.repeat(32) + start)).toEqual(below(model, 'aa'.repeat(32) + start));
      expect(state.keysAfter('aa'.repeat(32), name(700), 600)).toEqual(below(model, '').filter((one) => one > name(700)).slice(0, 600));
      expect(state.size).toBe(model.size);
    }), { numRuns: 20 });
  });
});
