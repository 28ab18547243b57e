/** What commands that trade have in common: how far the price may move, and what moving stake between subnets costs. */

import type { PercentText, Reads } from '@taonet/sdk';
import type { Invocation, OptionRow } from './command.ts';
import { UsageError } from './failure.ts';

export const TRADE_OPTIONS: readonly OptionRow[] = [
  { flags: '--tolerance <share>', about: 'how far the price may move against the trade: 0.05 or 5%', default: '0.05', spellings: ['--rate-tolerance', '--slippage', '--max-slippage'] },
  { flags: '--unsafe', about: 'take any price', spellings: ['--no-safe-staking'] },
  { flags: '--safe', about: 'limit the price, as is done unless --unsafe' },
  { flags: '--partial', about: 'trade as much as the limit allows instead of nothing', spellings: ['--allow-partial-stake', '--allow-partial', '--no-partial'] },
];

const MAX_DECIMALS = 7;

export function slippageOf({ options }: Pick<Invocation, 'options'>): { maxSlippage: PercentText | false; allowPartial: boolean } {
  const text = String(options['tolerance']);
  const share = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!(share >= 0 && share < 1)) throw new UsageError(`--tolerance ${text} is not a share below 1.`, '--tolerance 0.05, or --tolerance 5%');
  const percent = `${Number((share * 100).toFixed(MAX_DECIMALS))}%` as PercentText;
  return { maxSlippage: options['unsafe'] === true ? false : percent, allowPartial: options['partial'] === true };
}

const ONE = 1_000_000_000n;

/** How much less than at present prices comes out of a move between two subnets: fees and both pools' slippage. */
export async function moveImpact(reads: Reads, from: number, to: number, alpha: bigint): Promise<number | undefined> {
  if (from === to || alpha === 0n) return undefined;
  const { SwapRuntimeApi } = reads.api;
  const [priceFrom, priceTo] = await Promise.all([from, to].map((netuid) => (netuid === 0 ? ONE : SwapRuntimeApi.current_alpha_price({ netuid }))));
  if (!priceFrom || !priceTo) return undefined;
  const tao = from === 0 ? alpha : (await SwapRuntimeApi.sim_swap_alpha_for_tao({ netuid: from, alpha })).tao_amount;
  const out = to === 0 ? tao : (await SwapRuntimeApi.sim_swap_tao_for_alpha({ netuid: to, tao })).alpha_amount;
  const ideal = (alpha * priceFrom) / priceTo;
  return ideal === 0n ? undefined : Math.max(0, 1 - Number(out) / Number(ideal));
}
