/** `subnets mechanisms count`, `set`. */

import { netuidOf, wholeNumber, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { runWrite } from '../../write.ts';

export const runCount: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const netuid = netuidOf(invocation);
  const [count, split] = await Promise.all([client.query.SubtensorModule.MechanismCountCurrent(netuid), client.query.SubtensorModule.MechanismEmissionSplit(netuid)]);
  return { data: { netuid, count, split: split ?? null }, words: `Subnet ${netuid} has ${count} mechanism${count === 1 ? '' : 's'}${split === undefined ? '' : `, with shares ${split.join(', ')} of 65535`}.` };
});

export const runSet: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const count = wholeNumber(invocation.options['count'], '--count');
  return runWrite(invocation, chain, { what: `Gives subnet ${netuid} ${count} mechanisms`, write: chain.client.tx.AdminUtils.sudo_set_mechanism_count({ netuid, mechanism_count: count }) });
});
