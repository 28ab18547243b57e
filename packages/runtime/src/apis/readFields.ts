/** Facts of a subnet as the rules of its state read them. */

import { ruleSetOf } from '../rules/ruleSetOf.ts';
import type { Metagraph, MetagraphSource } from './metagraphFields.ts';

/** One fact. */
export function readField<N extends keyof Metagraph>(source: MetagraphSource, name: N): Metagraph[N] {
  return ruleSetOf(source.ctx).views.fields[name](source);
}

/** The named facts. */
export function readFields<const N extends keyof Metagraph>(source: MetagraphSource, names: readonly N[]): Pick<Metagraph, N> {
  const { fields } = ruleSetOf(source.ctx).views;
  return Object.fromEntries(names.map((name) => [name, fields[name](source)])) as Pick<Metagraph, N>;
}
