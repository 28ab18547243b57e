/** `wallet overview`: the wallet's neurons; `wallet inspect`: its coldkey, stakes and neurons. */

import type { Neuron, Reads } from '@taonet/sdk';
import { amountText } from '../../amounts.ts';
import { netuidFrom, withChain } from '../../chain.ts';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { setting } from '../../settings.ts';
import { shown } from '../../names.ts';
import { renderTable } from '../../table.ts';
import { walletOf } from '../../wallets.ts';

interface Own {
  readonly wallet: string;
  readonly coldkey: string;
}

/** One wallet, or with `--all` every wallet there is. */
async function walletsWanted(invocation: Invocation): Promise<readonly Own[]> {
  const { options } = invocation;
  if (options['all'] !== true) {
    const wallet = walletOf(invocation);
    return [{ wallet: wallet.name, coldkey: (await wallet.coldkeypub()).address }];
  }
  const { listWallets } = await import('@taonet/sdk/wallet');
  return (await listWallets(setting('walletPath', invocation))).flatMap(({ name, coldkey }) => (coldkey === undefined ? [] : [{ wallet: name, coldkey }]));
}

async function neuronsOf(reads: Reads, coldkeys: readonly string[], netuids: readonly number[] | undefined): Promise<{ neuron: Neuron; block: number }[]> {
  const all = netuids ?? (await reads.subnets()).map(({ netuid }) => netuid);
  const graphs = await Promise.all(all.map((netuid) => reads.metagraph(netuid)));
  return graphs.flatMap((graph) => [...graph].filter(({ coldkey }) => coldkeys.includes(coldkey)).map((neuron) => ({ neuron, block: graph.block })));
}

const neuronJson = ({ neuron: { netuid, uid, hotkey, coldkey, active, validatorPermit, incentive, dividends, consensus, emission, alphaStake, taoStake, lastUpdate, axon } }: { neuron: Neuron }): object => ({
  netuid, uid, hotkey, coldkey, active, validatorPermit, incentive, dividends, consensus, emissionAlphaRao: emission.rao, stakeAlphaRao: alphaStake.rao, stakeTaoRao: taoStake.rao, lastUpdate, axon: axon === undefined ? null : `${axon.ip}:${axon.port}`,
});

export const runOverview: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const { options, output } = invocation;
  const wallets = await walletsWanted(invocation);
  const reads = await client.at();
  const netuids = typeof options['netuids'] === 'string' ? options['netuids'].split(',').map(netuidFrom) : undefined;
  const coldkeys = wallets.map(({ coldkey }) => coldkey);
  const [neurons, balances] = await Promise.all([neuronsOf(reads, coldkeys, netuids), reads.balances(coldkeys)]);
  const data = {
    wallets: wallets.map((own, i) => ({ ...own, freeRao: balances[i]!.free.rao })),
    neurons: neurons.map(neuronJson),
  };
  const heads = wallets.map(({ wallet, coldkey }, i) => `${wallet}  ${coldkey}  free τ${amountText(balances[i]!.free.rao)}`).join('\n');
  const table = neurons.length === 0 ? 'No neurons. One is registered by: taonet subnets register 1' : renderTable(neurons, [
    { head: 'subnet', align: 'right', cell: ({ neuron }) => String(neuron.netuid) },
    { head: 'uid', align: 'right', cell: ({ neuron }) => String(neuron.uid) },
    { head: 'hotkey', cell: ({ neuron }) => neuron.hotkey, dropFirst: 2 },
    { head: 'role', cell: ({ neuron }) => `${neuron.validatorPermit ? 'validator' : 'miner'}${neuron.active ? '' : ', idle'}` },
    { head: 'stake α', align: 'right', cell: ({ neuron }) => amountText(neuron.alphaStake.rao) },
    { head: 'incentive', align: 'right', cell: ({ neuron }) => neuron.incentive.toFixed(5) },
    { head: 'dividends', align: 'right', cell: ({ neuron }) => neuron.dividends.toFixed(5) },
    { head: 'emission α', align: 'right', cell: ({ neuron }) => amountText(neuron.emission.rao, 6) },
    { head: 'updated, blocks ago', align: 'right', cell: ({ neuron, block }) => String(block - neuron.lastUpdate), dropFirst: 1 },
  ], output.columns);
  return { data, words: `${heads}\n${table}` };
});

export const runInspect: Run = (invocation) => withChain(invocation, async ({ client }): Promise<Outcome> => {
  const wallets = await walletsWanted(invocation);
  const reads = await client.at();
  const coldkeys = wallets.map(({ coldkey }) => coldkey);
  const [neurons, balances, stakes] = await Promise.all([neuronsOf(reads, coldkeys, undefined), reads.balances(coldkeys), Promise.all(coldkeys.map((coldkey) => reads.stakes(coldkey)))]);
  const data = wallets.map((own, i) => ({
    ...own, freeRao: balances[i]!.free.rao,
    stakes: stakes[i]!.map(({ hotkey, netuid, stake, isRegistered }) => ({ hotkey, netuid, stakeAlphaRao: stake.rao, isRegistered })),
    neurons: neurons.filter(({ neuron }) => neuron.coldkey === own.coldkey).map(neuronJson),
  }));
  const words = wallets.map(({ wallet, coldkey }, i) => [
    `${wallet}  ${coldkey}  free τ${amountText(balances[i]!.free.rao)}`,
    ...stakes[i]!.map(({ hotkey, netuid, stake }) => `  stake ${stake.toString()} on ${shown(hotkey)} in subnet ${netuid}`),
    ...neurons.filter(({ neuron }) => neuron.coldkey === coldkey).map(({ neuron }) => `  neuron ${neuron.uid} in subnet ${neuron.netuid}, ${neuron.validatorPermit ? 'validator' : 'miner'}, emission ${neuron.emission.toString()}`),
  ].join('\n')).join('\n');
  return { data: { wallets: data }, words };
});
