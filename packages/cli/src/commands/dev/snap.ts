/** `snap`, `snap back`: the whole state, and return to it. */

import { wholeNumber, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';

export const runSnap: Run = (invocation) => withChain(invocation, async ({ dev, client }) => {
  const snapshot = await (await dev()).snapshot();
  const { number } = await client.block();
  return { data: { snapshot, block: number }, words: `Snapshot ${snapshot} of block ${number}. Return to it: taonet snap back ${snapshot}` };
});

export const runBack: Run = (invocation) => withChain(invocation, async ({ dev, client }) => {
  const snapshot = wholeNumber(invocation.args['snapshot'], 'snapshot');
  await (await dev()).revert(snapshot);
  const { number } = await client.block();
  return { data: { snapshot, block: number }, words: `Back at snapshot ${snapshot}, block ${number}. Later snapshots are gone.` };
});
