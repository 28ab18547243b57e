/** `stake add`, `stake remove`. */

import { Alpha, rao, type Client, type Write } from '@taonet/sdk';
import { amountText, parseRao } from '../../amounts.ts';
import { netuidFrom, withChain, type Chain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { UsageError, ValidationError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { slippageOf } from '../../trades.ts';
import { accountAddress } from '../../wallets.ts';
import { runWrite } from '../../write.ts';

/** Left for fees when everything is staked: 0.01 TAO. */
const KEPT_RAO = 10_000_000n;

/** Every subnet with every hotkey that was named. */
async function targetsOf(invocation: Invocation, { wallet }: Chain): Promise<{ netuids: readonly number[]; hotkeys: readonly string[] }> {
  const { args, options } = invocation;
  const named = args['netuid'] ?? options['netuids'];
  if (named === undefined) throw new UsageError('In which subnet?', '--netuid 1');
  const list = options['includeHotkeys'];
  const hotkeys = typeof list === 'string' ? await Promise.all(list.split(',').map((one) => accountAddress(one.trim(), invocation, 'hotkey'))) : [(await wallet.hotkeypub()).address];
  return { netuids: String(named).split(',').map(netuidFrom), hotkeys };
}

async function together(client: Client, writes: readonly Write[]): Promise<Write> {
  if (writes.length === 1) return writes[0]!;
  return client.batch(await Promise.all(writes.map((write) => write.prepare())));
}

export const runAdd: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client } = chain;
  const { options } = invocation;
  const { netuids, hotkeys } = await targetsOf(invocation, chain);
  const count = BigInt(netuids.length * hotkeys.length);
  const all = options['all'] === true ? ((await client.balance()).free.rao - KEPT_RAO) / count : undefined;
  if (all === undefined && options['amount'] === undefined) throw new UsageError('How much?', '--amount 10, or --all');
  if (all !== undefined && all <= 0n) throw new ValidationError('There is nothing to stake.', 'taonet wallet balance');
  const amount = all ?? parseRao(String(options['amount']), '--amount');
  const slippage = slippageOf(invocation);
  const writes = netuids.flatMap((netuid) => hotkeys.map((hotkey) => client.stake({ netuid, hotkey, amount: rao(amount), ...slippage })));
  return runWrite(invocation, chain, {
    what: `Stakes τ${amountText(amount, 9)} on ${hotkeys.map(shown).join(', ')} in subnet ${netuids.join(', ')}`,
    write: await together(client, writes),
    tell: (receipt) => {
      const added = receipt.all('SubtensorModule.StakeAdded').map(([, hotkey, tao, alpha, netuid]) => ({ hotkey, netuid, taoRao: tao, alphaRao: alpha }));
      return { result: { added }, words: added.map(({ hotkey, netuid, taoRao, alphaRao }) => `α${amountText(alphaRao, 9)} of subnet ${netuid} on ${shown(hotkey)} for τ${amountText(taoRao, 9)}`).join('\n') };
    },
  });
});

export const runRemove: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client } = chain;
  const { options } = invocation;
  const { netuids, hotkeys } = await targetsOf(invocation, chain);
  const all = options['all'] === true;
  if (!all && options['amount'] === undefined) throw new UsageError('How much?', '--amount 10 (alpha), or --all');
  const amount = all ? 'all' as const : parseRao(String(options['amount']), '--amount');
  const slippage = slippageOf(invocation);
  const writes = netuids.flatMap((netuid) => hotkeys.map((hotkey) => client.unstake({ netuid, hotkey, amount: amount === 'all' ? amount : new Alpha(netuid, amount), ...slippage })));
  return runWrite(invocation, chain, {
    what: `Unstakes ${amount === 'all' ? 'everything' : `α${amountText(amount, 9)}`} from ${hotkeys.map(shown).join(', ')} in subnet ${netuids.join(', ')}`,
    write: await together(client, writes),
    tell: (receipt) => {
      const removed = receipt.all('SubtensorModule.StakeRemoved').map(([, hotkey, tao, alpha, netuid]) => ({ hotkey, netuid, taoRao: tao, alphaRao: alpha }));
      return { result: { removed }, words: removed.map(({ hotkey, netuid, taoRao, alphaRao }) => `τ${amountText(taoRao, 9)} for α${amountText(alphaRao, 9)} of subnet ${netuid} on ${shown(hotkey)}`).join('\n') };
    },
  });
});
