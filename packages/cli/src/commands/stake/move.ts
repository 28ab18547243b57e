/** `stake move`, `swap`, `transfer`: stake to another hotkey, subnet or coldkey. */

import { Alpha } from '@taonet/sdk';
import { amountText, parseRao } from '../../amounts.ts';
import { netuidFrom, wanted, withChain, type Chain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { moveImpact, slippageOf } from '../../trades.ts';
import { accountAddress } from '../../wallets.ts';
import { runWrite } from '../../write.ts';

interface Move {
  readonly from: number;
  readonly to: number;
  readonly hotkey: string;
  readonly amount: Alpha;
}

async function moveOf(invocation: Invocation, { client, wallet }: Chain): Promise<Move> {
  const { options } = invocation;
  const from = netuidFrom(wanted(invocation, 'originNetuid', '--origin-netuid 1'));
  const to = options['destNetuid'] === undefined ? from : netuidFrom(String(options['destNetuid']));
  const named = options['originHotkey'];
  const hotkey = typeof named === 'string' ? await accountAddress(named, invocation, 'hotkey') : (await wallet.hotkeypub()).address;
  if (options['all'] === true) return { from, to, hotkey, amount: await client.stakeOf({ hotkey, netuid: from }) };
  if (options['amount'] === undefined) throw new UsageError('How much?', '--amount 10 (alpha), or --all');
  return { from, to, hotkey, amount: new Alpha(from, parseRao(String(options['amount']), '--amount')) };
}

const inSubnets = ({ from, to }: Move): string => (from === to ? `in subnet ${from}` : `from subnet ${from} to subnet ${to}`);

async function impactOf({ client }: Chain, { from, to, amount }: Move): Promise<{ priceImpact?: number }> {
  const priceImpact = await moveImpact(client, from, to, amount.rao);
  return priceImpact === undefined ? {} : { priceImpact };
}

export const runMove: Run = (invocation) => withChain(invocation, async (chain) => {
  const move = await moveOf(invocation, chain);
  const target = await accountAddress(wanted(invocation, 'destHotkey', '--dest-hotkey HOTKEY'), invocation, 'hotkey');
  return runWrite(invocation, chain, {
    what: `Moves α${amountText(move.amount.rao, 9)} from ${shown(move.hotkey)} to ${shown(target)} ${inSubnets(move)}`,
    write: chain.client.moveStake({ from: { netuid: move.from, hotkey: move.hotkey }, to: { netuid: move.to, hotkey: target }, amount: move.amount, ...slippageOf(invocation) }),
    ...await impactOf(chain, move),
  });
});

export const runSwap: Run = (invocation) => withChain(invocation, async (chain) => {
  const move = await moveOf(invocation, chain);
  if (move.from === move.to) throw new UsageError('To which subnet?', '--dest-netuid 2');
  return runWrite(invocation, chain, {
    what: `Swaps α${amountText(move.amount.rao, 9)} on ${shown(move.hotkey)} ${inSubnets(move)}`,
    write: chain.client.moveStake({ from: { netuid: move.from, hotkey: move.hotkey }, to: { netuid: move.to }, amount: move.amount, ...slippageOf(invocation) }),
    ...await impactOf(chain, move),
  });
});

export const runTransfer: Run = (invocation) => withChain(invocation, async (chain) => {
  const move = await moveOf(invocation, chain);
  const owner = await accountAddress(wanted(invocation, 'dest', '--dest COLDKEY'), invocation);
  return runWrite(invocation, chain, {
    what: `Hands α${amountText(move.amount.rao, 9)} on ${shown(move.hotkey)} to ${shown(owner)} ${inSubnets(move)}`,
    write: chain.client.moveStake({ from: { netuid: move.from, hotkey: move.hotkey }, to: { netuid: move.to, coldkey: owner }, amount: move.amount, ...slippageOf(invocation) }),
    ...await impactOf(chain, move),
  });
});
