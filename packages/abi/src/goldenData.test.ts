/** Every golden byte string must decode with the declared types and encode to itself. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CannotDecode, encode, inBuild, Reader, struct, tryDecode, vec, type AnyCodec, type AnyStorageDecl, type Build, type KeyPart } from '@taonet/codec';
import { createHashers } from '@taonet/crypto';
import { itemPrefix } from '@taonet/frame';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { expect, test } from 'vitest';
import { apis, eventRecord, extrinsic, pallets, runtimeCall } from './index.ts';

const golden = <T>(name: string): T =>
  JSON.parse(gunzipSync(readFileSync(new URL(`../../../fixtures/runtime/${name}`, import.meta.url))).toString('utf8')) as T;

/** undefined when `hex` survives; else what went wrong. */
function roundTrip(codec: AnyCodec, hex: string): string | undefined {
  const bytes = hexToBytes(hex);
  const value: unknown = tryDecode(codec, bytes);
  if (value instanceof CannotDecode) return `${value.expected} at ${value.offset} of ${hex.slice(0, 200)}`;
  const again = bytesToHex(encode(codec, value));
  return again === bytesToHex(bytes) ? undefined : `${hex.slice(0, 200)} became ${again.slice(0, 200)}`;
}

const wire = golden<{
  readonly calls: Readonly<Record<string, string>>;
  readonly extrinsics: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}>('metadata/wire.json.gz');

/** Upstream has no default arguments for these. */
const WITHOUT_DEFAULTS = ['Grandpa.report_equivocation', 'Grandpa.report_equivocation_unsigned', 'Ethereum.transact'];

const UPSTREAM: Build = { fast: false, powFaucet: true };

test('every call of every pallet', () => {
  const names = inBuild(pallets, UPSTREAM)
    .flatMap((pallet) => Object.keys(pallet.calls).map((call) => `${pallet.name}.${call}`))
    .filter((name) => !WITHOUT_DEFAULTS.includes(name));
  expect(Object.keys(wire.calls).sort()).toEqual(names.sort());
  expect(Object.entries(wire.calls).flatMap(([name, hex]) => roundTrip(runtimeCall, hex) ?? checkName(name, hex) ?? [])).toEqual([]);
});

function checkName(name: string, hex: string): string | undefined {
  const call = tryDecode(runtimeCall, hexToBytes(hex));
  if (call instanceof CannotDecode) return name;
  return `${call.type}.${call.value.type}` === name ? undefined : `${name} decoded as ${call.type}.${call.value.type}`;
}

test('extrinsics', () => {
  expect(Object.values(wire.extrinsics).flatMap((hex) => roundTrip(extrinsic, hex) ?? [])).toEqual([]);
});

test('event lists', () => {
  expect(wire.events.flatMap((hex) => roundTrip(vec(eventRecord), hex) ?? [])).toEqual([]);
});

test('arguments and results of runtime API calls', () => {
  const { calls } = golden<{
    readonly calls: readonly { readonly method: string; readonly args: string; readonly result: string }[],
  }>('api-b.json.gz');
  const problems = calls.flatMap(({ method, args, result }) => {
    const api = apis.find(({ name }) => method.startsWith(`${name}_`));
    const decl = api?.methods[method.slice(api.name.length + 1)];
    if (decl === undefined) return [`${method} is not declared`];
    return [
      roundTrip(struct('', decl.args), args) ?? [],
      roundTrip(decl.result as AnyCodec, result) ?? [],
    ].flat().map((problem) => `${method}: ${problem}`);
  });
  expect(calls.length).toBeGreaterThan(200);
  expect(problems).toEqual([]);
});

const HASH_BYTES: Readonly<Record<string, number>> = { Identity: 0, Blake2_128Concat: 16, Twox64Concat: 8 };

function keyProblem(keys: readonly KeyPart<unknown>[], rest: string): string | undefined {
  const reader = new Reader(hexToBytes(rest));
  for (const { hasher, codec } of keys) {
    reader.raw(HASH_BYTES[hasher]!);
    codec.decode(reader);
  }
  return reader.remaining === 0 ? undefined : `${reader.remaining} bytes left in key ${rest}`;
}

test('every key and value of a real state', async () => {
  const hashers = await createHashers();
  const items = new Map<string, { readonly name: string; readonly decl: AnyStorageDecl }>();
  for (const pallet of pallets) {
    for (const [name, decl] of Object.entries(pallet.storage)) items.set(itemPrefix(hashers, pallet.name, name), {
      name: `${pallet.name}.${name}`,
      decl,
    });
  }
  const { top } = golden<{ readonly top: Readonly<Record<string, string>> }>('state-b.json.gz');
  const problems: string[] = [];
  let known = 0;
  for (const [key, value] of Object.entries(top)) {
    const item = items.get(key.slice(0, 64));
    if (item === undefined) continue;
    known += 1;
    const problem = keyProblem(item.decl.keys as readonly KeyPart<unknown>[], key.slice(64)) ?? roundTrip(item.decl.value, value);
    if (problem !== undefined) problems.push(`${item.name}: ${problem}`);
  }
  expect(problems).toEqual([]);
  expect(known).toBeGreaterThan(Object.keys(top).length * 0.9);
});
