/** `weights show`: who gives whom how much. */

import { netuidOf, wholeNumber, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { renderTable, type Column } from '../../table.ts';

const U16_MAX = 65_535;
/** Mechanisms of a subnet are kept under netuid + 4096 × mechanism. */
const MECHANISM_STEP = 4096;

interface Row {
  readonly uid: number;
  readonly weights: readonly (readonly [number, number])[];
}

export const run: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const netuid = netuidOf(invocation);
  const mechanism = wholeNumber(invocation.options['mechanism'], '--mechanism', 0);
  const reads = await client.at();
  const [found, { number }] = await Promise.all([reads.query.SubtensorModule.Weights.entries(netuid + MECHANISM_STEP * mechanism), reads.block()]);
  const rows: Row[] = found.map(([[, uid], weights]) => ({ uid, weights: weights.map(([to, value]) => [to, value] as const) })).sort((a, b) => a.uid - b.uid);
  const words = rows.length === 0 ? `Nobody has set weights in subnet ${netuid}. taonet why no-weights tells why.` : renderTable(rows, [
    { head: 'validator', align: 'right', cell: ({ uid }) => String(uid) },
    { head: 'gives', cell: ({ weights }) => weights.map(([to, value]) => `${to}: ${(value / U16_MAX).toFixed(4)}`).join('  ') },
  ] satisfies readonly Column<Row>[], invocation.output.columns);
  return { data: { netuid, mechanism, block: number, rows: rows.map(({ uid, weights }) => ({ uid, weights: weights.map(([to, value]) => ({ uid: to, value })) })) }, words };
});
