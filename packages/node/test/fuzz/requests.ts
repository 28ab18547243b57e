/** JSON-RPC requests: every method of the registry with parameters that fit, and the same damaged. */

import { apis } from '@taonet/abi';
import { ROWS, type AnyRow } from '@taonet/node';
import { bytesToHex } from '@taonet/primitives';
import { randomExtrinsic, type MadeExtrinsic, type SigningFacts } from './extrinsics.ts';
import { mutateBytes, mutateJson, oddValue } from './mutations.ts';
import type { Random } from './random.ts';
import { RandomScale, type Pantry } from './randomScale.ts';

/** What the chain under test has: requests that mean something are made of it. */
export interface ChainFacts extends SigningFacts, Pantry {
  readonly blockHashes: readonly string[];
  readonly storageKeys: readonly string[];
  /** Whether developer controls may be used. */
  readonly controls: boolean;
}

export interface Request {
  readonly method: string;
  readonly params: unknown;
  /** Extrinsics in it. */
  readonly extrinsics: readonly MadeExtrinsic[];
}

interface Kitchen {
  readonly random: Random;
  readonly facts: ChainFacts;
  readonly made: MadeExtrinsic[];
}

const isControl = ({ name }: AnyRow): boolean => name.startsWith('dev_') || name.startsWith('engine_');
const WITHOUT_CONTROLS: readonly AnyRow[] = ROWS.filter((row) => !isControl(row));
const API_METHODS = apis.flatMap((api) => Object.entries(api.methods).map(([name, { args }]) => ({
  name: `${api.name}_${name}`,
  fields: Object.entries(args as Readonly<Record<string, { readonly type: never }>>).map(([field, { type }]) => ({ name: field, type })),
})));
/** Methods whose parameters are an extrinsic. */
const TAKES_EXTRINSIC = /^(author_submit|system_dryRun|why_validity|payment_query|transaction|transactionWatch|author_removeExtrinsic)/;
/** These may make the node work for hours, which is what they are for: only small numbers, and no damage that makes them large. */
const KEEPS_BUSY = new Set(['dev_mine', 'dev_mineUntil']);

const hexOf = (bytes: Uint8Array): string => `0x${bytesToHex(bytes)}`;

/** Any method of the registry; unsubscribes included. */
export function randomRequest(random: Random, facts: ChainFacts): Request {
  const made: MadeExtrinsic[] = [];
  const row = random.pick(facts.controls ? ROWS : WITHOUT_CONTROLS);
  const kitchen = { random, facts, made };
  if (row.kind === 'subscription' && random.oneIn(3)) {
    return { method: row.unsubscribe, params: [random.oneIn(4) ? oddValue(random) : random.below(40).toString(36).padStart(16, '0')], extrinsics: [] };
  }
  const method = random.oneIn(4) ? random.pick([row.name, ...(row.aliases ?? [])]) : row.name;
  const params = paramsOf(row, kitchen);
  const shaped = random.oneIn(8) ? Object.fromEntries(Object.keys(row.params).map((name, i) => [name, params[i]])) : params;
  return { method, params: damaged(row.name, shaped, random), extrinsics: made };
}

function damaged(name: string, params: unknown, random: Random): unknown {
  if (KEEPS_BUSY.has(name) || random.oneIn(2)) return params;
  if (name === 'dev_setStorage') return random.oneIn(3) ? oddValue(random) : params;
  return mutateJson(random, params);
}

/** A runtime API with arguments that fit, or damaged. */
export function randomStateCall(random: Random, facts: ChainFacts): Request {
  const api = random.pick(API_METHODS);
  const made: MadeExtrinsic[] = [];
  const at = random.oneIn(4) ? [random.pick(facts.blockHashes)] : [];
  const bytes = argumentsOf(api, { random, facts, made });
  return { method: 'state_call', params: [api.name, hexOf(bytes), ...at], extrinsics: made };
}

function argumentsOf({ fields }: (typeof API_METHODS)[number], { random, facts }: Kitchen): Uint8Array {
  if (random.oneIn(12)) return random.bytes(random.size(300));
  const bytes = RandomScale.bytesOf(fields, random, facts);
  return random.oneIn(2) ? bytes : mutateBytes(random, bytes);
}

/** One extrinsic handed in, priced, dry-run or watched. */
export function randomSubmission(random: Random, facts: ChainFacts): Request {
  const method = random.weighted([[12, 'author_submitExtrinsic'], [1, 'payment_queryInfo'], [1, 'payment_queryFeeDetails'], [1, 'system_dryRun'], [1, 'transaction_v1_broadcast']] as const);
  const extrinsic = randomExtrinsic(random, facts, facts);
  return { method, params: [extrinsic.hex], extrinsics: [extrinsic] };
}

function paramsOf(row: AnyRow, kitchen: Kitchen): unknown[] {
  if (row.name === 'state_call') return [...randomStateCall(kitchen.random, kitchen.facts).params as unknown[]];
  if (row.name === 'dev_setStorage') return [storageWrites(kitchen.random)];
  if (row.name === 'dev_mine') return [kitchen.random.pick<unknown>([0, 1, 2, 3, -1, 1.5, 2 ** 40, '2', null, [], {}])];
  if (row.name === 'dev_mineUntil') return [kitchen.random.pick<unknown>([{ block: 0 }, { block: 1 }, { epochOf: 0 }, { epochOf: 9 }, { block: 1, epochOf: 1 }, {}, null, 5, { block: 2 ** 32 - 1 }])];
  return Object.values(row.params).map(({ says, optional }) => (optional && kitchen.random.oneIn(3) ? null : valueOf(says, row.name, kitchen)));
}

/** Below a prefix that no pallet has. */
function storageWrites(random: Random): unknown {
  return Array.from({ length: random.size(6) }, () => [`0xf0${bytesToHex(random.bytes(1 + random.size(50)))}`, random.oneIn(3) ? null : hexOf(random.bytes(random.size(60)))]);
}

/** A value for a parameter that is described as `says`. */
function valueOf(says: string, method: string, kitchen: Kitchen): unknown {
  const { random, facts } = kitchen;
  const many = /^an array of (.*)$/.exec(says)?.[1] ?? (random.oneIn(2) ? /^(.*), or an array of such$/.exec(says)?.[1] : undefined);
  if (many !== undefined && many !== '32 bytes') return Array.from({ length: random.size(6) }, () => valueOf(many, method, kitchen));
  const one = /^(.*), or an array of such$/.exec(says)?.[1] ?? says;
  if (one.startsWith('{')) return objectOf(one, method, kitchen);
  if (one.startsWith('"')) return random.pick([...one.matchAll(/"([^"]*)"/g)].map(([, name]) => name!));
  if (one === 'hex bytes') return TAKES_EXTRINSIC.test(method) ? keep(randomExtrinsic(random, facts, facts), kitchen) : hexOf(random.bytes(random.size(100)));
  if (one === 'a storage key in hex') return storageKey(kitchen);
  if (one === 'a 32-byte hash in hex') return random.oneIn(8) ? hexOf(random.bytes(32)) : random.pick(facts.blockHashes);
  if (one === 'a text') return random.pick(['', 'x', '0', '0000000000000001', 'Core_version', 'Metadata_metadata', random.pick(API_METHODS).name]);
  if (one === 'true or false') return random.oneIn(2);
  if (one.startsWith('an account as array')) return random.oneIn(2) ? [...Buffer.from(random.pick(facts.accounts), 'hex')] : `0x${random.pick(facts.accounts)}`;
  if (one.startsWith('an account')) return random.oneIn(2) ? `0x${random.pick(facts.accounts)}` : random.pick(facts.keys).ss58;
  if (one.includes('u64')) return random.oneIn(2) ? String(random.big(64)) : random.below(1_000_000);
  if (one.includes('block')) return random.oneIn(2) ? random.below(12) : `0x${random.below(12).toString(16)}`;
  if (one.includes('u8')) return random.below(random.oneIn(3) ? 256 : 3);
  if (one.includes('u16')) return random.below(random.oneIn(3) ? 65_536 : 4);
  if (one.includes('u32')) return random.oneIn(3) ? random.u32() : random.below(2000);
  if (one.includes('milliseconds')) return random.oneIn(3) ? Number(random.big(53)) : random.below(100_000);
  return oddValue(random);
}

function keep(made: MadeExtrinsic, { made: kept }: Kitchen): string {
  kept.push(made);
  return made.hex;
}

function storageKey({ random, facts }: Kitchen): string {
  const key = random.pick(facts.storageKeys);
  switch (random.below(6)) {
    case 0: return hexOf(random.bytes(random.size(80)));
    case 1: return key.slice(0, 2 + 2 * random.below(key.length / 2));
    case 2: return `${key}${bytesToHex(random.bytes(random.size(40)))}`;
    case 3: return random.pick(['0x', '0x3a636f6465', '0x3a6368696c645f73746f726167653a64656661756c743a', '0x00'.padEnd(6000, '0')]);
    default: return key;
  }
}

/** `{ name: says, other?: says }` */
function objectOf(says: string, method: string, kitchen: Kitchen): unknown {
  const fields = [...says.matchAll(/(\w+)(\??): ([^,}]+)/g)];
  return Object.fromEntries(fields.filter(([, , isOptional]) => isOptional === '' || kitchen.random.oneIn(2)).map(([, name, , inner]) => [name!, valueOf(inner!.trim(), method, kitchen)]));
}
