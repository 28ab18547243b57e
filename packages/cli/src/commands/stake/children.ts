/** `stake child get`, `set`, `revoke`, `take`: hotkeys that get a share of a hotkey's stake. */

import { percentText } from '../../amounts.ts';
import { netuidOf, wanted, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { accountAddress } from '../../wallets.ts';
import { runWrite } from '../../write.ts';

const U64_MAX = 2n ** 64n - 1n;
const U16_MAX = 65_535;
const PARTS = 1_000_000_000_000n;

const shareOf = (proportion: bigint): number => Number((proportion * PARTS) / U64_MAX) / Number(PARTS);
const proportionOf = (share: number): bigint => (BigInt(Math.round(share * Number(PARTS))) * U64_MAX) / PARTS;

export const runGet: Run = (invocation) => withChain(invocation, async ({ client, wallet }) => {
  const netuid = netuidOf(invocation);
  const hotkey = (await wallet.hotkeypub()).address;
  const { SubtensorModule: S } = client.query;
  const [children, parents, [pending, cooldown], take] = await Promise.all([S.ChildKeys(hotkey, netuid), S.ParentKeys(hotkey, netuid), S.PendingChildKeys(netuid, hotkey), S.ChildkeyTake(hotkey, netuid)]);
  const listed = (pairs: readonly (readonly [bigint, string])[]): { hotkey: string; share: number }[] => pairs.map(([proportion, account]) => ({ hotkey: account, share: shareOf(proportion) }));
  const lines = (title: string, pairs: { hotkey: string; share: number }[]): string[] => pairs.map((one) => `${title.padEnd(8)} ${one.hotkey}  ${percentText(one.share, 3)}`);
  const words = [...lines('child', listed(children)), ...lines('parent', listed(parents)), ...lines('pending', listed(pending)), ...(pending.length === 0 ? [] : [`pending ones count from block ${String(cooldown)}`]), `take ${percentText(take / U16_MAX, 2)}`];
  return { data: { netuid, hotkey, children: listed(children), parents: listed(parents), pending: listed(pending), pendingFromBlock: pending.length === 0 ? null : Number(cooldown), take: take / U16_MAX }, words: words.join('\n') };
});

export const runSet: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const hotkey = (await chain.wallet.hotkeypub()).address;
  const accounts = await Promise.all(wanted(invocation, 'children', '--children 5…,5…').split(',').map((one) => accountAddress(one.trim(), invocation, 'hotkey')));
  const shares = wanted(invocation, 'proportions', '--proportions 0.5,0.3').split(',').map(Number);
  if (shares.length !== accounts.length) throw new UsageError(`${accounts.length} children want ${accounts.length} proportions.`, '--proportions 0.5,0.3');
  if (shares.some((share) => !(share > 0 && share <= 1)) || shares.reduce((sum, share) => sum + share, 0) > 1 + Number.EPSILON) throw new UsageError('Proportions are above 0 and sum to 1 at most.', '--proportions 0.5,0.3');
  return runWrite(invocation, chain, {
    what: `Gives ${shown(hotkey)} ${accounts.length} children in subnet ${netuid}: ${accounts.map((account, i) => `${shown(account)} ${percentText(shares[i]!, 2)}`).join(', ')}`,
    write: chain.client.tx.SubtensorModule.set_children({ hotkey, netuid, children: accounts.map((account, i) => [proportionOf(shares[i]!), account]) }),
  });
});

export const runRevoke: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const hotkey = (await chain.wallet.hotkeypub()).address;
  return runWrite(invocation, chain, { what: `Takes all children from ${shown(hotkey)} in subnet ${netuid}`, write: chain.client.tx.SubtensorModule.set_children({ hotkey, netuid, children: [] }) });
});

export const runTake: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const hotkey = (await chain.wallet.hotkeypub()).address;
  const take = Number(wanted(invocation, 'take', '--take 0.18'));
  if (!(take >= 0 && take <= 1)) throw new UsageError('A take is a share from 0 to 1.', '--take 0.18');
  return runWrite(invocation, chain, { what: `Sets the childkey take of ${shown(hotkey)} in subnet ${netuid} to ${percentText(take, 2)}`, write: chain.client.tx.SubtensorModule.set_childkey_take({ hotkey, netuid, take: Math.floor(take * U16_MAX) }) });
});
