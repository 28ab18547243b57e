/**
 * Calls and events as JSON, guided by the type descriptions of their codecs: accounts in SS58, u64 and wider as decimal text, bytes and hashes
 * as `0x…`, absent options as null, enums as their name or `{ Name: fields }`, dispatch errors by name.
 */

import { pallets } from '@taonet/abi';
import { encodeSs58, SS58_PREFIX } from '@taonet/crypto';
import { resolveType, type FieldDef, type TypeDef, type TypeRef, type VariantDef } from '@taonet/codec';
import { bytesToHex, plainRefusal, tryHexToBytes, utf8ToBytes, type DispatchError } from '@taonet/primitives';
import { account } from './params.ts';
import { invalidParams } from './rpcError.ts';

export const ss58 = (accountId: string): string => encodeSs58(accountId, SS58_PREFIX);

const lastOf = ({ path }: TypeDef): string | undefined => path?.at(-1);
const isU8 = (ref: TypeRef): boolean => {
  const type = resolveType(ref);
  return type.kind === 'primitive' && type.name === 'u8';
};
const isBare = ({ variants }: Extract<TypeDef, { kind: 'variant' }>): boolean => variants.every(({ fields }) => fields.length === 0);

/** `value`, of this type, for people and programs. */
export function valueToJson(value: unknown, ref: TypeRef): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return `0x${bytesToHex(value)}`;
  if (typeof value !== 'object' && typeof value !== 'string') return value;
  const type = resolveType(ref);
  switch (type.kind) {
    case 'compact': return valueToJson(value, type.of);
    case 'sequence':
    case 'array': return typeof value === 'string' ? `0x${value}` : (value as readonly unknown[]).map((one) => valueToJson(one, type.of));
    case 'tuple': return type.of.map((of, i) => valueToJson((value as readonly unknown[])[i], of));
    case 'composite': return compositeToJson(value, type);
    case 'variant': return variantToJson(value, type);
    default: return value;
  }
}

function compositeToJson(value: unknown, type: Extract<TypeDef, { kind: 'composite' }>): unknown {
  if (lastOf(type) === 'AccountId32') return ss58(value as string);
  const [first] = type.fields;
  if (typeof value === 'string') return `0x${value}`;
  if (first?.name === undefined) return type.fields.length === 1 ? valueToJson(value, first!.type) : valueToJson(value, { kind: 'tuple', of: type.fields.map((field) => field.type) });
  return recordToJson(value, type.fields);
}

function recordToJson(value: unknown, fields: readonly FieldDef[]): unknown {
  return Object.fromEntries(fields.map(({ name, type }) => [name, valueToJson((value as Readonly<Record<string, unknown>>)[name!], type)]));
}

function variantToJson(value: unknown, type: Extract<TypeDef, { kind: 'variant' }>): unknown {
  if (lastOf(type) === 'Option') return valueToJson(value, type.variants[1]!.fields[0]!.type);
  if (lastOf(type) === 'DispatchError') return refusalName(value as DispatchError);
  if (typeof value === 'string') return value;
  const { type: name, value: inner } = value as { readonly type: string; readonly value?: unknown };
  const row = type.variants.find((one) => one.name === name);
  return row === undefined || row.fields.length === 0 ? name : { [name]: fieldsToJson(inner, row.fields) };
}

/** As refusals are named: `Balances.DeltaZero`, `Token.Frozen`, `BadOrigin`. */
function refusalName(error: DispatchError): string {
  if (error.kind !== 'Module') return plainRefusal(error).name;
  const pallet = pallets.find(({ index }) => index === error.index);
  const name = Object.entries(pallet?.errors ?? {}).find(([, index]) => index === error.error)?.[0];
  return `${pallet?.name ?? error.index}.${name ?? error.error}`;
}

/** Of an enum's row, or of an event. */
export function fieldsToJson(value: unknown, fields: readonly FieldDef[]): unknown {
  if (fields.length === 0) return null;
  if (fields[0]!.name !== undefined) return recordToJson(value, fields);
  return fields.length === 1 ? valueToJson(value, fields[0]!.type) : fields.map(({ type }, i) => valueToJson((value as readonly unknown[])[i], type));
}

const WIDE = /^[ui](64|128|256)$/;

/** The value of this type that `json` spells; throws InvalidParams with the place where it does not. `where`: of messages. */
export function valueOfJson(json: unknown, ref: TypeRef, where: string): unknown {
  const type = resolveType(ref);
  switch (type.kind) {
    case 'primitive': return primitiveOf(json, type.name, where);
    case 'compact': return valueOfJson(json, type.of, where);
    case 'sequence': return isU8(type.of) && !Array.isArray(json) ? bytesOf(json, where) : listOf(json, where).map((one, i) => valueOfJson(one, type.of, `${where}[${i}]`));
    case 'array': return isU8(type.of) ? bytesOf(json, where) : listOf(json, where).map((one, i) => valueOfJson(one, type.of, `${where}[${i}]`));
    case 'tuple': return type.of.map((of, i) => valueOfJson(listOf(json, where)[i], of, `${where}[${i}]`));
    case 'composite': return compositeOf(json, type, where);
    case 'variant': return variantOf(json, type, where);
    default: throw invalidParams(`${where}: give the call in hex`);
  }
}

function primitiveOf(json: unknown, name: string, where: string): unknown {
  if (name === 'bool' && typeof json === 'boolean') return json;
  if (name === 'str' && typeof json === 'string') return json;
  const isNumber = (typeof json === 'number' && Number.isSafeInteger(json)) || (typeof json === 'string' && /^-?\d{1,40}$/.test(json));
  if (!isNumber || name === 'bool' || name === 'str') throw invalidParams(`${where}: expected ${name}`);
  return WIDE.test(name) ? BigInt(json) : Number(json);
}

function bytesOf(json: unknown, where: string): Uint8Array {
  if (typeof json !== 'string') throw invalidParams(`${where}: expected bytes as 0x… or text`);
  return json.startsWith('0x') ? (tryHexToBytes(json) ?? utf8ToBytes(json)) : utf8ToBytes(json);
}

function listOf(json: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(json)) throw invalidParams(`${where}: expected a list`);
  return json;
}

function compositeOf(json: unknown, type: Extract<TypeDef, { kind: 'composite' }>, where: string): unknown {
  const name = lastOf(type);
  if (name === 'AccountId32') return accountOf(json, where);
  const [first] = type.fields;
  if (name === 'U256' || first?.name === 'bits') return primitiveOf(json, 'u256', where);
  if (first === undefined) return {};
  if (first.name !== undefined) return recordOf(json, type.fields, where);
  if (type.fields.length > 1) return type.fields.map((field, i) => valueOfJson(listOf(json, where)[i], field.type, `${where}[${i}]`));
  const inner = valueOfJson(json, first.type, where);
  // hashes and addresses of other chains are hex texts
  return inner instanceof Uint8Array && resolveType(first.type).kind === 'array' ? bytesToHex(inner) : inner;
}

function accountOf(json: unknown, where: string): string {
  try {
    return account.parse(json);
  } catch {
    throw invalidParams(`${where}: expected an account (SS58 or hex)`);
  }
}

function recordOf(json: unknown, fields: readonly FieldDef[], where: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw invalidParams(`${where}: expected { ${fields.map(({ name }) => name).join(', ')} }`);
  const given = json as Readonly<Record<string, unknown>>;
  const strange = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
  if (strange !== undefined) throw invalidParams(`${where} has no ${strange}; it has ${fields.map(({ name }) => name).join(', ')}`);
  return Object.fromEntries(fields.map(({ name, type }) => [name, valueOfJson(Object.hasOwn(given, name!) ? given[name!] : undefined, type, `${where}.${name}`)]));
}

function variantOf(json: unknown, type: Extract<TypeDef, { kind: 'variant' }>, where: string): unknown {
  if (lastOf(type) === 'Option') return json === null || json === undefined ? undefined : valueOfJson(json, type.variants[1]!.fields[0]!.type, where);
  if (lastOf(type) === 'MultiAddress' && typeof json === 'string') return { type: 'Id', value: accountOf(json, where) };
  const entry = typeof json === 'string' ? [json, undefined] as const : typeof json === 'object' && json !== null ? Object.entries(json)[0] : undefined;
  const row = type.variants.find(({ name }) => name === entry?.[0]);
  if (entry === undefined || row === undefined) throw invalidParams(`${where}: expected one of ${type.variants.map(({ name }) => name).join(', ')}`);
  if (isBare(type)) return row.name;
  return row.fields.length === 0 ? { type: row.name } : { type: row.name, value: fieldsOf(entry[1], row, where) };
}

function fieldsOf(json: unknown, { name, fields }: VariantDef, where: string): unknown {
  const inside = `${where}.${name}`;
  if (fields[0]!.name !== undefined) return recordOf(json, fields, inside);
  return fields.length === 1 ? valueOfJson(json, fields[0]!.type, inside) : fields.map(({ type }, i) => valueOfJson(listOf(json, inside)[i], type, `${inside}[${i}]`));
}
