/** `gov seat`: a hotkey asks for a seat in the senate; root gives and takes seats. */

import type { Client, Transaction } from '@taonet/sdk';
import { withChain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { UsageError, ValidationError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { accountAddress } from '../../wallets.ts';
import { runWrite } from '../../write.ts';
import { ensureGoverned } from './motions.ts';

interface Change {
  readonly what: string;
  readonly write: Transaction;
}

export const run: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client, wallet } = chain;
  ensureGoverned(client);
  const { args, options } = invocation;
  const named = args['account'] as string | undefined;
  const account = named === undefined ? (await wallet.hotkeypub()).address : await accountAddress(named, invocation, 'hotkey');
  const { what, write } = await changeOf(client, invocation, account);
  const body = bodyOf(options['body']);
  return runWrite(invocation, chain, {
    what, write,
    tell: async () => {
      const members = await client.query[body].Members();
      return { result: { body: body === 'SenateMembers' ? 'senate' : 'triumvirate', members }, words: `${members.length} sit: ${members.map(shown).join(', ')}.` };
    },
  });
});

type Body = 'SenateMembers' | 'TriumvirateMembers';

const bodyOf = (option: unknown): Body => (option === 'triumvirate' ? 'TriumvirateMembers' : 'SenateMembers');

async function changeOf(client: Client, invocation: Invocation, account: string): Promise<Change> {
  const { options } = invocation;
  const [add, remove, other] = [options['add'] === true, options['remove'] === true, options['insteadOf']];
  if (Number(add) + Number(remove) + Number(other !== undefined) > 1) throw new UsageError('One change at a time: --add, --remove or --instead-of.');
  const body = bodyOf(options['body']);
  const name = body === 'SenateMembers' ? 'the senate' : 'the triumvirate';
  const members = client.tx[body];
  if (typeof other === 'string') return { what: `Gives the seat of ${other} in ${name} to ${shown(account)}, as root`, write: members.swap_member({ remove: await accountAddress(other, invocation, 'hotkey'), add: account }).sudo() };
  if (add) return { what: `Seats ${shown(account)} in ${name}, as root`, write: members.add_member({ who: account }).sudo() };
  if (remove) return { what: `Takes the seat of ${shown(account)} in ${name} away, as root`, write: members.remove_member({ who: account }).sudo() };
  if (body === 'SenateMembers' && (await client.query.SenateMembers.Members()).includes(account)) throw new ValidationError(`${shown(account)} sits in the senate already.`, 'taonet gov list');
  if (body === 'TriumvirateMembers') throw new UsageError('Seats of the triumvirate are given by root alone.', 'Add --add, --remove or --instead-of.');
  return { what: `Asks for a seat in the senate for ${shown(account)}`, write: client.tx.SubtensorModule.adjust_senate({ hotkey: account }) };
}
