/** Open proposals as the chain has them, and which one was meant. */

import type { Client, Reads } from '@taonet/sdk';
import { UsageError, ValidationError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { shownValue } from '../../shownValue.ts';
import { isAddress } from '../../wallets.ts';

type Call = Parameters<Client['call']>[0];

export interface Motion {
  readonly index: number;
  readonly hash: string;
  readonly call: Call;
  /** Bytes of the call. */
  readonly lengthBytes: number;
  readonly threshold: number;
  readonly ayes: readonly string[];
  readonly nays: readonly string[];
  /** Block from which missing votes are counted. */
  readonly end: number;
}

/** refuses: ValidationError where the chain has no governance */
export function ensureGoverned({ runtime }: Reads): void {
  if (runtime.palletNames.includes('Triumvirate')) return;
  throw new ValidationError('This chain has no triumvirate and no senate: root alone governs it.', 'They are there on a network of your own: taonet node --preset dev, or --rules 2025-05.');
}

/** In the order of their indices. */
export async function openMotions(reads: Reads): Promise<readonly Motion[]> {
  const { Triumvirate } = reads.query;
  const hashes = await Triumvirate.Proposals();
  const [calls, votings] = await Promise.all([Triumvirate.ProposalOf.many(hashes.map((hash) => [hash])), Triumvirate.Voting.many(hashes.map((hash) => [hash]))]);
  return hashes.flatMap((hash, i) => {
    const [call, voting] = [calls[i], votings[i]];
    if (call === undefined || voting === undefined) return [];
    const { index, threshold, ayes, nays, end } = voting;
    return [{ index, hash, call, lengthBytes: reads.runtime.encodeCall(call).length, threshold, ayes, nays, end }];
  }).sort((a, b) => a.index - b.index);
}

/** By index, by hash, or by the first letters of the hash. refuses: UsageError */
export async function motionOf(reads: Reads, text: string): Promise<Motion> {
  const motions = await openMotions(reads);
  const low = text.toLowerCase();
  const found = /^\d{1,9}$/.test(text) ? motions.filter(({ index }) => index === Number(text)) : motions.filter(({ hash }) => hash.startsWith(low) || hash.slice(2).startsWith(low));
  if (found.length === 1) return found[0]!;
  const open = motions.map(({ index, hash }) => `${index} (${hash.slice(0, 10)}…)`).join(', ');
  throw new UsageError(`${found.length === 0 ? 'There is no open proposal' : 'There are several proposals'} ${text}.`, open === '' ? 'None is open: taonet gov propose' : `Open are ${open}.`);
}

/** `AdminUtils.sudo_set_tempo netuid=1 tempo=20`, behind `as root:` when the collective acts as root. */
export function callText({ type, value }: Call): string {
  if (type === 'SubtensorModule' && (value.type === 'sudo' || value.type === 'sudo_unchecked_weight')) return `as root: ${callText((value.value as { readonly call: Call }).call)}`;
  const args = Object.entries(value.value ?? {}).map(([name, one]) => `${name}=${argText(one)}`);
  return [`${type}.${value.type}`, ...args].join(' ');
}

function argText(value: unknown): string {
  if (typeof value === 'string' && isAddress(value)) return shown(value);
  if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Id') return argText((value as { readonly value?: unknown }).value);
  return shownValue(value).replaceAll(/\s+/g, ' ');
}
