import { runtimeDescription } from '@taonet/abi';
import { decode, encode, metadata, type Metadata } from '@taonet/codec';
import { buildMetadata } from '@taonet/frame';
import { bytesToHex } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { compareMetadata } from './metadata.ts';
import { readMetadataFile } from './metadataFile.ts';

describe.each(readMetadataFile())('metadata $version, fast $build.fast, powFaucet $build.powFaucet', ({ version, build, blob }) => {
  test('upstream bytes decode and encode to themselves', () => {
    expect(bytesToHex(encode(metadata, decode(metadata, blob))) === bytesToHex(blob)).toBe(true);
  });

  test('ours has the same structure, item by item', () => {
    const bytes = encode(metadata, buildMetadata(runtimeDescription, build, version));
    const checks = compareMetadata(blob, decode(metadata, bytes));
    expect(checks.length).toBeGreaterThan(1600);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

test('type 0 is AccountId32, and versions 14 and 15 number the types of pallets alike', () => {
  const build = { fast: true, powFaucet: false };
  const [v14, v15] = ([14, 15] as const).map((version) => buildMetadata(runtimeDescription, build, version).value.types);
  expect(v14![0]!.path.join('::')).toBe('sp_core::crypto::AccountId32');
  const last = v14!.findLastIndex((type) => type.path.at(-1) === 'Error');
  expect(v15!.slice(0, last)).toEqual(v14!.slice(0, last));
});

describe('the comparison sees', () => {
  const [{ blob, build, version }] = readMetadataFile().filter((file) => file.version === 16) as [ReturnType<typeof readMetadataFile>[number]];
  const failed = (ours: Metadata): string[] => compareMetadata(blob, ours).filter(({ ok }) => !ok).map(({ name }) => name);
  const ours = (change: (value: Extract<Metadata, { version: 16 }>['value']) => void): Metadata => {
    const built = decode(metadata, encode(metadata, buildMetadata(runtimeDescription, build, version)));
    if (built.version === 16) change(built.value);
    return built;
  };

  test('a default', () => {
    expect(failed(ours((value) => void (value.pallets[7]!.storage!.entries[0]!.fallback[0]! ^= 1)))).toEqual(['SubtensorModule.storage.MinActivityCutoff']);
  });
  test('a constant', () => {
    expect(failed(ours((value) => void (value.pallets[7]!.constants[1]!.value[0]! ^= 1)))).toHaveLength(1);
  });
  test('a spelling inside a type', () => {
    const names = failed(ours((value) => {
      const account = value.types.find((type) => type.path.join('::') === 'pallet_balances::types::AccountData')!;
      if (account.def.type === 'composite') account.def.value[0]!.typeName = 'u64';
    }));
    expect(names).toContain('System.storage.Account');
    expect(names).toContain('Balances.storage.Account');
  });
  test('a missing method', () => {
    expect(failed(ours((value) => void value.apis[0]!.methods.pop()))).toEqual(['apis.Core']);
  });
  test('another build', () => {
    expect(failed(buildMetadata(runtimeDescription, { fast: true, powFaucet: true }, 16)).length).toBeGreaterThan(10);
  });
});
