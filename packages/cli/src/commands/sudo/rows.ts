/** Commands of owners and root. */

import type { CommandRow } from '../../command.ts';
import { anything, list, number, object, text, whole } from '../../schema.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';
import { NETUID, NETUID_ARG } from '../subnets/rows.ts';

const WRITE = ['chain', 'wallet', 'write'] as const;

export const SUDO_ROWS: readonly CommandRow[] = [
  {
    path: 'sudo get', aliases: ['subnets hyperparameters', 'subnets hyperparams'], about: "a subnet's hyperparameters, who may set them, and what they are", args: [NETUID_ARG, { name: 'name', about: 'this one alone, with its checks', optional: true }],
    options: [NETUID, { flags: '--param <name>', about: 'the same as the argument', spellings: ['--parameter'] }, { flags: '--global', about: "the chain's own settings too" }], needs: ['chain'], examples: ['taonet sudo get 1', 'taonet sudo get 1 tempo'],
    schema: object({ netuid: whole, hyperparameters: list(object({ name: text, value: anything, unit: text, who: text, call: text, docs: text })) }), load: () => import('./hyperparameters.ts').then(({ runGet }) => runGet),
  },
  {
    path: 'sudo set', about: 'set a hyperparameter, as the owner or as root', args: [NETUID_ARG, { name: 'name', about: 'as sudo get shows it', optional: true }, { name: 'value', about: 'number, on or off, 1.5tao, 50%; several with commas', optional: true }],
    options: [NETUID, { flags: '--param <name>', about: 'the same as the argument', spellings: ['--parameter'] }, { flags: '--value <value>', about: 'the same as the argument' }], needs: WRITE,
    examples: ['taonet sudo set 1 tempo 20 --wallet-name //Alice --dry-run', 'taonet sudo set 1 kappa 50% --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./hyperparameters.ts').then(({ runSet }) => runSet),
  },
  { path: 'sudo get-take', about: "what the hotkey keeps of its nominators' dividends", needs: ['chain', 'wallet'], examples: ['taonet sudo get-take --wallet-name //Alice --hotkey //Alice//validator'], schema: object({ hotkey: text, take: number, min: number, max: number }), load: () => import('./take.ts').then(({ runGet }) => runGet) },
  { path: 'sudo set-take', about: 'change that', options: [{ flags: '--take <share>', about: 'from 0 to 1: 0.1' }], needs: WRITE, examples: ['taonet sudo set-take --take 0.17 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./take.ts').then(({ runSet }) => runSet) },
  { path: 'sudo trim', about: 'make a subnet smaller: those of least emission go', args: [NETUID_ARG], options: [NETUID, { flags: '--max <count>', about: 'neurons that stay', spellings: ['--max-uids', '--max_uids'] }], needs: WRITE, examples: ['taonet sudo trim 1 --max 64 --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./owner.ts').then(({ runTrim }) => runTrim) },
  { path: 'sudo trigger-epoch', about: 'ask for an epoch, as the owner', args: [NETUID_ARG], options: [NETUID], needs: WRITE, examples: ['taonet sudo trigger-epoch 1 --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./owner.ts').then(({ runTriggerEpoch }) => runTriggerEpoch) },
  { path: 'sudo stake-burn', aliases: ['sudo buyback'], about: "buy a subnet's alpha and burn it", args: [NETUID_ARG], options: [NETUID, { flags: '-a, --amount <tao>', about: 'for so much' }], needs: WRITE, examples: ['taonet sudo stake-burn 1 --amount 0.01 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./owner.ts').then(({ runStakeBurn }) => runStakeBurn) },
];
