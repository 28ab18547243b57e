/** Input from strangers: transactions, calls, events. Whatever comes, it decodes or is refused; nothing else is thrown. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CannotDecode, encode, tryDecode, vec, type AnyCodec } from '@taonet/codec';
import { hexToBytes } from '@taonet/primitives';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventRecord, extrinsic, runtimeCall } from './index.ts';

const wire = JSON.parse(gunzipSync(readFileSync(new URL(
  '../../../fixtures/runtime/metadata/wire.json.gz',
  import.meta.url,
))).toString('utf8')) as {
  readonly calls: Readonly<Record<string, string>>;
  readonly extrinsics: Readonly<Record<string, string>>;
  readonly events: readonly string[];
};

const seeds: [name: string, codec: AnyCodec, whole: Uint8Array[]][] = [
  ['calls', runtimeCall, Object.values(wire.calls).map(hexToBytes)],
  ['extrinsics', extrinsic, Object.values(wire.extrinsics).map(hexToBytes)],
  ['events', vec(eventRecord), wire.events.map(hexToBytes)],
];

/** Decodes; fails when what decodes cannot be written again. */
function take(codec: AnyCodec, input: Uint8Array): unknown {
  const value: unknown = tryDecode(codec, input);
  if (!(value instanceof CannotDecode)) encode(codec, value);
  return value;
}

describe.each(seeds)('%s', (_, codec, whole) => {
  test('cut short do not decode', () => {
    fc.assert(fc.property(fc.constantFrom(...whole), fc.nat(), (bytes, at) => {
      expect(take(codec, bytes.subarray(0, at % bytes.length))).toBeInstanceOf(CannotDecode);
    }));
  });

  test('with bytes behind do not decode', () => {
    fc.assert(fc.property(fc.constantFrom(...whole), fc.uint8Array({ minLength: 1, maxLength: 4 }), (bytes, more) => {
      expect(take(codec, Uint8Array.of(...bytes, ...more))).toBeInstanceOf(CannotDecode);
    }));
  });

  test('with bytes changed decode or are refused', () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
    fc.assert(fc.property(fc.constantFrom(...whole), fc.array(change, { minLength: 1, maxLength: 5 }), (bytes, changes) => {
      const changed = bytes.slice();
      for (const { at, byte } of changes) changed[at % changed.length] = byte;
      take(codec, changed);
    }), { numRuns: 1000 });
  });

  test('made of anything decode or are refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void take(codec, bytes)), { numRuns: 1000 });
  });
});
