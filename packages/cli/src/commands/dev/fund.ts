/** `fund`: TAO for an account, on a network of one's own out of nothing, elsewhere from the wallet. */

import { rao } from '@taonet/sdk';
import { amountText, parseRao } from '../../amounts.ts';
import { wanted, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { shown } from '../../names.ts';
import { accountAddress } from '../../wallets.ts';
import { runWrite } from '../../write.ts';

export const run: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client } = chain;
  const account = await accountAddress(wanted(invocation, 'account', 'taonet fund mine 1000'), invocation);
  const amount = parseRao(wanted(invocation, 'amount', 'taonet fund mine 1000'), 'amount');
  if (!await client.view.connection.has('dev_setBalance')) {
    return runWrite(invocation, chain, { what: `Transfers τ${amountText(amount, 9)} to ${shown(account)}`, write: client.transfer({ to: account, amount: rao(amount) }) });
  }
  const before = (await client.balance(account)).free.rao;
  const dryRun = invocation.options['dryRun'] === true;
  if (!dryRun) await (await chain.dev()).setBalance(account, rao(before + amount));
  return {
    data: { dryRun, account, beforeRao: before, afterRao: before + amount },
    words: `${shown(account)} ${dryRun ? 'would have' : 'has'} τ${amountText(before + amount, 9)}, before τ${amountText(before, 9)}; total issuance follows.`,
  };
});
