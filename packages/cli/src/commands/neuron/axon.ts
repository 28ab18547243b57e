/** `axon set`, `reset`: where a neuron listens, as the chain tells it. */

import { netuidOf, wanted, wholeNumber, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { runWrite } from '../../write.ts';

export const runSet: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const ip = wanted(invocation, 'ip', '--ip 203.0.113.7');
  const port = wholeNumber(invocation.options['port'], '--port');
  const protocol = wholeNumber(invocation.options['protocol'], '--protocol');
  return runWrite(invocation, chain, { what: `Says that the hotkey listens on ${ip}:${port} in subnet ${netuid}`, write: chain.client.serveAxon({ netuid, ip, port, protocol }) });
});

/** As the official tool does it: an address that nobody answers on. */
export const runReset: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  return runWrite(invocation, chain, { what: `Takes the hotkey's address back in subnet ${netuid}`, write: chain.client.serveAxon({ netuid, ip: '0.0.0.0', port: 1 }) });
});
