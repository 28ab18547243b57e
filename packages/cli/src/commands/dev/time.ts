/** `advance`, `trigger epoch`: blocks and time, on a network of one's own. */

import { netuidFrom, netuidOf, wholeNumber, withChain } from '../../chain.ts';
import type { Outcome, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { runWrite } from '../../write.ts';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function milliseconds(text: string): number {
  const found = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
  if (found === null) throw new UsageError(`${text} is not a time.`, '--time 90s, 12h or 1d');
  return Math.round(Number(found[1]) * UNITS[found[2]!]!);
}

export const runAdvance: Run = (invocation) => withChain(invocation, async ({ dev, client }): Promise<Outcome> => {
  const { args, options, output } = invocation;
  const controls = await dev();
  const before = await client.block();
  if (typeof options['time'] === 'string') await controls.increaseTime(milliseconds(options['time']));
  output.doing('making blocks');
  const target = options['toEpoch'] !== undefined ? { epochOf: netuidFrom(String(options['toEpoch'])) } : options['toBlock'] !== undefined ? { block: wholeNumber(options['toBlock'], '--to-block') } : undefined;
  const blocks = wholeNumber(args['blocks'], 'blocks', 1);
  const after = target === undefined ? await controls.mine(blocks) : await controls.mineUntil(target);
  return { data: { from: before.number, to: after.number, hash: after.hash }, words: `Block ${after.number}, ${after.number - before.number} further${target !== undefined && 'epochOf' in target ? `: an epoch of subnet ${target.epochOf} has run` : ''}.` };
});

export const runTriggerEpoch: Run = (invocation) => withChain(invocation, async (chain): Promise<Outcome> => {
  const netuid = netuidOf(invocation);
  const { client } = chain;
  // Where blocks cannot be made by request, the owner can ask the chain for an epoch.
  if (!await client.view.connection.has('dev_mineUntil')) {
    return runWrite(invocation, chain, { what: `Asks for an epoch of subnet ${netuid}`, write: client.tx.SubtensorModule.trigger_epoch({ netuid }) });
  }
  const before = await client.metagraph(netuid);
  if (invocation.options['dryRun'] === true) {
    const next = await client.api.SubnetInfoRuntimeApi.get_next_epoch_start_block({ netuid });
    return { data: { dryRun: true, netuid, block: before.block, nextEpochBlock: next === undefined ? null : Number(next) }, words: `Would make blocks until the epoch of subnet ${netuid} at block ${String(next ?? 'unknown')}; now it is ${before.block}.` };
  }
  invocation.output.doing('making blocks until the epoch');
  const at = await (await chain.dev()).mineUntil({ epochOf: netuid });
  const after = await client.metagraph(netuid);
  return { data: { dryRun: false, netuid, block: at.number, emissionAlphaRao: after.neurons.reduce((sum, { emission }) => sum + emission.rao, 0n) }, words: `Epoch of subnet ${netuid} at block ${at.number}. ${topLine(after.neurons)}` };
});

function topLine(neurons: readonly { readonly hotkey: string; readonly uid: number; readonly emission: { readonly rao: bigint; toString(): string } }[]): string {
  const best = [...neurons].sort((a, b) => Number(b.emission.rao - a.emission.rao))[0];
  return best === undefined || best.emission.rao === 0n ? 'Nobody earned anything: taonet why no-emission' : `Most went to uid ${best.uid} (${shown(best.hotkey)}): ${best.emission.toString()}`;
}
