/** `why`: questions as they are typed. */

import { setMaxListeners } from 'node:events';
import { parseRao } from '../amounts.ts';
import { netuidFrom, wholeNumber, withChain } from '../chain.ts';
import type { Invocation, Run } from '../command.ts';
import { given } from '../settings.ts';
import { accountAddress } from '../wallets.ts';
import { ask, type QuestionName } from './ask.ts';
import { show } from './show.ts';

export const runWhy = (name: QuestionName): Run => (invocation) => withChain(invocation, async ({ client, wallet }) => {
  const { args, options } = invocation;
  // All facts are read at the same time, each with an eye on Ctrl-C.
  setMaxListeners(0, invocation.signal);
  const amount = options['amount'];
  const maxCost = options['maxCost'];
  const key = options['versionKey'];
  return show(await ask(client, {
    name, netuid: netuidFrom(String(args['netuid'])), who: await neuron(invocation),
    mechanism: wholeNumber(options['mechanism'], '--mechanism', 0),
    ...(given('walletName', invocation) === undefined ? {} : { coldkey: (await wallet.coldkeypub()).address }),
    ...(typeof amount === 'string' ? { amount: parseRao(amount, '--amount') } : {}),
    ...(typeof maxCost === 'string' ? { maxCost: parseRao(maxCost, '--max-cost') } : {}),
    ...(key === undefined ? {} : { versionKey: BigInt(wholeNumber(key, '--version-key')) }),
    isPlain: options['plain'] === true,
  }));
});

/** A uid, or a hotkey in any way of writing it. */
async function neuron(invocation: Invocation): Promise<number | string | undefined> {
  const text = invocation.args['neuron'];
  if (typeof text !== 'string') return undefined;
  return /^\d+$/.test(text) ? Number(text) : accountAddress(text, invocation, 'hotkey');
}
