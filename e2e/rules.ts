/**
 * The rules of May 2025 as people meet them: the living network under them, with root's alpha sold for TAO in every block; and a chain that goes to today's rules
 * and back while a client stays connected, which learns the other version and goes on staking.
 */

import { connect, devKey, tao, wallet, type DevClient } from '@taonet/sdk';
import { journey, Network, step } from './kit/journey.ts';
import { Living } from './kit/living.ts';

const MINUTE_MS = 60_000;
const [MAY, JUNE] = [273, 425];
const [EMBED, STORE] = [2, 3];
const { address: VALIDATOR } = await devKey('//Alice//validator');

interface Switches {
  readonly rule_set: string;
  readonly pool: string;
  readonly pow_registration: boolean;
  readonly governance: boolean;
}
const MAY_2025: Switches = { rule_set: 'May2025', pool: 'ConstantProduct', pow_registration: true, governance: true };
const JUNE_2026: Switches = { rule_set: 'June2026', pool: 'Weighted', pow_registration: true, governance: true };

interface Price {
  readonly rootAlphaIsSold: boolean;
  readonly parts: { readonly root: { readonly taoRao: string; readonly movesPrice: number } };
}

await journey(async () => {
  await living();
  await changes();
});

async function living(): Promise<void> {
  const up = Living.start('--rules', '2025-05');
  let network: Network | undefined;
  try {
    const { endpoints, subnets } = await up.started(MINUTE_MS);
    step(`the living network under the rules of May 2025 runs after ${up.seconds.toFixed(1)} s: ${subnets.map(({ title }) => title).join(', ')}`, subnets.map(({ netuid }) => netuid), [EMBED, STORE]);
    network = Network.at(endpoints[0]!);
    step('its state says so', await network.query('Rules.Active'), MAY_2025);
    const seconds = await up.told('an epoch has paid on every subnet', MINUTE_MS - up.seconds * 1_000);
    step(`an epoch has paid on both after ${seconds.toFixed(1)} s`, seconds < 60, true);
    for (const netuid of [EMBED, STORE]) await paysRoot(network, netuid);
    await pressesPrice(network);
    const { cause } = await network.json<{ readonly cause: unknown }>(`why no-emission ${EMBED}`);
    step('nothing keeps it from its emission', cause, null);

    const processes = up.processes();
    const { status, left } = await up.interrupt(processes);
    step(`Ctrl-C ends all ${processes.length} processes`, [status, left, processes.length >= 4], [0, [], true]);
  } finally {
    up.kill();
    await network?.stop();
  }
}

/** The first epochs may have run before validators had their permits. */
async function paysRoot(network: Network, netuid: number): Promise<void> {
  const client = await connect(network.url);
  try {
    let paid = 0n;
    for await (const _ of client.blocks({ signal: AbortSignal.timeout(MINUTE_MS) })) {
      paid = (await client.query.SubtensorModule.TaoDividendsPerSubnet.entries(netuid)).reduce((sum, [, rao]) => sum + rao, 0n);
      if (paid > 0n) break;
    }
    step(`the last epoch of subnet ${netuid} paid stake on root τ${(Number(paid) / 1e9).toFixed(6)}`, paid > 0n, true);
  } finally {
    await client.close();
  }
}

async function pressesPrice(network: Network): Promise<void> {
  const { rootAlphaIsSold, parts: { root } } = await network.json<Price>(`why price ${EMBED} --blocks 20`);
  step(`root's alpha is sold in every block: that moved the price of subnet ${EMBED} by ${(100 * root.movesPrice).toFixed(4)} % in 20 blocks`, [rootAlphaIsSold, root.movesPrice < 0, BigInt(root.taoRao) < 0n], [true, true, true]);
}

async function changes(): Promise<void> {
  const network = await Network.start(['--rules', '2025-05', '--block-time', '250ms']);
  const client = await connect(network.url, { wallet: wallet.dev('alice'), dev: true });
  try {
    step('a client connects to a chain of May 2025', specOf(client), MAY);
    await stakes(client, 'under the rules of May 2025');

    await network.json(`tx Rules.set_rules 'switches=${JSON.stringify(JUNE_2026)}' --sudo --wallet-name //Alice`);
    await client.dev.mineUntil({ block: (await client.block()).number + 2 });
    step('root chooses today\'s rules through Sudo; they hold from the next block on', await network.query('Rules.Active'), JUNE_2026);
    await learns(client, JUNE);
    await stakes(client, 'under the rules of June 2026, over the same connection');
    step('the other way round the pools do not fit', await network.refusal(`tx Rules.set_rules 'switches=${JSON.stringify({ ...MAY_2025, pool: 'Weighted' })}' --sudo --wallet-name //Alice`), 'Rules.PoolDoesNotFitRules');

    const when = (await client.block()).number + 12;
    const call = JSON.stringify({ type: 'Rules', value: { type: 'set_rules', value: { switches: MAY_2025 } } });
    await network.json(`tx Scheduler.schedule when=${when} maybe_periodic=null priority=0 'call=${call}' --sudo --wallet-name //Alice`);
    await client.dev.mineUntil({ block: when });
    const before = await (await client.at(when)).query.Rules.Active();
    step(`the way back stands on the schedule for block ${when}: that one still has today's`, before, JUNE_2026);
    await client.dev.mineUntil({ block: when + 1 });
    step('the next one those of May 2025', await (await client.at(when + 1)).query.Rules.Active(), MAY_2025);
    await learns(client, MAY);
    await stakes(client, 'again under the rules of May 2025');

    step('an event says so', (await (await client.at(when + 1)).events()).find('Rules.RulesChanged'), { from: JUNE_2026, to: MAY_2025 });
  } finally {
    await client.close();
    await network.stop();
  }
}

function specOf(client: DevClient): number {
  return client.runtime.version.specVersion;
}

/** Nobody tells it: the node's subscription does. */
async function learns(client: DevClient, version: number): Promise<void> {
  for await (const _ of client.blocks({ signal: AbortSignal.timeout(MINUTE_MS) })) if (specOf(client) === version) break;
  step(`the client that stayed connected knows version ${version}`, specOf(client), version);
}

async function stakes(client: DevClient, how: string): Promise<void> {
  const before = await client.stakeOf({ hotkey: VALIDATOR, netuid: 1 });
  const receipt = await client.tx.SubtensorModule.add_stake({ hotkey: VALIDATOR, netuid: 1, amount_staked: tao('10').rao }).send();
  const after = await client.stakeOf({ hotkey: VALIDATOR, netuid: 1 });
  step(`it stakes 10 TAO ${how}: block ${receipt.block.number}, ${after.rao > before.rao ? 'more' : 'no'} alpha`, after.rao - before.rao > 1_000_000_000n, true);
}
