/** Types whose values look otherwise than their structure says, by path. */

import { era, u256Primitive, type Era, type PortableType } from '@taonet/codec';
import { bytesToHex, tryHexToBytes } from '@taonet/primitives';
import { badInput } from '../errors.ts';
import { accountIdOf, addressOf } from './address.ts';
import type { TypeCodec, TypeCodecs } from './typeCodecs.ts';

const account: TypeCodec = {
  encode: (writer, value, where) => writer.raw(tryHexToBytes(accountIdOf(value, where))!),
  decode: (reader) => addressOf(bytesToHex(reader.raw(32))),
};

/** `length` bytes as hex with `0x`. */
function hash(length: number): TypeCodec {
  return {
    encode: (writer, value, where) => {
      const bytes = value instanceof Uint8Array ? value : typeof value === 'string' ? tryHexToBytes(value) : undefined;
      if (bytes?.length !== length) throw badInput(where, `${length} bytes in hex`, value);
      writer.raw(bytes);
    },
    decode: (reader) => `0x${bytesToHex(reader.raw(length))}`,
  };
}

const eraCodec: TypeCodec = { encode: (writer, value) => era.encode(writer, value as Era), decode: era.decode };

const u256: TypeCodec = {
  encode: (writer, value, where) => {
    if (typeof value !== 'bigint' || value < 0n || value >> 256n !== 0n) throw badInput(where, 'a bigint of 256 bits', value);
    u256Primitive.encode(writer, value);
  },
  decode: u256Primitive.decode,
};

/** The nested record of a fixed-point number is its bits alone. */
function fixedPoint(type: PortableType, codecs: TypeCodecs): TypeCodec | undefined {
  return type.def.type === 'composite' && type.def.value.length === 1 ? codecs.codec(type.def.value[0]!.type) : undefined;
}

/** Refusals: `{ kind, … }` as package primitives has them; of a module error's four bytes the first is the error's index. */
function dispatchError(inner: TypeCodec): TypeCodec {
  return {
    encode: (writer, given, where) => {
      const { kind, ...rest } = given as { readonly kind: string; readonly index?: number; readonly error?: number };
      const value = kind === 'Module' ? { index: rest.index, error: Uint8Array.of(rest.error ?? 0, 0, 0, 0) } : Object.values(rest)[0];
      inner.encode(writer, { type: kind, value }, where);
    },
    decode: (reader) => {
      const { type, value } = inner.decode(reader) as { readonly type: string; readonly value?: unknown };
      if (type === 'Module') {
        const { index, error } = value as { readonly index: number; readonly error: Uint8Array };
        return { kind: type, index, error: error[0]! };
      }
      return value === undefined ? { kind: type } : { kind: type, [type.toLowerCase()]: value };
    },
  };
}

const HASH_BYTES: Readonly<Record<string, number>> = { 'primitive_types.H256': 32, 'primitive_types.H160': 20, 'sp_consensus_aura.sr25519.app_sr25519.Public': 32, 'sp_consensus_grandpa.app.Public': 32, 'sp_consensus_babe.app.Public': 32 };

/** Commitments: the name of short data tells its length. */
function commitment(inner: TypeCodec): TypeCodec {
  return {
    decode: (reader) => {
      const data = inner.decode(reader) as { readonly type: string; readonly value?: unknown };
      return /^Raw\d+$/.test(data.type) ? { type: 'Raw', value: data.value } : data;
    },
    encode: (writer, given, where) => {
      const data = given as { readonly type?: unknown; readonly value?: unknown } | undefined;
      const isRaw = data?.type === 'Raw' && (data.value instanceof Uint8Array || typeof data.value === 'string');
      const value = isRaw && typeof data.value === 'string' && !data.value.startsWith('0x') ? new TextEncoder().encode(data.value) : isRaw && typeof data.value === 'string' ? tryHexToBytes(data.value) : data?.value;
      inner.encode(writer, isRaw ? { type: `Raw${(value as Uint8Array).length}`, value } : given, where);
    },
  };
}

/** A call: also a transaction of ours, by its `call`. */
function runtimeCall(inner: TypeCodec): TypeCodec {
  return {
    decode: inner.decode.bind(inner),
    encode: (writer, value, where) => {
      const isTransaction = typeof value === 'object' && value !== null && 'call' in value && !('type' in value);
      inner.encode(writer, isTransaction ? value.call : value, where);
    },
  };
}

/** An address: also an account in any way of writing one. */
function multiAddress(inner: TypeCodec): TypeCodec {
  return {
    decode: inner.decode.bind(inner),
    encode: (writer, value, where) => {
      const isVariant = typeof value === 'object' && value !== null && 'type' in value;
      inner.encode(writer, isVariant ? value : { type: 'Id', value }, where);
    },
  };
}

/** The codec of a type by its path; undefined: by its structure. */
export function specialCodec(type: PortableType, codecs: TypeCodecs): TypeCodec | undefined {
  const path = type.path.join('.');
  const last = type.path[type.path.length - 1];
  const inner = (): TypeCodec => codecs.structural(type);
  if (last === undefined) return undefined;
  if (last === 'AccountId32') return account;
  if (path in HASH_BYTES) return hash(HASH_BYTES[path]!);
  if (path === 'primitive_types.U256') return u256;
  if (path.startsWith('substrate_fixed.Fixed')) return fixedPoint(type, codecs);
  if (path === 'sp_runtime.generic.era.Era') return eraCodec;
  if (path === 'sp_runtime.DispatchError') return dispatchError(inner());
  if (path === 'pallet_commitments.types.Data') return commitment(inner());
  if (last === 'MultiAddress') return multiAddress(inner());
  if (last === 'RuntimeCall') return runtimeCall(inner());
  return undefined;
}
