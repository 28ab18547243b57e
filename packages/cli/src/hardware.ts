/**
 * Hardware reports: a commitment with the text `hardware: …`. They are what a miner says of itself, nobody has checked them: shown as claims, with the
 * minimum that the subnet published (`minimum: …` in its identity) beside them.
 */

import type { Metagraph, Reads } from '@taonet/sdk';

export interface HardwareClaims {
  /** By hotkey. */
  readonly claims: ReadonlyMap<string, string>;
  /** What the subnet says a machine needs. */
  readonly minimum: string | undefined;
}

interface Commitment {
  readonly info: { readonly fields: readonly { readonly type: string; readonly value?: unknown }[] };
}

const CLAIM = /^hardware: *(.+)$/m;
const MINIMUM = /^minimum: *(.+)$/m;

export async function hardwareClaims(reads: Reads, graph: Metagraph): Promise<HardwareClaims> {
  const found = await reads.query.Commitments.CommitmentOf.entries(graph.netuid) as unknown as readonly (readonly [readonly [number, string], Commitment])[];
  const claims = new Map<string, string>();
  for (const [[, hotkey], commitment] of found) {
    const said = CLAIM.exec(textOf(commitment))?.[1];
    if (said !== undefined && graph.byHotkey(hotkey) !== undefined) claims.set(hotkey, said);
  }
  const additional = graph.raw.identity?.additional;
  return { claims, minimum: additional === undefined ? undefined : MINIMUM.exec(decoded(additional))?.[1] };
}

const decoded = (bytes: Uint8Array | readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));
const textOf = ({ info }: Commitment): string => info.fields.map(({ value }) => (value instanceof Uint8Array ? decoded(value) : '')).join('');

/** The fields of a commitment that says it. */
export function hardwareFields(text: string): readonly { readonly type: string; readonly value: Uint8Array }[] {
  return [{ type: 'BigRaw', value: new TextEncoder().encode(`hardware: ${text}`) }];
}
