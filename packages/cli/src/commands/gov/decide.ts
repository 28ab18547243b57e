/** `gov vote`, `gov close`: what becomes of a proposal. */

import { wanted, withChain, type Chain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { toJson } from '../../output.ts';
import { runWrite } from '../../write.ts';
import { callText, ensureGoverned, motionOf, type Motion } from './motions.ts';
import { outcomeText } from './propose.ts';

async function meant(invocation: Invocation, { client }: Chain): Promise<Motion> {
  ensureGoverned(client);
  return motionOf(client, wanted(invocation, 'proposal', 'taonet gov list shows what is open'));
}

const YES: readonly string[] = ['yes', 'aye', 'y', 'true'];
const NO: readonly string[] = ['no', 'nay', 'n', 'false'];

function approval({ args, options }: Invocation): boolean {
  if (options['voteAye'] === true) return true;
  if (options['voteNay'] === true) return false;
  const word = String(args['vote'] ?? '').toLowerCase();
  if (!YES.includes(word) && !NO.includes(word)) throw new UsageError('Yes or no?', 'taonet gov vote 0 yes');
  return YES.includes(word);
}

export const runVote: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client, wallet } = chain;
  const { index, hash, call } = await meant(invocation, chain);
  const approve = approval(invocation);
  const hotkey = (await wallet.hotkeypub()).address;
  return runWrite(invocation, chain, {
    what: `Votes ${approve ? 'yes' : 'no'} with ${shown(hotkey)} on proposal ${index}: ${callText(call)}`,
    write: client.tx.SubtensorModule.vote({ hotkey, proposal: hash, index, approve }),
    tell: (receipt) => {
      const voted = receipt.find('Triumvirate.Voted');
      return voted === undefined ? {} : { result: { index, hash, approve, yes: voted.yes, no: voted.no }, words: `${voted.yes} yes, ${voted.no} no.` };
    },
  });
});

export const runClose: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client } = chain;
  const { index, hash, call, lengthBytes } = await meant(invocation, chain);
  const { weight } = await client.api.TransactionPaymentCallApi.query_call_info({ call, len: lengthBytes });
  const close = client.tx.Triumvirate.close({ proposal_hash: hash, index, proposal_weight_bound: weight, length_bound: lengthBytes });
  return runWrite(invocation, chain, {
    what: `Closes proposal ${index}: ${callText(call)}`,
    write: close.sudo(),
    tell: (receipt) => {
      const [closed, executed] = [receipt.find('Triumvirate.Closed'), receipt.find('Triumvirate.Executed')];
      const approved = receipt.events.has('Triumvirate.Approved');
      const count = closed === undefined ? '' : ` with ${closed.yes} yes and ${closed.no} no`;
      return {
        result: { index, hash, approved, yes: closed?.yes ?? null, no: closed?.no ?? null, outcome: executed === undefined ? null : toJson(executed.result) },
        words: `${approved ? 'Approved' : 'Dropped'}${count}.${executed === undefined ? '' : ` ${outcomeText(client, executed.result)}`}`,
      };
    },
  });
});
