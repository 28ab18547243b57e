/** Commands on stake. */

import type { CommandRow, OptionRow } from '../../command.ts';
import { amount, flag, list, number, object, orNull, text, whole } from '../../schema.ts';
import { TRADE_OPTIONS } from '../../trades.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';
import { NETUID, NETUID_ARG } from '../subnets/rows.ts';

const WRITE = ['chain', 'wallet', 'write'] as const;
const TARGETS: readonly OptionRow[] = [
  { flags: '-n, --netuids <list>', about: 'in these subnets, with commas', spellings: ['--netuid'] },
  { flags: '--include-hotkeys <list>', about: 'on these hotkeys, with commas; the wallet\'s own unless given', spellings: ['--hotkey-ss58-address', '--hotkey-ss58', '--include_hotkeys'] },
];
const MOVES: readonly OptionRow[] = [
  { flags: '--origin-netuid <netuid>', about: 'from this subnet', spellings: ['--origin', '--origin_netuid'] },
  { flags: '--dest-netuid <netuid>', about: 'to this subnet; the same one unless given', spellings: ['--dest_netuid', '--destination-netuid'] },
  { flags: '--origin-hotkey <hotkey>', about: "from this hotkey; the wallet's own unless given", spellings: ['--origin_hotkey', '--from-hotkey'] },
  { flags: '-a, --amount <alpha>', about: 'how much' },
  { flags: '--all', about: 'everything' },
  ...TRADE_OPTIONS,
];
const CHILD = list(object({ hotkey: text, share: number }));

export const STAKE_ROWS: readonly CommandRow[] = [
  {
    path: 'stake add', about: "stake TAO on a hotkey: buys the subnet's alpha", args: [NETUID_ARG], options: [...TARGETS, { flags: '-a, --amount <tao>', about: 'how much, on each' }, { flags: '--all', about: 'all that is free' }, ...TRADE_OPTIONS], needs: WRITE,
    examples: ['taonet stake add --netuid 1 --amount 0.01 --wallet-name //Alice --hotkey //Alice//validator --dry-run', 'taonet stake add 1 --amount 0.01 --tolerance 1% --wallet-name //Alice --hotkey //Alice//validator --yes'], schema: PLAN_OR_RECEIPT, load: () => import('./trade.ts').then(({ runAdd }) => runAdd),
  },
  {
    path: 'stake remove', about: 'sell alpha back for TAO', args: [NETUID_ARG], options: [...TARGETS, { flags: '-a, --amount <alpha>', about: 'how much, of each' }, { flags: '--all', about: 'everything', spellings: ['--unstake-all'] }, ...TRADE_OPTIONS], needs: WRITE,
    examples: ['taonet stake remove --netuid 1 --amount 0.1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./trade.ts').then(({ runRemove }) => runRemove),
  },
  {
    path: 'stake list', about: 'what a coldkey has staked', args: [{ name: 'account', about: 'whose', optional: true }], options: [{ flags: '--ss58 <address>', about: 'the same as the argument', spellings: ['--coldkey-ss58', '--coldkey_ss58', '--coldkey'] }, { flags: '--live', about: 'taonet watch is the live table' }],
    needs: ['chain', 'wallet'], examples: ['taonet stake list --wallet-name //Alice'],
    schema: object({ coldkey: text, freeRao: amount, stakes: list(object({ netuid: whole, hotkey: text, stakeAlphaRao: amount, priceRao: amount, worthRao: amount, emissionAlphaRao: amount, isRegistered: flag })), totalWorthRao: amount }), load: () => import('./list.ts').then(({ run }) => run),
  },
  { path: 'stake move', about: 'move stake to another hotkey', options: [{ flags: '--dest-hotkey <hotkey>', about: 'to this hotkey', spellings: ['--dest_hotkey', '--destination-hotkey'] }, ...MOVES], needs: WRITE, examples: ['taonet stake move --origin-netuid 1 --dest-hotkey //Bob//validator --amount 0.1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./move.ts').then(({ runMove }) => runMove) },
  { path: 'stake swap', about: 'move stake to another subnet', options: MOVES, needs: WRITE, examples: ['taonet stake swap --origin-netuid 1 --dest-netuid 0 --amount 0.1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./move.ts').then(({ runSwap }) => runSwap) },
  { path: 'stake transfer', about: 'hand stake to another coldkey', options: [{ flags: '--dest <coldkey>', about: 'to this coldkey', spellings: ['--dest-ss58', '--dest-coldkey', '--to'] }, ...MOVES], needs: WRITE, examples: ['taonet stake transfer --origin-netuid 1 --dest //Bob --amount 0.1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./move.ts').then(({ runTransfer }) => runTransfer) },
  { path: 'stake child get', about: "a hotkey's children and parents", args: [NETUID_ARG], options: [NETUID], needs: ['chain', 'wallet'], examples: ['taonet stake child get 1 --wallet-name //Alice --hotkey //Alice//validator'], schema: object({ netuid: whole, hotkey: text, children: CHILD, parents: CHILD, pending: CHILD, pendingFromBlock: orNull(whole), take: number }), load: () => import('./children.ts').then(({ runGet }) => runGet) },
  { path: 'stake child set', about: 'give shares of a hotkey\'s stake to others', args: [NETUID_ARG], options: [NETUID, { flags: '-c, --children <list>', about: 'hotkeys, with commas' }, { flags: '--proportions <list>', about: 'their shares, with commas: 0.5,0.3', spellings: ['--prop', '--proportion'] }], needs: WRITE, examples: ['taonet stake child set 1 --children //Bob --proportions 0.5 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./children.ts').then(({ runSet }) => runSet) },
  { path: 'stake child revoke', about: "take all children from a hotkey", args: [NETUID_ARG], options: [NETUID], needs: WRITE, examples: ['taonet stake child revoke 1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./children.ts').then(({ runRevoke }) => runRevoke) },
  { path: 'stake child take', about: 'what a child keeps of its parents\' dividends', args: [NETUID_ARG], options: [NETUID, { flags: '--take <share>', about: 'from 0 to 0.18' }], needs: WRITE, examples: ['taonet stake child take 1 --take 0.1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./children.ts').then(({ runTake }) => runTake) },
  { path: 'stake set-claim', aliases: ['root set-claim'], about: 'root dividends: keep them as alpha, or have them swapped to TAO', args: [{ name: 'type', about: 'keep or swap' }], options: [{ flags: '-n, --netuids <list>', about: 'keep only of these subnets' }], needs: WRITE, examples: ['taonet stake set-claim keep --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./claim.ts').then(({ runSetClaim }) => runSetClaim) },
  { path: 'stake process-claim', aliases: ['root claim', 'root process-claim'], about: 'claim root dividends now', options: [{ flags: '-n, --netuids <list>', about: 'of these subnets', spellings: ['--netuid'] }], needs: WRITE, examples: ['taonet stake process-claim --netuids 1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./claim.ts').then(({ runClaim }) => runClaim) },
];
