/** `subnets claim-hardware`: says on the chain what the hotkey's machine is. A claim: nobody checks it. */

import { availableParallelism, cpus, totalmem } from 'node:os';
import { netuidOf, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { hardwareFields } from '../../hardware.ts';
import { runWrite } from '../../write.ts';

const GIB = 1024 ** 3;
const MAX_CHARS = 400;

function thisMachine(): string {
  return `${availableParallelism()} cores ${cpus()[0]?.model.trim() ?? ''}, ${(totalmem() / GIB).toFixed(1)} GiB memory`;
}

export const run: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const said = invocation.options['text'];
  const text = typeof said === 'string' ? said : thisMachine();
  if (text.length > MAX_CHARS || text.includes('\n')) throw new UsageError(`A claim is one line of at most ${MAX_CHARS} characters.`, '--text "8 cores, 32 GiB memory"');
  return runWrite(invocation, chain, {
    what: `Claims for the hotkey in subnet ${netuid}: ${text}`,
    write: chain.client.call({ type: 'Commitments', value: { type: 'set_commitment', value: { netuid, info: { fields: hardwareFields(text) } } } }),
    tell: () => ({ result: { netuid, hardware: text } }),
  });
});
