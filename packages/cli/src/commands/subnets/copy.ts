/** `subnets copy`: a subnet that works like another one, with money of its own, on a network of one's own; and what both earn. */

import type { Client, DevClient } from '@taonet/sdk';
import { copySubnet, followEpochs, NOT_COPIED, onClient, PARTIES, type Earnings, type Followed, type Party, type SubnetCopy } from '@taonet/sdk/copy';
import { amountText, percentText } from '../../amounts.ts';
import { netuidOf, wholeNumber, withChain } from '../../chain.ts';
import type { Outcome, Run } from '../../command.ts';
import { ValidationError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { renderTable } from '../../table.ts';

const MILLION = 1_000_000;

export const run: Run = (invocation) => withChain(invocation, async ({ client, wallet, dev }): Promise<Outcome> => {
  const { options, output } = invocation;
  const netuid = netuidOf(invocation);
  const subnet = netuid === 0 ? undefined : await client.subnet(netuid);
  if (subnet === undefined) throw new ValidationError(`There is no subnet ${netuid} to copy.`, 'taonet subnets list');
  const epochs = wholeNumber(options['epochs'], '--epochs', 0);
  const name = typeof options['subnetName'] === 'string' ? options['subnetName'] : `copy of ${subnet.identity?.name || subnet.name || `subnet ${netuid}`}`;
  await dev();
  if (options['dryRun'] === true) return plan(client, netuid, name);
  // With developer controls there, it is that kind of client.
  const own = client as DevClient;
  const signer = await wallet.coldkey();
  const hotkey = (await wallet.hotkeypub()).address;
  const history = options['history'] === 'live' ? 'live' : 'zero';
  output.doing(`copying subnet ${netuid}`);
  const copy = await onClient(own, copySubnet({ netuid, owner: signer.address, hotkey, name, history }), { signer });
  if (epochs === 0) return { data: copyJson(copy), words: copyWords(copy) };
  output.doing(`making blocks until subnet ${copy.netuid} has had ${epochs} epochs`);
  const followed = await onClient(own, followEpochs({ netuids: [netuid, copy.netuid], epochs }));
  return { data: copyJson(copy, followed), words: `${copyWords(copy)}\n\n${earningsWords(copy, followed, output.columns)}` };
});

async function plan(client: Client, netuid: number, name: string): Promise<Outcome> {
  const { COPIED_PARAMETERS } = await import('@taonet/sdk/copy');
  const [graph, rows, lock, { free }] = await Promise.all([client.metagraph(netuid), client.query.SubtensorModule.Weights.entries(netuid), client.api.SubnetRegistrationRuntimeApi.get_network_registration_cost(), client.balance()]);
  const parameters = COPIED_PARAMETERS.length + 2;
  return {
    data: { dryRun: true, original: netuid, name, neurons: graph.length, weightRows: rows.length, parameters, lockRao: lock, balanceRao: free.rao },
    words: `Would register a subnet for τ${amountText(lock, 9)} (the balance is τ${amountText(free.rao)}) and give it ${parameters} settings, ${graph.length} neurons and ${rows.length} rows of weights of subnet ${netuid}.`,
  };
}

function copyJson({ uids, cost, ...copy }: SubnetCopy, followed?: Followed): unknown {
  return {
    dryRun: false, ...copy, cost, neurons: [...uids].map(([uid, uidInCopy]) => ({ uid, uidInCopy })), notCopied: Object.keys(NOT_COPIED),
    earnings: followed === undefined ? null : { ...followed, subnets: followed.subnets.map(earningsJson) },
  };
}

const earningsJson = ({ alpha, rootRao, exit, exitAllRao, ...rest }: Earnings): unknown => ({ ...rest, alphaRao: alpha, rootTaoRao: rootRao, exitRao: exit, exitAllRao });

const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

function copyWords({ original, netuid, name, history, parameters, uids, left, weightRows, weightsLost, ownerRow, cost }: SubnetCopy): string {
  return [
    `Subnet ${netuid}, "${name}", works like subnet ${original} and is marked as its copy.`,
    'Copied',
    `  ${parameters.length} settings`,
    `  ${plural(uids.size, 'neuron', 'neurons')}, registered again with their own keys${left.length === 0 ? '' : `; not ${left.map(shown).join(', ')}, of which nobody is the owner`}`,
    `  ${plural(weightRows, 'row', 'rows')} of weights${weightsLost === 0 ? '' : `; ${weightsLost} weights were for who is not here`}${ownerRow ? "; the copy's own hotkey thinks what all agree on" : ''}`,
    'Not copied',
    ...Object.keys(NOT_COPIED).map((reason) => `  ${reason}`),
    `  the average price begins ${history === 'zero' ? "at 0, as upstream's rules have it" : 'at the first price, as the developer network has it'}`,
    'Cost',
    `  registration τ${amountText(cost.lockRao, 9)}, places τ${amountText(cost.placesRao, 9)} (at the opening price, as if they came in their own time), fees τ${amountText(cost.feesRao, 9)}`,
    `  together τ${amountText(cost.totalRao, 9)}`,
  ].join('\n');
}

const NAMES: Readonly<Record<Party, string>> = { miners: 'miners', validators: 'validators', owner: 'owner', root: 'root stakers' };

interface Line {
  readonly what: string;
  readonly of: (earnings: Earnings) => string;
}

/** Root's stakers are paid in alpha today, in TAO in May 2025. */
const LINES: readonly Line[] = [
  { what: 'epochs', of: ({ epochs }) => String(epochs) },
  { what: 'share of emission', of: ({ shareMillionths }) => percentText(Number(shareMillionths) / MILLION, 4) },
  { what: 'TAO in', of: ({ taoInRao }) => amountText(taoInRao, 6) },
  { what: 'alpha price before, TAO', of: ({ priceBeforeRao }) => amountText(priceBeforeRao, 6) },
  { what: 'alpha price after, TAO', of: ({ priceAfterRao }) => amountText(priceAfterRao, 6) },
  ...PARTIES.flatMap((party): Line[] => [{ what: `${NAMES[party]}, alpha`, of: ({ alpha }) => amountText(alpha[party], 6) }, { what: `${NAMES[party]}, TAO on exit`, of: (earnings) => amountText(partyTao(earnings, party), 6) }]),
  { what: 'all at once, TAO on exit', of: ({ exitAllRao, rootRao }) => amountText(exitAllRao + rootRao, 6) },
];

const partyTao = ({ exit, rootRao }: Earnings, party: Party): bigint => exit[party] + (party === 'root' ? rootRao : 0n);

function earningsWords({ original, netuid, cost }: SubnetCopy, { from, to, subnets }: Followed, width: number): string {
  const [first, second] = [subnets[0]!, subnets[1]!];
  const table = renderTable(LINES, [
    { head: `blocks ${from + 1} to ${to}`, cell: ({ what }) => what },
    { head: `subnet ${original}`, align: 'right', cell: ({ of }) => of(first) },
    { head: `copy ${netuid}`, align: 'right', cell: ({ of }) => of(second) },
  ], width);
  return [
    table.trimEnd(),
    `The copy cost τ${amountText(cost.totalRao, 6)}; its owner could sell what it earned for τ${amountText(second.exit.owner, 6)}.`,
    `The chain put τ${amountText(second.taoInRao, 6)} into it: whatever more its participants take out was paid in with registration and places.`,
  ].join('\n');
}
