/** `query`: any storage item, constant or runtime API of the chain, by the chain's own name. */

import type { Client, Reads } from '@taonet/sdk';
import { withChain, wholeNumber } from '../../chain.ts';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { toJson } from '../../output.ts';
import { shownValue } from '../../shownValue.ts';
import { pick } from '../../suggest.ts';
import { toValue, typeName, type Typing } from '../../values.ts';

export const run: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const { args, options } = invocation;
  const name = args['name'] as string | undefined;
  if (name === undefined || !name.includes('.')) return listNames(client, name, invocation.output.columns);
  const at = options['at'];
  const reads = at === undefined ? client : await client.at(/^\d+$/.test(String(at)) ? Number(at) : String(at));
  const [owner, item] = splitName(name);
  const given = (args['keys'] ?? []) as readonly string[];
  const typing: Typing = { types: client.runtime.types, invocation };
  if (!client.runtime.palletNames.some((pallet) => pallet.toLowerCase() === owner.toLowerCase())) return queryApi(reads, typing, owner, item, given);
  return queryPallet(reads, typing, owner, item, given, invocation);
});

function splitName(name: string): [string, string] {
  const at = name.indexOf('.');
  return [name.slice(0, at), name.slice(at + 1)];
}

async function queryPallet(reads: Reads, typing: Typing, owner: string, item: string, given: readonly string[], invocation: Invocation): Promise<Outcome> {
  const { runtime } = reads;
  const pallet = pick(owner, runtime.palletNames, 'pallet');
  const constants = runtime.namesOf(pallet, 'constants');
  const name = pick(item, [...runtime.namesOf(pallet, 'storage'), ...constants], `item of ${pallet}`);
  if (constants.includes(name)) {
    const value = runtime.constant(pallet, name);
    return { data: { name: `${pallet}.${name}`, kind: 'constant', block: null, value: toJson(value) }, words: shownValue(value) };
  }
  const { key } = runtime.pallet(pallet).storage.get(name)!;
  const count = runtime.storage(pallet, name).keyCount;
  if (given.length > count) throw new UsageError(`${pallet}.${name} has ${count} keys, not ${given.length}.`);
  const ids = key === undefined ? [] : keyTypes(typing, key, count);
  const keys = await Promise.all(given.map((text, i) => toValue(typing, ids[i]!, text, `key ${i + 1}`)));
  const query = (reads.query as unknown as Record<string, Record<string, Query>>)[pallet]![name]!;
  const block = await reads.block();
  if (keys.length === count) {
    const value = await query(...keys);
    return { data: { name: `${pallet}.${name}`, kind: 'storage', block: block.number, value: toJson(value ?? null) }, words: shownValue(value) };
  }
  const limit = wholeNumber(invocation.options['limit'], '--limit');
  const entries = await query.entries(...keys);
  const shown = entries.slice(0, limit);
  const words = shown.map(([parts, value]) => `${parts.map((part) => shownValue(part)).join(' ')}  ${shownValue(value)}`).join('\n');
  const rest = entries.length > shown.length ? `\n… ${entries.length - shown.length} more: --limit ${entries.length}` : '';
  return {
    data: { name: `${pallet}.${name}`, kind: 'map', block: block.number, entries: shown.map(([parts, value]) => ({ keys: toJson(parts), value: toJson(value ?? null) })), total: entries.length },
    words: entries.length === 0 ? 'no entries' : `${words}${rest}`,
  };
}

interface Query {
  (...keys: unknown[]): Promise<unknown>;
  entries(...first: unknown[]): Promise<[unknown[], unknown][]>;
}

function keyTypes({ types }: Typing, key: number, count: number): readonly number[] {
  if (count === 1) return [key];
  const { def } = types.type(key);
  return def.type === 'tuple' ? def.value : [key];
}

async function queryApi(reads: Reads, typing: Typing, owner: string, item: string, given: readonly string[]): Promise<Outcome> {
  const declared = await declaredApis();
  const api = pick(owner, [...reads.runtime.palletNames, ...Object.keys(declared)], 'pallet or runtime API');
  const method = pick(item, Object.keys(declared[api]?.methods ?? {}), `method of ${api}`);
  const { inputs } = reads.runtime.api(api, method);
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const text of given) {
    const found = /^(\w+)=([\s\S]*)$/.exec(text);
    if (found !== null && inputs.some(({ name }) => name === found[1])) named.set(found[1]!, found[2]!);
    else plain.push(text);
  }
  const values: Record<string, unknown> = {};
  for (const { name, type } of inputs) {
    const text = named.get(name) ?? plain.shift();
    if (text === undefined) throw new UsageError(`${api}.${method} wants ${inputs.map((one) => `${one.name} (${typeName(typing.types, one.type)})`).join(', ')}.`, `taonet query ${api}.${method} ${inputs.map((one) => `${one.name}=…`).join(' ')}`);
    values[name] = await toValue(typing, type, text, name);
  }
  if (plain.length > 0) throw new UsageError(`${api}.${method} wants ${inputs.length} arguments: ${plain.join(' ')} is too much.`);
  const block = await reads.block();
  const value = await (reads.api as unknown as Record<string, Record<string, (args: unknown) => Promise<unknown>>>)[api]![method]!(values);
  return { data: { name: `${api}.${method}`, kind: 'api', block: block.number, value: toJson(value ?? null) }, words: shownValue(value) };
}

/** Runtime APIs by name: the chain's metadata is asked for their types, our declarations for what there is. */
async function declaredApis(): Promise<Readonly<Record<string, { readonly methods: Readonly<Record<string, unknown>> }>>> {
  const { apis } = await import('@taonet/abi');
  return Object.fromEntries(apis.map(({ name, methods }) => [name, { methods }]));
}

/** Names of pallets and runtime APIs, or of all that one of them has. */
async function listNames({ runtime }: Client, owner: string | undefined, width: number): Promise<Outcome> {
  const declared = await declaredApis();
  const owners = [...runtime.palletNames, ...Object.keys(declared)];
  const chosen = owner === undefined ? owners : [pick(owner, owners, 'pallet or runtime API')];
  const names = chosen.flatMap((one) => (one in declared
    ? Object.keys(declared[one]!.methods).filter((method) => runtime.hasApi(one, method)).map((method) => ({ name: `${one}.${method}`, kind: 'api' }))
    : [...runtime.namesOf(one, 'storage').map((item) => ({ name: `${one}.${item}`, kind: 'storage' })), ...runtime.namesOf(one, 'constants').map((item) => ({ name: `${one}.${item}`, kind: 'constant' }))]));
  const words = owner === undefined
    ? `${owners.join('\n')}\n\n${names.length} names: taonet query SubtensorModule lists one's, taonet query SubtensorModule.Tempo 1 reads.`
    : columnsOf(names.map(({ name, kind }) => `${name}  (${kind})`), width);
  return { data: { names }, words };
}

function columnsOf(lines: readonly string[], width: number): string {
  const widest = Math.max(...lines.map(({ length }) => length)) + 2;
  // Where there is no terminal, one a line.
  const columns = Number.isFinite(width) ? Math.max(1, Math.floor(width / widest)) : 1;
  const rows = Math.ceil(lines.length / columns);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => (lines[column * rows + row] ?? '').padEnd(widest)).join('').trimEnd()).join('\n');
}
