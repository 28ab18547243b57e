/** Commands on positions in pools of concentrated liquidity. */

import type { CommandRow, OptionRow } from '../../command.ts';
import { amount, flag, list, object, orNull, text, whole } from '../../schema.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';
import { NETUID, NETUID_ARG } from '../subnets/rows.ts';

const WRITE = ['chain', 'wallet', 'write'] as const;
const POSITION: OptionRow = { flags: '--position-id <id>', about: 'number of the position, as taonet liquidity list shows it', spellings: ['--position', '--id'] };

const POSITION_SCHEMA = object({
  netuid: whole, positionId: amount, tickLow: whole, tickHigh: whole, priceLowRao: amount, priceHighRao: amount, priceRao: amount, inRange: flag, liquidity: amount,
  taoRao: amount, alphaRao: amount, feeTaoRao: amount, feeAlphaRao: amount,
});

export const LIQUIDITY_ROWS: readonly CommandRow[] = [
  {
    path: 'liquidity add', about: "put TAO and a hotkey's stake into a pool between two prices; trades between them pay it fees", args: [NETUID_ARG],
    options: [
      NETUID,
      { flags: '--price-low <tao>', about: 'from this price of one alpha; from the lowest unless given', spellings: ['--price_low', '--liquidity-price-low'] },
      { flags: '--price-high <tao>', about: 'to this price; to the highest unless given', spellings: ['--price_high', '--liquidity-price-high'] },
      { flags: '--tick-low <tick>', about: 'the same as a tick: the price is 1.0001 to its power' },
      { flags: '--tick-high <tick>', about: 'the same as a tick' },
      { flags: '--tao <tao>', about: 'at most so much TAO' },
      { flags: '--alpha <alpha>', about: 'at most so much alpha' },
      { flags: '--liquidity <n>', about: 'so much liquidity, instead of amounts' },
    ],
    needs: WRITE,
    examples: ['taonet liquidity add 1 --tick-low -20000 --tick-high 20000 --liquidity 1000000000 --wallet-name //Alice --hotkey //Alice//validator --dry-run', 'taonet liquidity add 1 --price-low 0.2 --price-high 0.6 --tao 10 --wallet-name //Alice --hotkey //Alice//validator'],
    schema: PLAN_OR_RECEIPT, load: () => import('./add.ts').then(({ run }) => run),
  },
  {
    path: 'liquidity list', about: 'positions of a coldkey: what they are made of now, and the fees that wait', args: [NETUID_ARG], options: [NETUID, { flags: '--ss58 <address>', about: 'whose, instead of the wallet', spellings: ['--coldkey-ss58', '--coldkey'] }],
    needs: ['chain', 'wallet'], examples: ['taonet liquidity list --wallet-name //Alice'],
    schema: object({ coldkey: text, pool: text, netuid: orNull(whole), positions: list(POSITION_SCHEMA) }), load: () => import('./list.ts').then(({ run }) => run),
  },
  {
    path: 'liquidity modify', about: 'add to a position or take from it; its fees are paid', args: [NETUID_ARG], options: [NETUID, POSITION, { flags: '--liquidity-delta <n>', about: 'so much more liquidity, or less: -1000000', spellings: ['--delta', '--liquidity_delta'] }], needs: WRITE,
    examples: ['taonet liquidity modify 1 --position-id 2 --liquidity-delta=-500000000 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./change.ts').then(({ runModify }) => runModify),
  },
  {
    path: 'liquidity remove', about: 'close a position: TAO to the balance, alpha to stake on the hotkey, fees with them', args: [NETUID_ARG], options: [NETUID, POSITION, { flags: '--all', about: 'all positions on the subnet' }], needs: WRITE,
    examples: ['taonet liquidity remove 1 --position-id 2 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./change.ts').then(({ runRemove }) => runRemove),
  },
];
