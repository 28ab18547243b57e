/** What a subnet's owner does with it: create, start, identity, symbol; and what that takes. */

import { amountText } from '../../amounts.ts';
import { netuidOf, wanted, withChain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { runWrite } from '../../write.ts';

/** Option and field of the chain. */
const FIELDS = [
  ['subnetName', 'subnet_name'], ['repo', 'github_repo'], ['contact', 'subnet_contact'], ['url', 'subnet_url'],
  ['discord', 'discord'], ['description', 'description'], ['logoUrl', 'logo_url'], ['additionalInfo', 'additional'],
] as const;

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : '');

const isNamed = ({ options }: Invocation): boolean => FIELDS.some(([option]) => options[option] !== undefined);

export const runCreate: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client, wallet } = chain;
  const hotkey = (await wallet.hotkeypub()).address;
  const cost = await client.api.SubnetRegistrationRuntimeApi.get_network_registration_cost();
  const identity = isNamed(invocation) ? Object.fromEntries(FIELDS.map(([option, field]) => [field, bytes(invocation.options[option])])) : undefined;
  return runWrite(invocation, chain, {
    what: `Creates a subnet with hotkey ${shown(hotkey)} for about τ${amountText(cost)}`,
    write: identity === undefined ? client.registerSubnet({ hotkey }) : client.call({ type: 'SubtensorModule', value: { type: 'register_network_with_identity', value: { hotkey, identity } } }),
    tell: (receipt) => {
      const [netuid] = receipt.find('SubtensorModule.NetworkAdded') ?? [undefined];
      return { result: { netuid: netuid ?? null, costRao: cost }, words: `It is subnet ${String(netuid)}. Next: taonet subnets start ${String(netuid)}` };
    },
  });
});

export const runBurnCost: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const cost = await client.api.SubnetRegistrationRuntimeApi.get_network_registration_cost();
  return { data: { costRao: cost }, words: `A new subnet costs τ${amountText(cost, 9)} now.` };
});

export const runStart: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  return runWrite(invocation, chain, { what: `Starts subnet ${netuid}`, write: chain.client.startSubnet(netuid) });
});

export const runCheckStart: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const netuid = netuidOf(invocation);
  const reads = await client.at();
  const { SubtensorModule: S } = reads.query;
  const [first, registered, delay, { number }] = await Promise.all([S.FirstEmissionBlockNumber(netuid), S.NetworkRegisteredAt(netuid), S.StartCallDelay(), reads.block()]);
  const from = Number(registered + delay);
  const started = first !== undefined;
  const words = started ? `Subnet ${netuid} is started: it emits from block ${String(first)} on.` : number >= from ? `Subnet ${netuid} can be started now: taonet subnets start ${netuid}` : `Subnet ${netuid} can be started from block ${from} on, in ${from - number} blocks.`;
  return { data: { netuid, started, firstEmissionBlock: first === undefined ? null : Number(first), canStartFrom: from, block: number, canStart: !started && number >= from }, words };
});

export const runSetIdentity: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  if (!isNamed(invocation)) throw new UsageError('What should the identity say?', '--subnet-name NAME --url URL …');
  const before = (await chain.client.subnet(netuid))?.identity;
  const kept = [before?.name, before?.github, before?.contact, before?.url, before?.discord, before?.description, before?.logo, before?.additional];
  const value = { netuid, ...Object.fromEntries(FIELDS.map(([option, field], i) => [field, bytes(invocation.options[option] ?? kept[i])])) };
  return runWrite(invocation, chain, { what: `Sets the identity of subnet ${netuid}`, write: chain.client.call({ type: 'SubtensorModule', value: { type: 'set_subnet_identity', value } }) });
});

export const runGetIdentity: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const netuid = netuidOf(invocation);
  const identity = (await client.subnet(netuid))?.identity;
  const words = identity === undefined ? `Subnet ${netuid} has no identity.` : Object.entries(identity).filter(([, value]) => value !== '').map(([name, value]) => `${name.padEnd(12)} ${value}`).join('\n');
  return { data: { netuid, identity: identity ?? null }, words };
});

export const runSetSymbol: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const symbol = wanted(invocation, 'symbol', 'taonet subnets set-symbol 1 ب');
  return runWrite(invocation, chain, { what: `Gives subnet ${netuid} the symbol ${symbol}`, write: chain.client.tx.SubtensorModule.update_symbol({ netuid, symbol: bytes(symbol) }) });
});
