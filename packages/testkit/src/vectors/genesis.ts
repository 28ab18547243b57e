/** Replays `taonet-genesis/1`: builds the preset and compares every key, the root and the header. */

import { pallets } from '@taonet/abi';
import { encode, header as headerCodec } from '@taonet/codec';
import { bytesToHex, hexToBytes, type Crypto } from '@taonet/primitives';
import { buildGenesis, createSpec, LOCAL_CONFIG, UPSTREAM_DEV_CONFIG } from '@taonet/runtime';
import { createStateDecoder } from './scenario/decodeState.ts';

export interface GenesisFile {
  readonly chain: 'local' | 'dev';
  readonly fastRuntime: boolean;
  readonly powFaucet: boolean;
  readonly top: Readonly<Record<string, string>>;
  readonly stateRoot: string;
  readonly header: { readonly scale: string; readonly hash: string };
}

export interface GenesisCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly got: string;
}

const bare = (hex: string): string => hex.replace(/^0x/, '');

export function replayGenesis(json: unknown, crypto: Crypto): GenesisCheck[] {
  const file = json as GenesisFile;
  const spec = createSpec({ fast: file.fastRuntime, powFaucet: file.powFaucet }, crypto);
  const genesis = buildGenesis(spec, file.chain === 'local' ? LOCAL_CONFIG : UPSTREAM_DEV_CONFIG);
  const ours = new Map(genesis.state.map(([key, value]) => [key, bytesToHex(value)]));
  const theirs = new Map(Object.entries(file.top).map(([key, value]) => [bare(key), bare(value)]));
  const decoder = createStateDecoder(crypto, pallets);
  const valueText = (key: string, hex: string | undefined): string => (hex === undefined ? 'absent' : decoder.value(key, hexToBytes(hex)));
  const keys = [...new Set([...theirs.keys(), ...ours.keys()])].sort();
  const checks = keys.map((key): GenesisCheck => ({
    name: decoder.key(key), ok: theirs.get(key) === ours.get(key), expected: valueText(key, theirs.get(key)), got: valueText(key, ours.get(key)),
  }));
  const same = (name: string, expected: string, got: string): GenesisCheck => ({ name, ok: expected === got, expected, got });
  return [
    ...checks,
    same('state root', bare(file.stateRoot), genesis.header.state_root),
    same('header', bare(file.header.scale), bytesToHex(encode(headerCodec, genesis.header))),
    same('header hash', bare(file.header.hash), genesis.hash),
  ];
}
