/** `sudo trim`, `trigger-epoch`, `stake-burn`: what a subnet's owner may do besides hyperparameters. */

import { amountText, parseRao } from '../../amounts.ts';
import { netuidOf, wanted, wholeNumber, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { shown } from '../../names.ts';
import { runWrite } from '../../write.ts';

export const runTrim: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const max = wholeNumber(invocation.options['max'], '--max');
  return runWrite(invocation, chain, { what: `Trims subnet ${netuid} to ${max} neurons`, write: chain.client.tx.AdminUtils.sudo_trim_to_max_allowed_uids({ netuid, max_n: max }) });
});

export const runTriggerEpoch: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  return runWrite(invocation, chain, { what: `Asks for an epoch of subnet ${netuid}`, write: chain.client.tx.SubtensorModule.trigger_epoch({ netuid }) });
});

export const runStakeBurn: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const amount = parseRao(wanted(invocation, 'amount', '--amount 10'), '--amount');
  const hotkey = (await chain.wallet.hotkeypub()).address;
  return runWrite(invocation, chain, { what: `Buys alpha of subnet ${netuid} for τ${amountText(amount, 9)} on ${shown(hotkey)} and burns it`, write: chain.client.tx.SubtensorModule.add_stake_burn({ hotkey, netuid, amount, limit: undefined }) });
});
