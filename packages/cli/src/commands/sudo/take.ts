/** `sudo get-take`, `set-take`: what a delegate keeps of its nominators' dividends. */

import { percentText } from '../../amounts.ts';
import { wanted, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { runWrite } from '../../write.ts';

const U16_MAX = 65_535;

export const runGet: Run = (invocation) => withChain(invocation, async ({ client, wallet }) => {
  const hotkey = (await wallet.hotkeypub()).address;
  const [raw, min, max] = await Promise.all([client.query.SubtensorModule.Delegates(hotkey), client.query.SubtensorModule.MinDelegateTake(), client.query.SubtensorModule.MaxDelegateTake()]);
  const [take, lowest, highest] = [raw, min, max].map((parts) => parts / U16_MAX);
  return { data: { hotkey, take, min: lowest, max: highest }, words: `${shown(hotkey)} keeps ${percentText(take!, 2)}; ${percentText(lowest!, 2)} to ${percentText(highest!, 2)} are allowed.` };
});

export const runSet: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client } = chain;
  const hotkey = (await chain.wallet.hotkeypub()).address;
  const share = Number(wanted(invocation, 'take', 'taonet sudo set-take --take 0.1'));
  if (!(share >= 0 && share <= 1)) throw new UsageError('A take is a share from 0 to 1.', '--take 0.1');
  const take = Math.floor(share * U16_MAX);
  const before = await client.query.SubtensorModule.Delegates(hotkey);
  const call = take > before ? client.tx.SubtensorModule.increase_take({ hotkey, take }) : client.tx.SubtensorModule.decrease_take({ hotkey, take });
  return runWrite(invocation, chain, { what: `Changes the take of ${shown(hotkey)} from ${percentText(before / U16_MAX, 2)} to ${percentText(share, 2)}`, write: call, tell: () => ({ result: { hotkey, before: before / U16_MAX, after: take / U16_MAX } }) });
});
