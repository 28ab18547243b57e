/** Commands on weights. */

import type { ArgumentRow, CommandRow, OptionRow } from '../../command.ts';
import { list, object, whole } from '../../schema.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';
import { NETUID, NETUID_ARG } from '../subnets/rows.ts';

const WRITE = ['chain', 'wallet', 'write'] as const;
const SCORES: ArgumentRow = { name: 'scores', about: 'uid=score or hotkey=score, any scale', optional: true, many: true };
const SHARED: readonly OptionRow[] = [
  NETUID,
  { flags: '-u, --uids <list>', about: 'uids, with commas' },
  { flags: '--weights <list>', about: 'their scores, with commas' },
  { flags: '--mechanism <number>', about: 'of this mechanism', default: 0, spellings: ['--mechid', '--mech-id', '--mechanism-id'] },
  { flags: '--version-key <number>', about: "of the validator's code; the subnet's own unless given", spellings: ['--version_key'] },
];
const KEEP: OptionRow = { flags: '--keep <file>', about: 'where what reveals the commit is kept' };
const SALT: OptionRow = { flags: '--salt <list>', about: 'the salt of the commit, with commas' };

export const WEIGHTS_ROWS: readonly CommandRow[] = [
  {
    path: 'weights set', about: "set a validator's weights the way the subnet wants them", args: [NETUID_ARG, SCORES], options: [...SHARED, { flags: '--path <way>', about: 'another way than the usual one', choices: ['plain', 'hash', 'timelock'] }, KEEP], needs: WRITE,
    examples: ['taonet weights set 1 1=0.5 2=0.5 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./set.ts').then(({ runSet }) => runSet),
  },
  { path: 'weights commit', about: 'commit weights by their hash', args: [NETUID_ARG, SCORES], options: [...SHARED, KEEP], needs: WRITE, examples: ['taonet weights commit 1 1=1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./set.ts').then(({ runCommit }) => runCommit) },
  { path: 'weights reveal', about: 'reveal what was committed', args: [NETUID_ARG, SCORES], options: [...SHARED, SALT, KEEP], needs: WRITE, examples: ['taonet weights reveal 1 --uids 0 --weights 1 --salt 1,2,3,4,5,6,7,8 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./set.ts').then(({ runReveal }) => runReveal) },
  {
    path: 'weights show', aliases: ['weights list'], about: 'who gives whom how much', args: [NETUID_ARG], options: [NETUID, SHARED[3]!], needs: ['chain'], examples: ['taonet weights show 1'],
    schema: object({ netuid: whole, mechanism: whole, block: whole, rows: list(object({ uid: whole, weights: list(object({ uid: whole, value: whole })) })) }), load: () => import('./show.ts').then(({ run }) => run),
  },
];
