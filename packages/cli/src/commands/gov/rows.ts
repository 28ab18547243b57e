/** Commands of the bodies that governed in May 2025. */

import type { CommandRow } from '../../command.ts';
import { anything, flag, list, object, orNull, text, whole } from '../../schema.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';

const WRITE = ['chain', 'wallet', 'write'] as const;
const NAME = { name: 'name', about: 'Pallet.call, as taonet tx lists them' } as const;
const VALUES = { name: 'values', about: 'name=value, or by position', optional: true, many: true } as const;
const PROPOSAL_ARG = { name: 'proposal', about: 'index, hash, or the first letters of the hash', optional: true } as const;
const PROPOSAL = { flags: '--proposal <proposal>', about: 'the same as the argument', spellings: ['--proposal-hash'] } as const;

export const GOV_ROWS: readonly CommandRow[] = [
  {
    path: 'gov list', aliases: ['sudo senate', 'sudo proposals'], about: 'who sits in triumvirate and senate, and what is open', needs: ['chain'], examples: ['taonet gov list'],
    schema: object({
      block: whole, governs: flag, triumvirate: list(text), senate: list(text), prime: orNull(text),
      proposals: list(object({ index: whole, hash: text, call: text, args: anything, lengthBytes: whole, threshold: whole, ayes: list(text), nays: list(text), end: whole, standing: { enum: ['approved', 'dropped', 'open', 'over'] } })),
    }),
    load: () => import('./list.ts').then(({ run }) => run),
  },
  {
    path: 'gov propose', about: 'put a call to the vote of the senate, to be made as root; for members of the triumvirate', args: [NAME, VALUES],
    options: [{ flags: '--duration <blocks>', about: 'how long the vote may last; 12 hours unless given' }, { flags: '--plain', about: 'the call itself, made in the name of the majority and not as root' }], needs: WRITE,
    examples: ['taonet gov propose AdminUtils.sudo_set_tempo netuid=1 tempo=20 --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./propose.ts').then(({ runPropose }) => runPropose),
  },
  {
    path: 'gov vote', aliases: ['sudo senate-vote', 'sudo senate_vote'], about: "vote with a senator's hotkey", args: [PROPOSAL_ARG, { name: 'vote', about: 'yes or no', optional: true }],
    options: [PROPOSAL, { flags: '--vote-aye', about: 'yes', spellings: ['--aye'] }, { flags: '--vote-nay', about: 'no', spellings: ['--nay'] }], needs: WRITE,
    examples: ['taonet gov vote 0 yes --wallet-name //Dave --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./decide.ts').then(({ runVote }) => runVote),
  },
  {
    path: 'gov close', about: 'end a vote as root: what was approved is made, the rest is dropped', args: [PROPOSAL_ARG], options: [PROPOSAL], needs: WRITE,
    examples: ['taonet gov close 0 --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./decide.ts').then(({ runClose }) => runClose),
  },
  {
    path: 'gov execute', about: 'make a call in the name of one member of the triumvirate', args: [NAME, VALUES], needs: WRITE,
    examples: ['taonet gov execute System.remark remark=hello --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./propose.ts').then(({ runExecute }) => runExecute),
  },
  {
    path: 'gov seat', about: "ask for a senator's seat for a hotkey on root; with --add, --remove or --instead-of root changes seats", args: [{ name: 'account', about: "whose seat; the wallet's hotkey unless given", optional: true }],
    options: [
      { flags: '--body <body>', about: 'which seats', choices: ['senate', 'triumvirate'], default: 'senate' }, { flags: '--add', about: 'root seats the account' }, { flags: '--remove', about: 'root takes the seat away' },
      { flags: '--instead-of <account>', about: 'root gives it this one\'s seat' },
    ],
    needs: WRITE, examples: ['taonet gov seat //Alice//validator --wallet-name //Alice --dry-run', 'taonet gov seat //One --add --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./seat.ts').then(({ run }) => run),
  },
];
