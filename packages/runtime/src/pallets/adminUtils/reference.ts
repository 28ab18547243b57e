/** The reference page of all hyperparameters, made from the rows. */

import type { StateCtx } from '@taonet/frame';
import { fixedToText, I64F64, I96F32, U64F64, type NetUid } from '@taonet/primitives';
import type { TransactionType } from '../subtensor/rateLimits.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { hyperparameters } from './hyperparameters.ts';
import { otherSetters, type OtherSetter } from './otherSetters.ts';

/** States to read values from. */
export interface ReferenceStates {
  /** Where nobody has set anything. */
  readonly untouched: StateCtx;
  /** The same with fast-runtime's build. */
  readonly fast: StateCtx;
  /** Where this subnet has just been registered. */
  readonly founded: StateCtx;
  readonly netuid: NetUid;
}

const INTRO = `# Hyperparameters

Made from the rows in \`packages/runtime/src/pallets/adminUtils\` by \`node tools/run.mjs tools/referenceHyperparameters.ts\`; do not edit.

- **Who.** *root* is the Sudo key (\`Sudo.sudo\` around the call). *owner* is the subnet's owner or root; others get BadOrigin.
- **Frozen.** Rows marked so are refused in the last \`admin_freeze_window\` blocks before an epoch and while a triggered epoch
  counts down (AdminActionProhibitedDuringWeightsWindow), for root too.
- **Limit.** How often an owner may use the call (TxRateLimitExceeded); root may always. "each" is \`owner_hparam_rate_limit\`
  tempos, counted for each hyperparameter and subnet.
- **Default** is what a subnet or the chain has when nobody has set it; **new** what a subnet has after registration, where that differs;
  *fast* marks the value of the fast-runtime build.
- Checks are made in the order given; in brackets the refusal.
`;

const BITS = {
  'bits of U64F64': (bits: bigint) => fixedToText(U64F64, U64F64.fromBits(bits)),
  'bits of I64F64': (bits: bigint) => fixedToText(I64F64, I64F64.fromBits(bits)),
  'bits of I96F32': (bits: bigint) => fixedToText(I96F32, I96F32.fromBits(bits)),
} as const;

function valueText(value: unknown, unit: string): string {
  if (value === undefined || (unit === 'account' && value !== undefined)) return '-';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'bigint' && unit in BITS) return BITS[unit as keyof typeof BITS](value);
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}

type Readable = Pick<Hyperparameter, 'read' | 'unit' | 'scope'> | OtherSetter;

/** `360 (fast 10); new 20` */
function defaultText(row: Readable, { untouched, fast, founded, netuid }: ReferenceStates): string {
  const [usual, inFast] = [untouched, fast].map((ctx) => valueText(row.read?.(ctx, netuid), row.unit));
  const text = usual === inFast ? usual! : `${usual} (fast ${inFast})`;
  if (row.scope === 'global') return text;
  const afterwards = valueText(row.read?.(founded, netuid), row.unit);
  return afterwards === usual ? text : `${text}; new ${afterwards}`;
}

function limitText(limit: TransactionType | undefined): string {
  if (limit === undefined) return '';
  if (typeof limit === 'object') return 'each';
  switch (limit) {
    case 'SetWeightsVersionKey': return '5 tempos';
    case 'MechanismCountUpdate': case 'MechanismEmission': return '7200 blocks (fast 1)';
    case 'MaxUidsTrimming': return '216000 blocks (fast 1)';
    default: return limit;
  }
}

const unitText = (unit: string): string => (unit in BITS ? 'number' : unit);
const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function checksText({ checks }: Hyperparameter): string {
  return checks.map(({ says, refusal }) => `${says} (${refusal.name.split('.').at(-1)})`).join('; ');
}

function docsText({ docs, effect }: Hyperparameter): string {
  return effect === undefined ? docs : `${docs} ${effect}`;
}

const HEAD = ['name', 'call', 'default', 'unit', 'who', 'limit', 'frozen', 'checks', 'what it is'] as const;

function section(title: string, rows: readonly Hyperparameter[], states: ReferenceStates): string {
  const cells = rows.map((row) => [
    `\`${row.name}\``, `\`${row.call}\``, defaultText(row, states), unitText(row.unit), row.who, limitText(row.limit), row.window ? 'yes' : '', checksText(row), docsText(row),
  ]);
  return `## ${title}\n\n${table(HEAD, cells)}\n`;
}

function otherSection(states: ReferenceStates): string {
  const cells = otherSetters.map((row) => [`\`${row.name}\``, `\`${row.call}\``, defaultText(row, states), unitText(row.unit), row.who, row.bounds, row.docs]);
  return `## Set by other pallets\n\n${table(['name', 'call', 'default', 'unit', 'who', 'bounds', 'what it is'], cells)}\n`;
}

function itemsSection(): string {
  const cells = hyperparameters.flatMap(({ name, call, item }) => (item === undefined ? [] : [[`\`${name}\``, `\`${call}\``, `\`${item}\``]]));
  return `## Where they are kept\n\n${table(['name', 'call', 'storage item'], cells)}\n`;
}

/** The page, as Markdown. */
export function hyperparameterReference(states: ReferenceStates): string {
  const living = hyperparameters.filter(({ who }) => who !== 'nobody');
  const isChainSetting = ({ item }: Hyperparameter): boolean => item !== undefined && !item.startsWith('SubtensorModule.');
  return [
    INTRO,
    section('Of a subnet', living.filter(({ scope }) => scope === 'subnet'), states),
    section('Of the chain', living.filter((row) => row.scope === 'global' && !isChainSetting(row)), states),
    section('Settings of root', living.filter(isChainSetting), states),
    otherSection(states),
    section('Retired', hyperparameters.filter(({ who }) => who === 'nobody'), states),
    itemsSection(),
  ].join('\n');
}
