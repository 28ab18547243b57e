/** `gov list`: who sits, and what is open. */

import { withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { shown } from '../../names.ts';
import { toJson } from '../../output.ts';
import { renderTable, type Column } from '../../table.ts';
import { callText, ensureGoverned, openMotions, type Motion } from './motions.ts';

type Standing = 'approved' | 'dropped' | 'open' | 'over';

/** What closing it now would do. */
function standingOf({ ayes, nays, threshold, end }: Motion, seats: number, block: number): Standing {
  if (ayes.length >= threshold) return 'approved';
  if (seats - nays.length < threshold) return 'dropped';
  return block >= end ? 'over' : 'open';
}

export const run: Run = (invocation) => withChain(invocation, async ({ client }) => {
  ensureGoverned(client);
  const reads = await client.at();
  const [{ number: block }, triumvirate, senate, prime, rules, motions] = await Promise.all([
    reads.block(), reads.query.Triumvirate.Members(), reads.query.SenateMembers.Members(), reads.query.Triumvirate.Prime(), reads.query.Rules.Active(), openMotions(reads),
  ]);
  const rows = motions.map((motion) => ({ ...motion, standing: standingOf(motion, senate.length, block) }));
  const names = (members: readonly string[]): string => (members.length === 0 ? 'nobody' : members.map(shown).join(', '));
  const words = [
    `triumvirate  ${names(triumvirate)}${prime === undefined ? '' : ` (prime ${shown(prime)})`}`,
    `senate       ${names(senate)}`,
    ...(rules.governance ? [] : ['They cannot act: the switch governance is off.']),
    '',
    motions.length === 0 ? 'No proposal is open.' : renderTable(rows, [
      { head: 'index', align: 'right', cell: ({ index }) => String(index) },
      { head: 'hash', cell: ({ hash }) => `${hash.slice(0, 10)}…`, dropFirst: 2 },
      { head: 'yes', align: 'right', cell: ({ ayes, threshold }) => `${ayes.length}/${threshold}` },
      { head: 'no', align: 'right', cell: ({ nays }) => String(nays.length) },
      { head: 'stands', cell: ({ standing }) => standing },
      { head: 'ends in', align: 'right', cell: ({ end }) => `${Math.max(end - block, 0)} blocks`, dropFirst: 1 },
      { head: 'call', cell: ({ call }) => callText(call) },
    ] satisfies readonly Column<(typeof rows)[number]>[], invocation.output.columns).trimEnd(),
  ].join('\n');
  const data = {
    block, governs: rules.governance, triumvirate, senate, prime: prime ?? null,
    proposals: rows.map(({ call, ...row }) => ({ ...row, call: callText(call), args: toJson(call) })),
  };
  return { data, words };
});
