import { rao } from '@taonet/sdk';
import { amountText, parseRao } from '../../amounts.ts';
import { wanted, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { accountAddress } from '../../wallets.ts';
import { runWrite } from '../../write.ts';

export const run: Run = (invocation) => withChain(invocation, async (chain) => {
  const { options } = invocation;
  const to = await accountAddress(wanted(invocation, 'dest', '--dest ACCOUNT'), invocation);
  const all = options['all'] === true;
  if (!all && options['amount'] === undefined) throw new UsageError('How much?', '--amount 1.5, or --all');
  const amount = all ? 'all' as const : rao(parseRao(String(options['amount']), '--amount'));
  return runWrite(invocation, chain, {
    what: `Transfers ${amount === 'all' ? 'everything' : `τ${amountText(amount.rao, 9)}`} to ${shown(to)}`,
    write: chain.client.transfer({ to, amount, keepAlive: options['allowDeath'] !== true }),
  });
});
