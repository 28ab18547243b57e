/** Values as people type them, made into what a chain's type wants: numbers, amounts with a unit, accounts by name, lists, JSON for the rest. */

import type { Runtime } from '@taonet/sdk';
import { parseRao } from './amounts.ts';
import type { Invocation } from './command.ts';
import { UsageError } from './failure.ts';
import { accountAddress } from './wallets.ts';

type Types = Runtime['types'];
type TypeDef = ReturnType<Types['type']>;

export interface Typing {
  readonly types: Types;
  readonly invocation: Pick<Invocation, 'options' | 'output'>;
}

const lastOf = (path: readonly string[]): string => path[path.length - 1] ?? '';
const FALSE: readonly string[] = ['false', 'no', 'off', '0'];
const TRUE: readonly string[] = ['true', 'yes', 'on', '1'];
const ABSENT: readonly string[] = ['', 'none', 'null', '-'];

/** `given` is a text from the command line, or a value from JSON in it. refuses: UsageError */
export async function toValue(typing: Typing, id: number, given: unknown, where: string): Promise<unknown> {
  const type = typing.types.type(id);
  const { def, path } = type;
  const name = lastOf(path);
  if (name === 'AccountId32') return accountAddress(String(given), typing.invocation, where.toLowerCase().includes('hotkey') ? 'hotkey' : 'coldkey');
  if (name === 'MultiAddress' && typeof given === 'string' && !given.startsWith('{')) return { type: 'Id', value: await accountAddress(given, typing.invocation) };
  if (['H256', 'H160', 'U256'].includes(name)) return name === 'U256' ? BigInt(String(given)) : given;
  switch (def.type) {
    case 'primitive': return primitive(def.value, given, where);
    case 'compact': return toValue(typing, def.value, given, where);
    case 'sequence': return listOf(typing, def.value, given, where);
    case 'array': return listOf(typing, def.value.of, given, where);
    case 'tuple': return tupleOf(typing, def.value, given, where);
    case 'composite': return composite(typing, def.value, given, where);
    case 'variant': return name === 'Option' ? option(typing, def.value, given, where) : variant(typing, type, given, where);
    case 'bitSequence': throw new UsageError(`${where}: bit sequences cannot be typed.`);
  }
}

function primitive(name: string, given: unknown, where: string): unknown {
  if (name === 'bool') {
    const text = String(given).toLowerCase();
    if (!TRUE.includes(text) && !FALSE.includes(text)) throw new UsageError(`${where} is true or false, not ${String(given)}.`);
    return TRUE.includes(text);
  }
  if (name === 'str' || name === 'char') return String(given);
  const text = String(given).replaceAll('_', '');
  const whole = /^-?\d+$/.test(text) || /^0x[0-9a-f]+$/i.test(text) ? BigInt(text) : /^[\d.,]+\s*(tao|alpha|rao|τ|α)$/i.test(text) ? parseRao(text, where) : undefined;
  if (whole === undefined) throw new UsageError(`${where} is a whole number (${name}), not ${String(given)}.`, 'Amounts are in rao, or with a unit: 1.5tao, 2alpha.');
  return ['u8', 'u16', 'u32', 'i8', 'i16', 'i32'].includes(name) ? Number(whole) : whole;
}

/** JSON when it looks like it, else texts between commas. */
function itemsOf(given: unknown, where: string): readonly unknown[] {
  if (Array.isArray(given)) return given as readonly unknown[];
  const text = String(given).trim();
  if (!text.startsWith('[')) return text === '' ? [] : text.split(',').map((one) => one.trim());
  const value = json(text, where);
  if (!Array.isArray(value)) throw new UsageError(`${where} is a list.`, '1,2,3 or [1,2,3]');
  return value as readonly unknown[];
}

async function listOf(typing: Typing, of: number, given: unknown, where: string): Promise<unknown> {
  const { def } = typing.types.type(of);
  // Bytes: hex with 0x, or the text itself.
  if (def.type === 'primitive' && def.value === 'u8') return Array.isArray(given) ? given : typeof given === 'string' && given.startsWith('[') ? json(given, where) : String(given);
  return Promise.all(itemsOf(given, where).map((one, i) => toValue(typing, of, one, `${where}[${i}]`)));
}

async function tupleOf(typing: Typing, ids: readonly number[], given: unknown, where: string): Promise<unknown> {
  if (ids.length === 0) return [];
  const items = itemsOf(given, where);
  if (items.length !== ids.length) throw new UsageError(`${where} is ${ids.length} values, not ${items.length}.`);
  return Promise.all(ids.map((id, i) => toValue(typing, id, items[i], `${where}[${i}]`)));
}

type Fields = Extract<TypeDef['def'], { type: 'composite' }>['value'];

async function composite(typing: Typing, fields: Fields, given: unknown, where: string): Promise<unknown> {
  const [first] = fields;
  if (first === undefined) return undefined;
  if (fields.length === 1 && (first.name === undefined || typeof given !== 'object')) {
    if (!(typeof given === 'string' && given.startsWith('{'))) return toValue(typing, first.type, given, where);
  }
  if (first.name === undefined) return tupleOf(typing, fields.map(({ type }) => type), given, where);
  const record = recordOf(given, where, fields.map(({ name }) => name ?? ''));
  const entries = await Promise.all(fields.map(async ({ name, type }) => [name!, await toValue(typing, type, record[name!], `${where}.${name!}`)] as const));
  return Object.fromEntries(entries);
}

function recordOf(given: unknown, where: string, names: readonly string[]): Readonly<Record<string, unknown>> {
  const value = typeof given === 'string' ? json(given, where) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UsageError(`${where} is a record of ${names.join(', ')}.`, `{${names.map((name) => `"${name}": …`).join(', ')}}`);
  return value as Readonly<Record<string, unknown>>;
}

type Variants = Extract<TypeDef['def'], { type: 'variant' }>['value'];

async function option(typing: Typing, variants: Variants, given: unknown, where: string): Promise<unknown> {
  if (given === undefined || given === null || (typeof given === 'string' && ABSENT.includes(given.toLowerCase()))) return undefined;
  return toValue(typing, variants[1]!.fields[0]!.type, given, where);
}

/** `Name`, `{"Name": value}` or `{"type": "Name", "value": value}`; calls also `{"Pallet.call": {arguments}}`. */
async function variant(typing: Typing, { def, path }: TypeDef, given: unknown, where: string): Promise<unknown> {
  const variants = (def as Extract<TypeDef['def'], { type: 'variant' }>).value;
  const value = typeof given === 'string' && given.trim().startsWith('{') ? json(given, where) : given;
  let [name, inner]: readonly [unknown, unknown] = typeof value === 'object' && value !== null
    ? 'type' in value ? [value.type, (value as { value?: unknown }).value] : Object.entries(value)[0] ?? ['', undefined]
    : [value, undefined];
  if (lastOf(path).endsWith('Call') && typeof name === 'string' && name.includes('.')) {
    const [pallet, call] = name.split('.');
    [name, inner] = [pallet, { type: call, value: inner ?? {} }];
  }
  const row = variants.find((one) => one.name === name) ?? variants.find((one) => one.name.toLowerCase() === String(name).toLowerCase());
  if (row === undefined) throw new UsageError(`${where} is one of ${variants.slice(0, 12).map((one) => one.name).join(', ')}${variants.length > 12 ? ', …' : ''}, not ${String(name)}.`);
  if (row.fields.length === 0) return { type: row.name, ...(lastOf(path) === 'Call' ? { value: {} } : {}) };
  return { type: row.name, value: await composite(typing, row.fields, inner ?? {}, `${where}.${row.name}`) };
}

function json(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${where}: ${text} is not JSON.`);
  }
}

/** A type in a word or two, for lists of arguments. */
export function typeName(types: Types, id: number, depth = 0): string {
  const { def, path } = types.type(id);
  const name = lastOf(path);
  if (name === 'AccountId32' || name === 'MultiAddress') return 'account';
  if (['H256', 'H160', 'U256'].includes(name)) return name;
  switch (def.type) {
    case 'primitive': return def.value;
    case 'compact': return typeName(types, def.value, depth);
    case 'sequence': { const of = typeName(types, def.value, depth + 1); return of === 'u8' ? 'bytes' : `list of ${of}`; }
    case 'array': { const of = typeName(types, def.value.of, depth + 1); return of === 'u8' ? `${def.value.length} bytes` : `${def.value.length} × ${of}`; }
    case 'tuple': return `(${def.value.map((one) => typeName(types, one, depth + 1)).join(', ')})`;
    case 'composite': return def.value.length === 1 ? typeName(types, def.value[0]!.type, depth + 1) : name || 'record';
    case 'variant': return name === 'Option' ? `${typeName(types, def.value[1]!.fields[0]!.type, depth + 1)} or none` : def.value.length <= 4 && depth === 0 ? def.value.map((one) => one.name).join(' | ') : name;
    case 'bitSequence': return 'bits';
  }
}
