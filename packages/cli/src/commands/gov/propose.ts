/** `gov propose`, `gov execute`: what members of the triumvirate do. */

import type { Client, Transaction } from '@taonet/sdk';
import { wanted, wholeNumber, withChain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { toJson } from '../../output.ts';
import { runWrite } from '../../write.ts';
import { typedCall } from '../chain/tx.ts';
import { callText, ensureGoverned } from './motions.ts';

const MOTION_MS = 12n * 60n * 60n * 1000n;

/** The shortest time that a vote may stay open, 12 hours, in blocks of this chain. */
const leastDuration = ({ runtime }: Client): number => Number(MOTION_MS / (runtime.constant('Aura', 'SlotDuration') as bigint));

/** The call that was typed, as root by the senate's majority unless `--plain`. */
async function proposalOf(client: Client, invocation: Invocation): Promise<Transaction> {
  ensureGoverned(client);
  const call = await typedCall(client, invocation, wanted(invocation, 'name', 'taonet gov propose AdminUtils.sudo_set_tempo netuid=1 tempo=20'));
  return invocation.options['plain'] === true ? call : client.tx.SubtensorModule.sudo({ call: call.call });
}

export const runPropose: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client } = chain;
  const proposal = await proposalOf(client, invocation);
  const duration = wholeNumber(invocation.options['duration'], '--duration', leastDuration(client));
  return runWrite(invocation, chain, {
    what: `Proposes ${callText(proposal.call)}`,
    write: client.tx.Triumvirate.propose({ proposal: proposal.call, length_bound: client.runtime.encodeCall(proposal.call).length, duration }),
    tell: (receipt) => {
      const proposed = receipt.find('Triumvirate.Proposed');
      if (proposed === undefined) return {};
      const { proposal_index: index, proposal_hash: hash, threshold } = proposed;
      return { result: { index, hash, threshold, end: receipt.block.number + duration }, words: `Proposal ${index} (${hash}): ${threshold} senators must agree. taonet gov vote ${index} yes` };
    },
  });
});

export const runExecute: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client } = chain;
  ensureGoverned(client);
  const proposal = await typedCall(client, invocation, wanted(invocation, 'name', 'taonet gov execute System.remark remark=hello'));
  return runWrite(invocation, chain, {
    what: `Makes ${callText(proposal.call)} as one member of the triumvirate`,
    write: client.tx.Triumvirate.execute({ proposal: proposal.call, length_bound: client.runtime.encodeCall(proposal.call).length }),
    tell: (receipt) => {
      const executed = receipt.find('Triumvirate.MemberExecuted');
      if (executed === undefined) return {};
      return { result: { hash: executed.proposal_hash, outcome: toJson(executed.result) }, words: outcomeText(client, executed.result) };
    },
  });
});

type Outcome = { readonly type: 'Ok' } | { readonly type: 'Err'; readonly value: { readonly kind: string; readonly index?: number; readonly error?: number } };

/** What came of an inner call, whose refusal does not refuse the call around it. */
export function outcomeText({ runtime }: Client, outcome: Outcome): string {
  if (outcome.type === 'Ok') return 'The call was made.';
  const { kind, index, error } = outcome.value;
  return `The call was refused: ${index === undefined ? kind : runtime.errorName(index, error!)}.`;
}
