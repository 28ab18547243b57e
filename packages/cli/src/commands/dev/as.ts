/** `as ADDRESS …`: any command that writes, signed by nobody, in the name of an account; on a network of one's own. */

import { Command } from 'commander';
import { withChain } from '../../chain.ts';
import type { CommandRow, Invocation, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { addCommands, rowFor, wholeWords } from '../../program.ts';
import { accountAddress, IMPERSONATED } from '../../wallets.ts';
import { ROWS } from '../rows.ts';

export const run: Run = async (invocation) => {
  const words = wholeWords(invocation.args['words'] as readonly string[]);
  const row = rowFor(ROWS, words);
  if (row === undefined) throw new UsageError(`There is no command ${words.join(' ')}.`, 'taonet as 5… tx Balances.transfer_keep_alive dest=//Bob value=1tao');
  if (row.needs?.includes('write') !== true) throw new UsageError(`taonet ${row.path} signs nothing.`, `taonet ${words.join(' ')}`);
  const address = await accountAddress(String(invocation.args['account']), invocation);
  const program = new Command('taonet').showSuggestionAfterError().exitOverride();
  addCommands(program, [impersonating(row, address)], words);
  await program.parseAsync([...words, '--wallet-name', `${IMPERSONATED}${address}`, '--hotkey', `${IMPERSONATED}${address}`], { from: 'user' });
};

/** The node takes any signature of the account while the command runs. */
function impersonating(row: CommandRow, address: string): CommandRow {
  return {
    ...row,
    load: async () => {
      const inner = await row.load();
      return async (invocation) => {
        await tell(invocation, async (dev) => (await dev()).impersonate(address));
        try {
          return await inner(invocation);
        } finally {
          await tell(invocation, async (dev) => (await dev()).stopImpersonating(address));
        }
      };
    },
  };
}

type Dev = Parameters<Parameters<typeof withChain>[1]>[0]['dev'];

async function tell(invocation: Invocation, work: (dev: Dev) => Promise<void>): Promise<void> {
  await withChain(invocation, async ({ dev }) => {
    await work(dev);
    return { data: null, words: '' };
  });
}
