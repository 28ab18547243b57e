/** An answer as JSON, and for people. */

import { amountText, percentText } from '../amounts.ts';
import type { Outcome } from '../command.ts';
import { shown } from '../names.ts';
import type { Answer } from './ask.ts';
import type { Finding, Source, Unit, Value } from './check.ts';

export function show(answer: Answer): Outcome {
  const { question, block, subnet, neuron, cause, passed, well } = answer;
  const found = (finding: Finding) => ({
    cause: finding.cause, says: finding.says, unit: finding.unit ?? null, actual: json(finding.actual), required: json(finding.required),
    read: finding.read.map((source) => ({ item: source.item, keys: source.keys.filter((key) => key !== undefined), storageKey: storageKey(answer, source) })),
  });
  const data = {
    question: question.name, netuid: question.netuid, uid: neuron?.uid ?? null, hotkey: neuron?.hotkey ?? null, block: block.number, blockHash: block.hash,
    cause: cause === undefined ? null : { ...found(cause), fix: cause.fix.text, commands: cause.fix.commands },
    passed: passed.map(found),
    well: cause === undefined ? well : null, nextEpochBlock: subnet.clock.nextEpochBlock ?? null,
  };
  return { data, words: words(answer) };
}

function words({ question, block, neuron, cause, passed, well }: Answer): string {
  const about = `subnet ${question.netuid}${neuron === undefined ? '' : `, ${shown(neuron.hotkey)}${neuron.uid === undefined ? '' : ` (uid ${neuron.uid})`}`}`;
  const lines = [`why ${question.name}: ${about}, at block ${block.number}`, ...passed.map((finding) => `  ok  ${finding.says}: ${text(finding.actual, finding.unit)}`)];
  if (cause === undefined) return [...lines, '', `Nothing is wrong. ${well}`].join('\n');
  return [
    ...lines, `  NO  ${cause.says}`, '',
    `Cause: ${cause.cause}`,
    `  there is    ${text(cause.actual, cause.unit)}`,
    `  needed is   ${text(cause.required, cause.unit)}`,
    ...cause.read.slice(0, SHOWN_SOURCES).map((source, i) => `  ${i === 0 ? 'read from' : '         '}   ${sourceText(source)}`),
    ...(cause.read.length > SHOWN_SOURCES ? [`              and ${cause.read.length - SHOWN_SOURCES} more: --json`] : []),
    `What to do: ${cause.fix.text}`,
    ...cause.fix.commands.map((command) => `  ${command}`),
  ].join('\n');
}

const SHOWN_SOURCES = 4;
const sourceText = ({ item, keys }: Source): string => `${item}(${keys.filter((key) => key !== undefined).map((key) => (typeof key === 'string' ? shown(key) : String(key))).join(', ')})`;

/** The key, or the prefix of the map where not all keys are told; null for what is no storage. */
function storageKey({ snapshot }: Answer, { item, keys }: Source): string | null {
  const [pallet, name] = item.split('.') as [string, string];
  if (!snapshot.runtime.palletNames.includes(pallet) || !snapshot.runtime.namesOf(pallet, 'storage').includes(name)) return null;
  const given = keys.findIndex((key) => key === undefined);
  return snapshot.runtime.storage(pallet, name).key(given < 0 ? keys : keys.slice(0, given));
}

const json = (value: Value): string | number | boolean | null => (typeof value === 'bigint' ? String(value) : value ?? null);

const SUFFIX: Readonly<Record<Unit, string>> = { rao: ' TAO', alpha: ' alpha', weight: ' stake weight', blocks: ' blocks', block: '', share: '' };

/** With its unit. */
function text(value: Value, unit: Unit | undefined): string {
  if (typeof value === 'string' || value === undefined) return value ?? 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (unit === 'share') return percentText(Number(value), SHARE_DIGITS);
  if (unit === 'block') return `block ${value}`;
  const isAmount = unit === 'rao' || unit === 'alpha' || unit === 'weight';
  return `${isAmount ? amountText(BigInt(value), AMOUNT_DIGITS) : String(value)}${unit === undefined ? '' : SUFFIX[unit]}`;
}
const SHARE_DIGITS = 3;
const AMOUNT_DIGITS = 9;
