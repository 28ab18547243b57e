/** `liquidity modify`, `liquidity remove`. */

import { amountText } from '../../amounts.ts';
import { netuidOf, withChain, type Chain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { UsageError, ValidationError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { runWrite } from '../../write.ts';
import { positionsOf } from './list.ts';
import { ensureChoice } from './poolReads.ts';

function positionIdOf({ options }: Pick<Invocation, 'options'>): bigint {
  const text = String(options['positionId'] ?? '');
  if (!/^\d+$/.test(text)) throw new UsageError('Which position?', '--position-id 2, as taonet liquidity list shows it');
  return BigInt(text);
}

function deltaOf({ options }: Pick<Invocation, 'options'>): bigint {
  const text = String(options['liquidityDelta'] ?? '');
  if (!/^[+-]?\d+$/.test(text)) throw new UsageError('How much liquidity more or less?', '--liquidity-delta=-500000000');
  return BigInt(text);
}

const amounts = (tao: bigint, alpha: bigint): string => `τ${amountText(tao, 9)} and α${amountText(alpha, 9)}`;

export const runModify: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client, wallet } = chain;
  ensureChoice(client);
  const netuid = netuidOf(invocation);
  const [positionId, delta] = [positionIdOf(invocation), deltaOf(invocation)];
  const hotkey = (await wallet.hotkeypub()).address;
  return runWrite(invocation, chain, {
    what: `${delta < 0n ? 'Takes' : 'Adds'} ${delta < 0n ? -delta : delta} of liquidity ${delta < 0n ? 'from' : 'to'} position ${positionId} on subnet ${netuid}, alpha ${delta < 0n ? 'to' : 'from'} ${shown(hotkey)}`,
    write: client.tx.Swap.modify_position({ hotkey, netuid, position_id: positionId, liquidity_delta: delta }),
    tell: (receipt) => {
      const [modified, removed] = [receipt.find('Swap.LiquidityModified'), receipt.find('Swap.LiquidityRemoved')];
      const event = modified ?? removed;
      if (event === undefined) return {};
      // Amounts that were paid out are negative where the position stays.
      const paid = modified === undefined ? { taoRao: -event.tao, alphaRao: -event.alpha } : { taoRao: event.tao, alphaRao: event.alpha };
      return {
        result: { netuid, positionId, removed: removed !== undefined, ...paid, feeTaoRao: event.fee_tao, feeAlphaRao: event.fee_alpha },
        words: `${removed === undefined ? '' : 'The position is closed. '}Fees: ${amounts(event.fee_tao, event.fee_alpha)}.`,
      };
    },
  });
});

async function chosen(invocation: Invocation, { client, wallet }: Chain, netuid: number): Promise<readonly bigint[]> {
  if (invocation.options['all'] !== true) return [positionIdOf(invocation)];
  const open = await positionsOf(client, (await wallet.coldkeypub()).address, netuid);
  if (open.length === 0) throw new ValidationError(`There are no positions on subnet ${netuid}.`, 'taonet liquidity list');
  return open.map(({ positionId }) => positionId);
}

export const runRemove: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client, wallet } = chain;
  ensureChoice(client);
  const netuid = netuidOf(invocation);
  const ids = await chosen(invocation, chain, netuid);
  const hotkey = (await wallet.hotkeypub()).address;
  const writes = ids.map((positionId) => client.tx.Swap.remove_liquidity({ hotkey, netuid, position_id: positionId }));
  return runWrite(invocation, chain, {
    what: `Closes position${ids.length === 1 ? '' : 's'} ${ids.join(', ')} on subnet ${netuid}, alpha to ${shown(hotkey)}`,
    write: writes.length === 1 ? writes[0]! : client.batch(writes),
    tell: (receipt) => {
      const closed = receipt.all('Swap.LiquidityRemoved').map((event) => ({ positionId: event.position_id, liquidity: event.liquidity, taoRao: event.tao, alphaRao: event.alpha, feeTaoRao: event.fee_tao, feeAlphaRao: event.fee_alpha }));
      return { result: { netuid, closed }, words: closed.map((one) => `${one.positionId}: ${amounts(one.taoRao, one.alphaRao)}, fees ${amounts(one.feeTaoRao, one.feeAlphaRao)}`).join('\n') };
    },
  });
});
