import { listWallets } from '@taonet/sdk/wallet';
import type { Run } from '../../command.ts';
import { setting } from '../../settings.ts';
import { renderTable } from '../../table.ts';

export const run: Run = async (invocation) => {
  const path = setting('walletPath', invocation);
  const wallets = await listWallets(path);
  if (wallets.length === 0) return { data: { path, wallets: [] }, words: `No wallet in ${path}. Make one: taonet wallet create --wallet-name mine` };
  const rows = wallets.flatMap(({ name, coldkey, hotkeys }) => [
    { name, kind: 'coldkey', address: coldkey },
    ...hotkeys.map((hotkey) => ({ name: `  ${hotkey.name}`, kind: 'hotkey', address: hotkey.address })),
  ]);
  const words = renderTable(rows, [
    { head: 'wallet', cell: ({ name }) => name },
    { head: 'key', cell: ({ kind }) => kind },
    { head: 'address', cell: ({ address }) => address ?? '(not readable)' },
  ], invocation.output.columns);
  return { data: { path, wallets: wallets.map(({ name, coldkey, hotkeys }) => ({ name, coldkey: coldkey ?? null, hotkeys: hotkeys.map((hotkey) => ({ name: hotkey.name, address: hotkey.address ?? null })) })) }, words };
};
