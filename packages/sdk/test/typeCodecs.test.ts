/** Codecs made from metadata read and write what the declarations read and write, for every type that a client can meet. */

import { apis, pallets, runtimeCall, runtimeEvent } from '@taonet/abi';
import { CannotDecode, encode, inBuild, metadata, Reader, tryDecode, tuple, type AnyCodec, type Build, type Metadata } from '@taonet/codec';
import { bytesToHex, tryHexToBytes } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { accountIdOf } from '../src/scale/address.ts';
import { TypeCodecs } from '../src/scale/typeCodecs.ts';
import { upstreamBlob } from './metadataBlobs.ts';

type V15 = Extract<Metadata, { version: 15 }>['value'];

const v15 = metadata.decode(new Reader(upstreamBlob(15))).value as V15;
const types = new TypeCodecs(v15.types);
/** Upstream's: nothing that our own networks have besides. */
const BUILD: Build = { fast: false, powFaucet: false };

/** Small numbers mostly, so that lengths and enum tags often fit. */
function* inputs(): Generator<Uint8Array> {
  let state = 0x2545f491;
  const next = (below: number): number => {
    state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
    return (state >>> 0) % below;
  };
  yield new Uint8Array(2000);
  for (let run = 0; run < 60; run++) {
    const small = [3, 6, 12, 40, 256][run % 5]!;
    yield Uint8Array.from({ length: 2000 }, () => next(small));
  }
}
const INPUTS = [...inputs()];

/** As the declarations have it: accounts and hashes as bare hex. */
function bare(value: unknown): unknown {
  if (typeof value === 'string') {
    if (/^0x[0-9a-f]*$/.test(value)) return value.slice(2);
    if (/^[1-9A-HJ-NP-Za-km-z]{47,49}$/.test(value)) return accountIdOf(value, 'test');
    return value;
  }
  if (value instanceof Uint8Array) return `bytes ${bytesToHex(value)}`;
  if (Array.isArray(value)) return value.map(bare);
  // Types without fields: the declarations have an empty record for some.
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return undefined;
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bare(one)]));
  return value;
}

/** Sets and maps out of order are put in order by the declarations: not what a node sends. */
function isCanonical(declared: AnyCodec, { value, length }: { value: unknown; length: number }, bytes: Uint8Array): boolean {
  return bytesToHex(encode(declared, value)) === bytesToHex(bytes.subarray(0, length));
}

function read(codec: { decode(reader: Reader): unknown }, bytes: Uint8Array): { value: unknown; length: number } | undefined {
  const reader = new Reader(bytes);
  reader.build = BUILD;
  try {
    const value = codec.decode(reader);
    return { value, length: reader.offset };
  } catch (error) {
    if (error instanceof CannotDecode) return undefined;
    throw error;
  }
}

/** How many inputs both read. */
function compare(name: string, declared: AnyCodec, id: number): number {
  const made = types.codec(id);
  let count = 0;
  for (const bytes of INPUTS) {
    const expected = read(declared, bytes);
    if (expected === undefined || !isCanonical(declared, expected, bytes)) continue;
    const got = read(made, bytes);
    expect(bare(got?.value), name).toEqual(bare(expected.value));
    expect(got?.length, name).toBe(expected.length);
    expect(bytesToHex(types.encode(id, got?.value, name)), name).toBe(bytesToHex(encode(declared, expected.value)));
    count += 1;
  }
  return count;
}

describe('values from metadata have the form of the declarations', () => {
  const byName = new Map(v15.pallets.map((pallet) => [pallet.name, pallet]));

  test.each(inBuild(pallets, BUILD).map((pallet) => [pallet.name, pallet] as const))('%s', (name, pallet) => {
    const described = byName.get(name)!;
    for (const entry of described.storage?.entries ?? []) {
      const declared = pallet.storage[entry.name]!;
      const { shape } = entry;
      compare(`${name}.${entry.name}`, declared.value as AnyCodec, shape.type === 'Plain' ? shape.value : shape.value.value);
      if (shape.type === 'Plain') continue;
      const keys = (declared.keys as readonly { codec: AnyCodec }[]).map(({ codec }) => codec);
      compare(`${name}.${entry.name} keys`, keys.length === 1 ? keys[0]! : tuple(...keys), shape.value.key);
    }
    for (const constant of described.constants) compare(`${name}.${constant.name}`, pallet.constants[constant.name]!.codec as AnyCodec, constant.type);
  });

  test('runtime APIs', () => {
    for (const api of apis) {
      const methods = v15.apis.find(({ name }) => name === api.name)!.methods;
      for (const { name, inputs: args, output } of methods) {
        const declared = api.methods[name]!;
        const codecs = Object.values(declared.args as Readonly<Record<string, AnyCodec>>);
        args.forEach((arg, i) => compare(`${api.name}.${name} ${arg.name}`, codecs[i]!, arg.type));
        compare(`${api.name}.${name}`, declared.result as AnyCodec, output);
      }
    }
  });

  test('calls and events, every one', () => {
    for (const [outer, declared, of] of [['RuntimeCall', runtimeCall, 'calls'], ['RuntimeEvent', runtimeEvent, 'events']] as const) {
      const id = v15.types.findIndex(({ path }) => path.length === 2 && path[1] === outer);
      let seen = 0;
      for (const pallet of v15.pallets) {
        const inner = pallet[of];
        if (inner === undefined) continue;
        const { def } = types.type(inner);
        if (def.type !== 'variant') continue;
        for (const row of def.value) {
          for (const bytes of INPUTS.slice(0, 25)) {
            const whole = Uint8Array.of(pallet.index, row.index, ...bytes.subarray(0, 600));
            const expected = read(declared, whole);
            if (expected === undefined || !isCanonical(declared, expected, whole)) continue;
            const got = read(types.codec(id), whole);
            expect(bare(got?.value), row.name).toEqual(bare(expected.value));
            expect(bytesToHex(types.encode(id, got?.value, row.name)), row.name).toBe(bytesToHex(encode(declared, expected.value as never)));
            seen += 1;
          }
        }
      }
      expect(seen).toBeGreaterThan(1000);
    }
  });

  test('what is shorter than its type does not decode', () => {
    const id = v15.types.findIndex(({ path }) => path[1] === 'RuntimeCall');
    expect(read(types.codec(id), Uint8Array.of(7, 0, 1))).toBeUndefined();
    expect(tryDecode(runtimeCall, Uint8Array.of(7, 0, 1))).toBeInstanceOf(CannotDecode);
    expect(tryHexToBytes('0x')).toHaveLength(0);
  });
});
