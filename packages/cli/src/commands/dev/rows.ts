/** Commands for a network of one's own: time, snapshots, money, other accounts, events on request. */

import type { CommandRow } from '../../command.ts';
import { amount, anything, flag, list, object, oneOf, orNull, text, whole } from '../../schema.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';
import { NETUID, NETUID_ARG } from '../subnets/rows.ts';

export const DEV_ROWS: readonly CommandRow[] = [
  {
    path: 'advance', about: 'make blocks; every hook runs', args: [{ name: 'blocks', about: 'how many; one unless given', optional: true }],
    options: [{ flags: '--to-epoch <netuid>', about: "until a subnet's next epoch has run" }, { flags: '--to-block <number>', about: 'until this block' }, { flags: '--time <time>', about: "first move the chain's clock: 90s, 12h, 1d" }], needs: ['chain'],
    examples: ['taonet advance 100', 'taonet advance --to-epoch 1'], schema: object({ from: whole, to: whole, hash: text }), load: () => import('./time.ts').then(({ runAdvance }) => runAdvance),
  },
  { path: 'snap', about: 'mark the present: state, pool and clock', needs: ['chain'], examples: ['taonet snap'], schema: object({ snapshot: whole, block: whole }), load: () => import('./snap.ts').then(({ runSnap }) => runSnap) },
  { path: 'snap back', about: 'return to a snapshot; it can be used again', args: [{ name: 'snapshot', about: 'its number' }], needs: ['chain'], examples: ['taonet snap back 1'], schema: object({ snapshot: whole, block: whole }), load: () => import('./snap.ts').then(({ runBack }) => runBack) },
  {
    path: 'fund', about: 'give an account TAO: out of nothing where there are developer controls, else from the wallet', args: [{ name: 'account', about: 'an address, a wallet, //Bob' }, { name: 'amount', about: 'how much, in TAO' }], needs: ['chain', 'wallet', 'write'],
    examples: ['taonet fund //Bob 1000'], schema: oneOf(object({ dryRun: flag, account: text, beforeRao: amount, afterRao: amount }), PLAN_OR_RECEIPT), load: () => import('./fund.ts').then(({ run }) => run),
  },
  {
    path: 'as', about: 'run a command that writes in the name of any account, without its key', args: [{ name: 'account', about: 'whose name' }, { name: 'words', about: 'the command: tx, stake add, …', many: true }], passThrough: true,
    examples: ['taonet as //Bob tx Balances.transfer_keep_alive dest=//Alice value=1tao --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./as.ts').then(({ run }) => run),
  },
  {
    path: 'watch', about: 'a subnet live: incentive, dividends, price, who is about to lose its place', args: [NETUID_ARG], options: [NETUID, { flags: '--count <blocks>', about: 'stop after so many blocks' }], needs: ['chain'], examples: ['taonet watch 1'],
    schema: object({ netuid: whole, block: whole, blocksSinceLastStep: whole, tempo: whole, priceRao: amount, movingPriceRao: amount, nextToGo: orNull(whole), freePlaces: whole, neurons: list(anything) }), load: () => import('./watch.ts').then(({ run }) => run),
  },
  {
    path: 'trigger epoch', about: 'an epoch now: blocks are made until it has run; elsewhere the owner asks for one', args: [NETUID_ARG], options: [NETUID], needs: ['chain', 'wallet', 'write'], examples: ['taonet trigger epoch 1'],
    schema: oneOf(object({ dryRun: { const: true }, netuid: whole, block: whole, nextEpochBlock: orNull(whole) }), object({ dryRun: { const: false }, netuid: whole, block: whole, emissionAlphaRao: amount }), PLAN_OR_RECEIPT), load: () => import('./time.ts').then(({ runTriggerEpoch }) => runTriggerEpoch),
  },
  {
    path: 'trigger prune', about: 'somebody loses its place now, to a newcomer', args: [NETUID_ARG], options: [NETUID], needs: ['chain', 'wallet', 'write'], examples: ['taonet trigger prune 1 --dry-run'],
    schema: object({ dryRun: flag, netuid: whole, uid: whole, hotkey: text, newcomer: orNull(text), block: whole }), load: () => import('./prune.ts').then(({ run }) => run),
  },
];
