import { readFileSync } from 'node:fs';
import { encode } from '@taonet/codec';
import { bytesToHex } from '@taonet/primitives';
import { expect, test } from 'vitest';
import { apis, runtimeVersion, runtimeVersionRecord } from './index.ts';

const golden = JSON.parse(readFileSync(new URL('../../../fixtures/runtime/metadata/runtime-version.json', import.meta.url), 'utf8')) as {
  readonly scale: string;
  readonly stateGetRuntimeVersion: { readonly apis: readonly [string, number][] };
};

test('the version record has upstream bytes', () => {
  expect(`0x${bytesToHex(encode(runtimeVersion, runtimeVersionRecord))}`).toBe(golden.scale);
});

test('runtime APIs stand in upstream order', () => {
  expect(apis.map(({ id, version }) => [`0x${id}`, version])).toEqual(golden.stateGetRuntimeVersion.apis);
});
