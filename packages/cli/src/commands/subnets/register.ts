/** `subnets register`: a place on a subnet for the wallet's hotkey. */

import { rao } from '@taonet/sdk';
import { amountText, parseRao } from '../../amounts.ts';
import { netuidOf, withChain } from '../../chain.ts';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { shown } from '../../names.ts';
import { runWrite } from '../../write.ts';

export const run: Run = (invocation) => register(invocation, netuidOf(invocation));
export const runRoot: Run = (invocation) => register(invocation, 0);

function register(invocation: Invocation, netuid: number): Promise<Outcome> {
  return withChain(invocation, async (chain) => {
    const { client, wallet } = chain;
    const hotkey = (await wallet.hotkeypub()).address;
    const cost = netuid === 0 ? 0n : await client.query.SubtensorModule.Burn(netuid);
    const max = invocation.options['maxCost'];
    return runWrite(invocation, chain, {
      what: netuid === 0 ? `Registers ${shown(hotkey)} on root` : `Registers ${shown(hotkey)} on subnet ${netuid} for τ${amountText(cost, 9)}`,
      write: client.register({ netuid, hotkey, ...(typeof max === 'string' ? { maxCost: rao(parseRao(max, '--max-cost')) } : {}) }),
      tell: (receipt) => {
        const uid = receipt.find('SubtensorModule.NeuronRegistered')?.[1];
        return { result: { netuid, hotkey, uid: uid ?? null, costRao: cost }, ...(uid === undefined ? {} : { words: `It is uid ${uid}.` }) };
      },
    });
  });
}
