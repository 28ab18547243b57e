/** `stake set-claim`, `process-claim` (also `root set-claim`, `claim`): what becomes of root dividends. */

import { netuidFrom, wanted, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { runWrite } from '../../write.ts';

const MAX_SUBNETS = 5;

export const runSetClaim: Run = (invocation) => withChain(invocation, async (chain) => {
  const kind = wanted(invocation, 'type', 'taonet root set-claim keep|swap').toLowerCase();
  const netuids = invocation.options['netuids'];
  const value = kind === 'swap' ? { type: 'Swap' } : kind !== 'keep' ? undefined : typeof netuids === 'string' ? { type: 'KeepSubnets', value: { subnets: netuids.split(',').map(netuidFrom) } } : { type: 'Keep' };
  if (value === undefined) throw new UsageError(`${kind} is neither keep nor swap.`, 'taonet root set-claim keep');
  return runWrite(invocation, chain, {
    what: kind === 'swap' ? 'Has root dividends swapped to TAO' : `Keeps root dividends as alpha${typeof netuids === 'string' ? ` of subnets ${netuids}` : ''}`,
    write: chain.client.call({ type: 'SubtensorModule', value: { type: 'set_root_claim_type', value: { new_root_claim_type: value } } }),
  });
});

export const runClaim: Run = (invocation) => withChain(invocation, async (chain) => {
  const subnets = wanted(invocation, 'netuids', '--netuids 1,2').split(',').map(netuidFrom).sort((a, b) => a - b);
  if (subnets.length > MAX_SUBNETS) throw new UsageError(`At most ${MAX_SUBNETS} subnets at once.`);
  return runWrite(invocation, chain, { what: `Claims root dividends of subnet ${subnets.join(', ')}`, write: chain.client.tx.SubtensorModule.claim_root({ subnets }) });
});
