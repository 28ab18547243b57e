/** Staking: trades with a subnet's pool. Each carries a worst price, half a percent from the present one unless told otherwise. */

import type { SimSwapResult } from '@taonet/abi';
import type { Reads } from '../client/reads.ts';
import type { Who } from '../client/names.ts';
import { badInput } from '../errors.ts';
import type { CallValue } from '../scale/runtime.ts';
import type { Quote } from '../tx/plan.ts';
import type { Prepared } from '../tx/transaction.ts';
import { Alpha, lessParts, moreParts, partsOfPercent, Tao, type PercentText } from '../units.ts';

export interface SlippageOptions {
  /** How far the price may move against the trade; `false`: any. Default `'0.5%'`. */
  readonly maxSlippage?: PercentText | false;
  /** The worst price itself, TAO for one alpha; instead of `maxSlippage`. */
  readonly limitPrice?: Tao;
  /** Trades as much as the limit allows instead of nothing. */
  readonly allowPartial?: boolean;
}

export interface StakeOrder extends SlippageOptions {
  readonly netuid: number;
  readonly hotkey: Who;
  readonly amount: Tao;
}

export interface UnstakeOrder<N extends number = number> extends SlippageOptions {
  readonly netuid: N;
  readonly hotkey: Who;
  /** Alpha of this subnet; `'all'` of it that is on the hotkey. */
  readonly amount: Alpha<NoInfer<N>> | 'all';
}

export interface MoveStakeOrder<N extends number = number> {
  readonly from: { readonly netuid: N; readonly hotkey: Who };
  /** Another subnet, another hotkey, or another coldkey; only one of hotkey and coldkey can change at once. */
  readonly to: { readonly netuid?: number; readonly hotkey?: Who; readonly coldkey?: Who };
  readonly amount: Alpha<NoInfer<N>>;
  /** Of a move between subnets on the same hotkey; other moves cannot be limited. Default `'0.5%'`. */
  readonly maxSlippage?: PercentText | false;
  readonly allowPartial?: boolean;
}

export const DEFAULT_SLIPPAGE: PercentText = '0.5%';
const ONE = 1_000_000_000n;

const call = (name: string, value: Readonly<Record<string, unknown>>): CallValue => ({ type: 'SubtensorModule', value: { type: name, value } });

/** The limit of a trade; undefined when none is wanted. */
function limitOf(price: bigint, { maxSlippage = DEFAULT_SLIPPAGE, limitPrice }: SlippageOptions, shift: typeof moreParts): Tao | undefined {
  if (limitPrice !== undefined) {
    if (!(limitPrice instanceof Tao)) throw badInput('limitPrice', 'TAO for one alpha', limitPrice);
    return limitPrice;
  }
  return maxSlippage === false ? undefined : new Tao(shift(price, partsOfPercent(maxSlippage, 'maxSlippage')));
}

/** How much less comes out than at the present price, without the fee. */
function slippageOf(out: bigint, ideal: bigint): number {
  return ideal === 0n ? 0 : Math.max(0, 1 - Number((out * ONE) / ideal) / Number(ONE));
}

function warningsOf({ slippage, limitPrice }: Quote): string[] {
  return [
    ...(limitPrice === undefined ? ['No limit: the trade takes any price.'] : []),
    ...(slippage > 0.05 ? [`The trade is large for its pool: ${(slippage * 100).toFixed(1)} % worse than the present price.`] : []),
  ];
}

export async function stakeCall(reads: Reads, order: StakeOrder): Promise<Prepared> {
  const { netuid, amount, allowPartial = false } = order;
  if (!(amount instanceof Tao)) throw badInput('amount', 'TAO, as tao(\'1\')', amount);
  const hotkey = reads.addressOf(order.hotkey);
  const { SwapRuntimeApi } = reads.api;
  const [price, sim] = await Promise.all([SwapRuntimeApi.current_alpha_price({ netuid }), SwapRuntimeApi.sim_swap_tao_for_alpha({ netuid, tao: amount.rao })]);
  const limit = limitOf(price, order, moreParts);
  const quote: Quote = {
    price: new Tao(price), limitPrice: limit, out: new Alpha(netuid, sim.alpha_amount), fee: new Tao(sim.tao_fee),
    slippage: slippageOf(sim.alpha_amount, price === 0n ? 0n : ((amount.rao - sim.tao_fee) * ONE) / price),
  };
  return {
    quote, warnings: warningsOf(quote),
    call: limit === undefined
      ? call('add_stake', { hotkey, netuid, amount_staked: amount.rao })
      : call('add_stake_limit', { hotkey, netuid, amount_staked: amount.rao, limit_price: limit.rao, allow_partial: allowPartial }),
  };
}

function sellQuote(netuid: number, price: bigint, alpha: bigint, sim: SimSwapResult, limitPrice: Tao | undefined): Quote {
  return {
    price: new Tao(price), limitPrice, out: new Tao(sim.tao_amount), fee: new Alpha(netuid, sim.alpha_fee),
    slippage: slippageOf(sim.tao_amount, ((alpha - sim.alpha_fee) * price) / ONE),
  };
}

export async function unstakeCall(reads: Reads, order: UnstakeOrder, coldkey: string): Promise<Prepared> {
  const { netuid, amount, allowPartial = false } = order;
  const hotkey = reads.addressOf(order.hotkey);
  const { SwapRuntimeApi } = reads.api;
  const alpha = amount === 'all' ? await reads.stakeOf({ hotkey, coldkey, netuid }) : ensureAlpha(amount, netuid);
  const [price, sim] = await Promise.all([SwapRuntimeApi.current_alpha_price({ netuid }), SwapRuntimeApi.sim_swap_alpha_for_tao({ netuid, alpha: alpha.rao })]);
  const limit = limitOf(price, order, lessParts);
  const quote = sellQuote(netuid, price, alpha.rao, sim, limit);
  const made = amount === 'all'
    ? call('remove_stake_full_limit', { hotkey, netuid, limit_price: limit?.rao })
    : limit === undefined
      ? call('remove_stake', { hotkey, netuid, amount_unstaked: alpha.rao })
      : call('remove_stake_limit', { hotkey, netuid, amount_unstaked: alpha.rao, limit_price: limit.rao, allow_partial: allowPartial });
  return { call: made, quote, warnings: warningsOf(quote) };
}

function ensureAlpha(amount: unknown, netuid: number): Alpha {
  if (!(amount instanceof Alpha) || amount.netuid !== netuid) throw badInput('amount', `alpha of subnet ${netuid}, as alpha(${netuid}, '1')`, String(amount));
  return amount;
}

export async function moveStakeCall(reads: Reads, order: MoveStakeOrder): Promise<Prepared> {
  const { from, to, maxSlippage = DEFAULT_SLIPPAGE, allowPartial = false } = order;
  const amount = ensureAlpha(order.amount, from.netuid).rao;
  const hotkey = reads.addressOf(from.hotkey);
  const destination = to.netuid ?? from.netuid;
  const places = { origin_netuid: from.netuid, destination_netuid: destination, alpha_amount: amount };
  const unlimited = destination === from.netuid ? [] : ['No limit: this kind of move takes any price.'];
  if (to.coldkey !== undefined) {
    if (to.hotkey !== undefined && reads.addressOf(to.hotkey) !== hotkey) throw badInput('to', 'another hotkey or another coldkey, not both', to);
    return { call: call('transfer_stake', { destination_coldkey: reads.addressOf(to.coldkey), hotkey, ...places }), warnings: unlimited };
  }
  if (to.hotkey !== undefined && reads.addressOf(to.hotkey) !== hotkey) {
    return { call: call('move_stake', { origin_hotkey: hotkey, destination_hotkey: reads.addressOf(to.hotkey), ...places }), warnings: unlimited };
  }
  if (destination === from.netuid) throw badInput('to', 'another subnet, hotkey or coldkey', to);
  if (maxSlippage === false) return { call: call('swap_stake', { hotkey, ...places }), warnings: unlimited };
  const [origin, target] = await Promise.all([reads.price(from.netuid), reads.price(destination)]);
  // Origin's price by destination's, in 10⁻⁹.
  const ratio = target.rao === 0n ? 0n : (origin.rao * ONE) / target.rao;
  const limit = lessParts(ratio, partsOfPercent(maxSlippage, 'maxSlippage'));
  return { call: call('swap_stake_limit', { hotkey, ...places, limit_price: limit, allow_partial: allowPartial }) };
}
