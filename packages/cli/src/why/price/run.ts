/** `why price`: what moved a subnet's price over the last blocks. */

import { OperatingError } from '@taonet/primitives';
import { amountText, percentText } from '../../amounts.ts';
import { netuidOf, withChain, wholeNumber } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { renderTable } from '../../table.ts';
import { partsOf, type Part, type PartName, type PoolBlock } from './parts.ts';
import { readRuleSet } from '../ruleSets.ts';
import { readPool } from './readPool.ts';

const BLOCKS = 50;
const PRICE_DIGITS = 9;
const SHARE_DIGITS = 3;

const ABOUT: Readonly<Record<PartName, string>> = {
  injection: 'put in by the emission',
  root: "root's alpha sold for TAO",
  trades: 'bought and sold, the chain\'s own buys among it',
};

export const run: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const netuid = netuidOf(invocation);
  const count = wholeNumber(invocation.options['blocks'] ?? BLOCKS, '--blocks', 1);
  if (netuid === 0) throw new OperatingError('NoPool', 'Root has no pool: its price is 1.', { hint: 'Ask about another subnet.' });
  const now = await client.at();
  const { number: head } = await now.block();
  const sells = await readRuleSet(now) === 'May2025';
  const blocks = await readPool(client, { netuid, head, count, sells });
  const parts = partsOf(blocks);
  const [first, last] = [blocks[0]!, blocks.at(-1)!];
  const rows = (Object.keys(ABOUT) as PartName[]).map((name) => ({ name, ...parts[name] }));
  const whole = Math.log(priceOf(last) / priceOf(first));
  const words = [
    `why price: subnet ${netuid}, blocks ${first.block} to ${last.block}, τ${priceOf(first).toFixed(PRICE_DIGITS)} → τ${priceOf(last).toFixed(PRICE_DIGITS)} (${signed(whole)})`,
    renderTable(rows, [
      { head: 'part', cell: ({ name }) => ABOUT[name] },
      { head: 'TAO', align: 'right', cell: ({ tao }) => plusAmount(tao) },
      { head: 'alpha', align: 'right', cell: ({ alpha }) => plusAmount(alpha) },
      { head: 'moves the price', align: 'right', cell: ({ lnPrice }) => signed(lnPrice) },
    ], invocation.output.columns),
    `Sell pressure: ${amountText(-parts.root.tao)} TAO left the pool for root's alpha, ${amountText(-parts.root.tao / BigInt(Math.max(1, last.block - first.block)), PRICE_DIGITS)} a block, ${
      sells ? 'sold by the chain in every block' : 'as holders claimed it, or the chain for five of them a block'}.`,
  ];
  return {
    data: {
      netuid, fromBlock: first.block, toBlock: last.block, priceBefore: priceOf(first), priceAfter: priceOf(last), rootAlphaIsSold: sells,
      parts: Object.fromEntries(rows.map(({ name, tao, alpha, lnPrice }) => [name, { taoRao: tao, alphaRao: alpha, movesPrice: Math.expm1(lnPrice) }])),
    },
    words: words.join('\n'),
  };
});

const priceOf = ({ tao, alpha }: PoolBlock): number => (alpha === 0n ? 0 : Number(tao) / Number(alpha));
const signed = (lnPrice: Part['lnPrice']): string => `${lnPrice >= 0 ? '+' : '−'}${percentText(Math.abs(Math.expm1(lnPrice)), SHARE_DIGITS)}`;
const plusAmount = (rao: bigint): string => (rao < 0n ? `−${amountText(-rao)}` : `+${amountText(rao)}`);
