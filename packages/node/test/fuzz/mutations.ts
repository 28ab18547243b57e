/** Small and large damage to bytes, texts and JSON. */

import { concatBytes } from '@taonet/primitives';
import type { Random } from './random.ts';

/** Compact lengths that promise more than there is: 2³⁰, 2³² − 1, 2⁶⁴ − 1, 2⁵³⁶ − 1; and one in too many bytes. */
const HUGE_LENGTHS = ['02000100', '03ffffffff', '03000000c0', '13ffffffffffffffff', `ff${'ff'.repeat(67)}`, '02000000'].map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')));

/** `bytes` with one to four changes. */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let changed = bytes;
  for (let left = 1 + random.size(3); left > 0; left--) changed = damage(random, changed);
  return changed;
}

function damage(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (random.below(9)) {
    case 0:
    case 1: {
      if (bytes.length === 0) return random.bytes(1);
      const flipped = bytes.slice();
      flipped[at % bytes.length]! ^= 1 << random.below(8);
      return flipped;
    }
    case 2: return head;
    case 3: return tail;
    case 4: return concatBytes(head, random.bytes(1 + random.size(40)), tail);
    case 5: return concatBytes(head, random.pick(HUGE_LENGTHS), tail.subarray(random.below(2)));
    case 6: return concatBytes(head, tail.subarray(1 + random.size(8)));
    case 7: return concatBytes(head, new Uint8Array(1 + random.size(8)).fill(random.pick([0, 0xff, 0x7f, 0x80])), tail.subarray(1 + random.size(8)));
    default: return concatBytes(bytes, bytes.subarray(0, random.below(bytes.length + 1)));
  }
}

const ODD_VALUES: readonly unknown[] = [
  null, true, false, 0, -0, -1, 1, 0.5, 255, 256, 65_536, 2 ** 32, 2 ** 53, 2 ** 64, 1e308, -1e308, '', '0x', '0x0', '0X00', '0xgg', ' ', '\u0000', '\ud800', 'null', '__proto__', 'constructor',
  [], {}, [[]], [null], [{}], { length: 4 }, { __proto__: null }, { toString: 1 }, '0x' + 'ff'.repeat(32), '0x' + '00'.repeat(33), '18446744073709551615', '18446744073709551616', '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
];

/** Any JSON value, some of them large. */
export function oddValue(random: Random): unknown {
  if (random.oneIn(30)) return random.pick(['a', '0', 'é', '\\', '0x00'.slice(2)]).repeat(1 + random.below(100_000));
  if (random.oneIn(30)) return Array.from({ length: random.below(5000) }, () => random.pick(ODD_VALUES));
  if (random.oneIn(10)) return nested(random, random.size(200));
  return random.pick(ODD_VALUES);
}

function nested(random: Random, depth: number): unknown {
  let value: unknown = random.pick(ODD_VALUES);
  for (let i = 0; i < depth; i++) value = random.oneIn(2) ? [value] : { [random.pick(['a', 'jsonrpc', 'id', '0', '__proto__'])]: value };
  return value;
}

/** `value` with something in it changed, removed, added or of another type. */
export function mutateJson(random: Random, value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && !random.oneIn(4)) {
    const at = random.below(value.length);
    const copy: unknown[] = [...value as unknown[]];
    switch (random.below(6)) {
      case 0: copy.splice(at, 1); break;
      case 1: copy.splice(at, 0, oddValue(random)); break;
      case 2: copy.push(copy[at]); break;
      default: copy[at] = mutateJson(random, copy[at]);
    }
    return copy;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !random.oneIn(4)) {
    const entries = Object.entries(value);
    if (entries.length > 0) {
      const at = random.below(entries.length);
      entries[at] = random.oneIn(5) ? [random.pick(['', 'a', '0', '__proto__', 'constructor', 'x'.repeat(1000)]), entries[at]![1]] : [entries[at]![0], mutateJson(random, entries[at]![1])];
      return Object.fromEntries(entries);
    }
  }
  if (typeof value === 'string' && value.length > 0 && !random.oneIn(3)) return mutateText(random, value);
  if (typeof value === 'number' && !random.oneIn(3)) return random.pick([value + 1, value - 1, -value, value * 2 ** 32, value / 2, String(value)]);
  return oddValue(random);
}

/** A text with some characters changed; hex stays hex half of the time. */
export function mutateText(random: Random, text: string): string {
  if (/^0x([0-9a-f]{2})+$/.test(text) && random.oneIn(2)) {
    return `0x${Buffer.from(mutateBytes(random, Buffer.from(text.slice(2), 'hex'))).toString('hex')}`;
  }
  const at = random.below(text.length + 1);
  switch (random.below(4)) {
    case 0: return text.slice(0, at);
    case 1: return text.slice(0, at) + random.pick(['"', '\\', '\u0000', '{', ']', 'e', '\ud800', '0x', ',']) + text.slice(at);
    case 2: return text.slice(0, at) + text.slice(at + 1);
    default: return text.slice(0, at) + String.fromCharCode(random.below(0x3000)) + text.slice(at + 1);
  }
}
