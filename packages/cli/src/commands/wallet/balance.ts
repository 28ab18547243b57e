/** `wallet balance`: what a wallet has, free and staked. */

import { amountText } from '../../amounts.ts';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { httpDoor, quickBalances } from '../../quickBalances.ts';
import { setting } from '../../settings.ts';
import { renderTable } from '../../table.ts';
import { accountAddress, isAddress, walletOf } from '../../wallets.ts';

interface Held {
  readonly name: string;
  readonly address: string;
  readonly free: bigint;
  readonly reserved: bigint;
  readonly staked: bigint;
}

export const run: Run = async (invocation) => {
  const whose = await accountsOf(invocation);
  const door = httpDoor(setting('network', invocation));
  const addresses = whose.map(({ address }) => address);
  const quick = door === undefined ? undefined : await quickBalances(door, addresses, Number(invocation.options['timeout']) * 1000);
  if (quick !== undefined) return outcome(invocation, whose.map((one, i) => ({ ...one, ...quick[i]! })));
  const { slowBalances } = await import('./slowBalance.ts');
  return outcome(invocation, (await slowBalances(invocation, addresses)).map((held, i) => ({ ...whose[i]!, ...held })));
};

async function accountsOf(invocation: Invocation): Promise<readonly { readonly name: string; readonly address: string }[]> {
  const { options, args } = invocation;
  const named = [args['account'] as string | undefined, options['ss58']].find((one) => one !== undefined);
  if (typeof named === 'string') return Promise.all(named.split(',').map(async (name) => ({ name, address: await accountAddress(name.trim(), invocation) })));
  if (options['all'] === true) {
    const { listWallets } = await import('@taonet/sdk/wallet');
    const wallets = await listWallets(setting('walletPath', invocation));
    return wallets.flatMap(({ name, coldkey }) => (coldkey === undefined ? [] : [{ name, address: coldkey }]));
  }
  const wallet = walletOf(invocation);
  return [{ name: isAddress(wallet.name) ? '' : wallet.name, address: (await wallet.coldkeypub()).address }];
}

function outcome({ output }: Invocation, list: readonly Held[]): Outcome {
  const sum = (part: (one: Held) => bigint): bigint => list.reduce((total, one) => total + part(one), 0n);
  const total: Held = { name: 'total', address: '', free: sum(({ free }) => free), reserved: sum(({ reserved }) => reserved), staked: sum(({ staked }) => staked) };
  const json = ({ free, reserved, staked }: Held): object => ({ freeRao: free, reservedRao: reserved, stakedRao: staked, totalRao: free + reserved + staked });
  const words = renderTable(list.length > 1 ? [...list, total] : list, [
    { head: 'wallet', cell: ({ name }) => name },
    { head: 'address', cell: ({ address }) => address, dropFirst: 1 },
    { head: 'free τ', align: 'right', cell: ({ free }) => amountText(free) },
    ...(total.reserved === 0n ? [] : [{ head: 'reserved τ', align: 'right' as const, cell: ({ reserved }: Held) => amountText(reserved) }]),
    { head: 'staked, worth τ', align: 'right', cell: ({ staked }) => amountText(staked) },
    { head: 'total τ', align: 'right', cell: ({ free, reserved, staked }) => amountText(free + reserved + staked) },
  ], output.columns);
  return { data: { balances: list.map((one) => ({ name: one.name, address: one.address, ...json(one) })), total: json(total) }, words };
}
