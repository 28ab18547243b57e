/** `wallet swap-hotkey`, `associate-hotkey`. */

import { netuidFrom, wanted, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { shown } from '../../names.ts';
import { accountAddress } from '../../wallets.ts';
import { runWrite } from '../../write.ts';

export const runSwap: Run = (invocation) => withChain(invocation, async (chain) => {
  const { options } = invocation;
  const hotkey = (await chain.wallet.hotkeypub()).address;
  const fresh = await accountAddress(wanted(invocation, 'newHotkey', 'taonet wallet swap-hotkey NEW --hotkey OLD'), invocation, 'hotkey');
  const netuid = options['netuid'] === undefined || options['allNetuids'] === true ? undefined : netuidFrom(String(options['netuid']));
  return runWrite(invocation, chain, {
    what: `Puts hotkey ${shown(fresh)} in the place of ${shown(hotkey)}${netuid === undefined ? ' everywhere' : ` in subnet ${netuid}`}`,
    write: chain.client.tx.SubtensorModule.swap_hotkey({ hotkey, new_hotkey: fresh, netuid }),
  });
});

export const runAssociate: Run = (invocation) => withChain(invocation, async (chain) => {
  const hotkey = (await chain.wallet.hotkeypub()).address;
  return runWrite(invocation, chain, { what: `Makes hotkey ${shown(hotkey)} known as the wallet's`, write: chain.client.tx.SubtensorModule.try_associate_hotkey({ hotkey }) });
});
