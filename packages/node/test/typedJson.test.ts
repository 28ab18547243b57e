import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { eventRecord, runtimeCall, runtimeEvent } from '@taonet/abi';
import { decode, encode, vec } from '@taonet/codec';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { expect, it } from 'vitest';
import { valueOfJson, valueToJson } from '../src/rpc/typedJson.ts';

const FILE = new URL('../../../fixtures/runtime/metadata/wire.json.gz', import.meta.url);
const wire = JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8')) as { readonly calls: Readonly<Record<string, string>>; readonly events: readonly string[] };

it('each call of upstream\'s survives the way through JSON', () => {
  const odd = Object.entries(wire.calls).filter(([, hex]) => {
    const json = JSON.parse(JSON.stringify(valueToJson(decode(runtimeCall, hexToBytes(hex)), runtimeCall.type))) as unknown;
    return bytesToHex(encode(runtimeCall, valueOfJson(json, runtimeCall.type, 'call') as never)) !== hex.replace(/^0x/, '');
  });
  expect(odd.map(([name]) => name)).toEqual([]);
  expect(Object.keys(wire.calls).length).toBeGreaterThan(100);
});

it('events of upstream\'s become JSON', () => {
  for (const hex of wire.events) {
    for (const { event } of decode(vec(eventRecord), hexToBytes(hex)) as readonly { event: unknown }[]) expect(JSON.stringify(valueToJson(event, runtimeEvent.type))).toMatch(/^\{"\w+":/);
  }
});
