/** `liquidity add`: a new position. */

import { U64F64 } from '@taonet/primitives';
import { computeTokenAmounts, isTickInRange, TICK_MAX, TICK_MIN, tickToSqrtPrice, type Range } from '@taonet/pools';
import { amountText, parseRao } from '../../amounts.ts';
import { netuidOf, withChain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { UsageError, ValidationError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { runWrite } from '../../write.ts';
import { ensureChoice, readPool, tickOfPriceRao, tickPriceRao } from './poolReads.ts';

type Ends = Pick<Range, 'tickLow' | 'tickHigh'>;

/** Ends of the range; the interval of the upper price belongs to it. */
function endsOf({ options }: Pick<Invocation, 'options'>): Ends {
  const end = (price: unknown, tick: unknown, name: string, otherwise: number, shift: number): number => {
    if (price !== undefined && tick !== undefined) throw new UsageError(`--price-${name} or --tick-${name}, not both.`);
    if (tick !== undefined) return tickFrom(String(tick));
    if (price === undefined) return otherwise;
    const found = tickOfPriceRao(parseRao(String(price), `--price-${name}`)) + shift;
    return isTickInRange(found) ? found : otherwise;
  };
  const ends = { tickLow: end(options['priceLow'], options['tickLow'], 'low', TICK_MIN, 0), tickHigh: end(options['priceHigh'], options['tickHigh'], 'high', TICK_MAX, 1) };
  if (ends.tickLow >= ends.tickHigh) throw new UsageError('The lower price is not below the upper one.', '--price-low 0.2 --price-high 0.6');
  return ends;
}

function tickFrom(text: string): number {
  const tick = Number(text);
  if (text.trim() === '' || !Number.isInteger(tick) || !isTickInRange(tick)) throw new UsageError(`${text} is no tick: a whole number from ${TICK_MIN} to ${TICK_MAX}.`, '--tick-low=-20000');
  return tick;
}

/** Liquidity that is made of no more than these amounts. refuses: UsageError, ValidationError */
function liquidityOf({ options }: Pick<Invocation, 'options'>, ends: Ends, sqrtPrice: U64F64): bigint {
  const given = options['liquidity'];
  if (given !== undefined) {
    if (!/^\d+$/.test(String(given))) throw new UsageError(`--liquidity is a whole number, not ${String(given)}.`, '--liquidity 1000000000');
    return BigInt(String(given));
  }
  const [tao, alpha] = (['tao', 'alpha'] as const).map((name) => (options[name] === undefined ? undefined : parseRao(String(options[name]), `--${name}`)));
  if (tao === undefined && alpha === undefined) throw new UsageError('How much?', '--tao 10, --alpha 10, both, or --liquidity 1000000000');
  const low = tickToSqrtPrice(ends.tickLow)!;
  const high = tickToSqrtPrice(ends.tickHigh)!;
  const at = U64F64.clamp(sqrtPrice, low, high);
  const perUnit = { tao: U64F64.saturatingSub(at, low), alpha: U64F64.saturatingSub(U64F64.safeDiv(U64F64.one, at), U64F64.safeDiv(U64F64.one, high)) };
  const fitting = ([[tao, perUnit.tao], [alpha, perUnit.alpha]] as const).flatMap(([held, per]) => (held === undefined || per === 0n ? [] : [U64F64.saturatingToU64(U64F64.safeDiv(U64F64.fromInt(held), per))]));
  if (fitting.length === 0) throw new ValidationError(`The price is ${perUnit.tao === 0n ? 'below the range: it takes alpha alone' : 'above the range: it takes TAO alone'}.`, perUnit.tao === 0n ? 'Give --alpha.' : 'Give --tao.');
  return fitting.reduce((a, b) => (a < b ? a : b));
}

export const run: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client, wallet } = chain;
  ensureChoice(client);
  const netuid = netuidOf(invocation);
  const ends = endsOf(invocation);
  const pool = await readPool(client, netuid, []);
  const liquidity = liquidityOf(invocation, ends, pool.sqrtPrice);
  const { tao, alpha } = computeTokenAmounts({ ...ends, liquidity }, pool.sqrtPrice)!;
  const hotkey = (await wallet.hotkeypub()).address;
  const range = `τ${amountText(tickPriceRao(ends.tickLow), 6)} to τ${amountText(tickPriceRao(ends.tickHigh), 6)} for one alpha`;
  return runWrite(invocation, chain, {
    what: `Puts τ${amountText(tao, 9)} and α${amountText(alpha, 9)} of ${shown(hotkey)} into the pool of subnet ${netuid}, from ${range}`,
    write: client.tx.Swap.add_liquidity({ hotkey, netuid, tick_low: ends.tickLow, tick_high: ends.tickHigh, liquidity }),
    tell: (receipt) => {
      const added = receipt.find('Swap.LiquidityAdded');
      if (added === undefined) return {};
      const { position_id: positionId, tao: taoRao, alpha: alphaRao, tick_low: tickLow, tick_high: tickHigh } = added;
      return { result: { netuid, positionId, liquidity: added.liquidity, tickLow, tickHigh, taoRao, alphaRao }, words: `Position ${positionId}: τ${amountText(taoRao, 9)} and α${amountText(alphaRao, 9)}. See: taonet liquidity list ${netuid}` };
    },
  });
});
