/** A small subnet on a network of development keys that works in every respect, to plant faults in; and the hands to do what answers advise. */

import { Option } from 'commander';
import { expect } from 'vitest';
import { startNode, type RulesName, type RunningNode } from '@taonet/node';
import { connect, devKey, rao, tao, wallet, type CallLike, type DevClient, type Receipt, type Signer } from '@taonet/sdk';
import type { OptionValue } from '../../src/command.ts';
import { ROWS } from '../../src/commands/rows.ts';
import { Output } from '../../src/output.ts';
import { optionsOf, rowFor } from '../../src/program.ts';
import { ask, type Answer, type Question } from '../../src/why/ask.ts';

export const NETUID = 2;
export const OWNER_UID = 0;
/** Uids in the order of registration. */
export const UID = { alice: 1, charlie: 2, miner1: 3, miner2: 4 } as const;

export interface People {
  readonly alice: Signer;
  readonly bob: Signer;
  readonly charlie: Signer;
  readonly eve: Signer;
  readonly ferdie: Signer;
  /** Hotkeys: the owner's, two validators', two miners', and some without a seat. */
  readonly owner: Signer;
  readonly aliceHot: Signer;
  readonly charlieHot: Signer;
  readonly miner1: Signer;
  readonly miner2: Signer;
  readonly newcomer: Signer;
  readonly other: Signer;
}

const URIS: Readonly<Record<keyof People, string>> = {
  alice: '//Alice', bob: '//Bob', charlie: '//Charlie', eve: '//Eve', ferdie: '//Ferdie', owner: '//owner', aliceHot: '//Alice//validator', charlieHot: '//Charlie//validator',
  miner1: '//miner1', miner2: '//miner2', newcomer: '//newcomer', other: '//other',
};

export class Network {
  readonly node: RunningNode;
  readonly client: DevClient;
  readonly people: People;
  #well = 0;

  private constructor(node: RunningNode, client: DevClient, people: People) {
    this.node = node;
    this.client = client;
    this.people = people;
  }

  static async start(rules: RulesName = '2026-06'): Promise<Network> {
    const node = await startNode({ preset: 'dev', rules, build: { fast: true, powFaucet: false }, blockTime: 'manual', port: 0, seed: 1 });
    const client = await connect(node, { wallet: wallet.dev('alice') });
    const keys = await Promise.all(Object.entries(URIS).map(async ([name, uri]) => [name, await devKey(uri)] as const));
    const network = new Network(node, client, Object.fromEntries(keys) as unknown as People);
    await network.#build(rules);
    network.#well = await client.dev.snapshot();
    return network;
  }

  async close(): Promise<void> {
    await this.client.close();
    await this.node.close();
  }

  /** As it was when all was well. */
  async heal(): Promise<void> {
    await this.client.dev.revert(this.#well);
  }

  get S() {
    return this.client.tx.SubtensorModule;
  }

  /** All in one block. refuses: what the chain refuses */
  async send(...list: readonly (readonly [CallLike, Signer])[]): Promise<Receipt[]> {
    const sent = [];
    for (const [call, signer] of list) sent.push(await this.client.call('call' in call ? call.call : call).submit({ signer }));
    await this.client.dev.mine();
    return Promise.all(sent.map(({ receipt }) => receipt));
  }

  sudo(call: CallLike): Promise<Receipt[]> {
    return this.send([this.client.call('call' in call ? call.call : call).sudo(), this.people.alice]);
  }

  async epoch(netuid = NETUID): Promise<void> {
    await this.client.dev.mineUntil({ epochOf: netuid });
  }

  async setWeights(hotkey: Signer, weights: Readonly<Record<number, number>>, netuid = NETUID): Promise<void> {
    await this.send([this.S.set_weights({ netuid, dests: Object.keys(weights).map(Number), weights: Object.values(weights), version_key: 0n }), hotkey]);
  }

  ask(name: Question['name'], who?: number | Signer, more: Partial<Question> = {}): Promise<Answer> {
    return ask(this.client, { name, netuid: NETUID, who: typeof who === 'object' ? who.address : who, ...more });
  }

  /** Does what the answer says, by its own commands. */
  async follow({ cause }: Answer): Promise<void> {
    for (const command of cause!.fix.commands) await this.run(command);
  }

  /** A printed command, run as the program does, with the names that its user has for the keys. */
  async run(command: string): Promise<void> {
    const words = [...command.matchAll(/(?:'[^']*'|[^\s'])+/g)].map(([word]) => this.#named(word.replaceAll("'", ''))).slice(1);
    const row = rowFor(ROWS, words);
    if (row === undefined || words[0] === 'advance' || words[0] === 'fund') return this.#control(words);
    const options: Record<string, OptionValue> = Object.fromEntries(optionsOf(row).map(({ flags, default: value }) => [new Option(flags).attributeName(), value]));
    Object.assign(options, { network: this.node.endpoints[0]!, timeout: 20, yes: true });
    const plain: string[] = [];
    const rest = words.slice(row.path.split(' ').length);
    for (let i = 0; i < rest.length; i++) {
      const word = rest[i]!;
      if (!word.startsWith('--')) plain.push(word);
      else {
        const found = optionsOf(row).map(({ flags }) => new Option(flags)).find(({ long }) => long === word);
        expect(found, `${word} of ${row.path}`).toBeDefined();
        options[found!.attributeName()] = found!.required ? rest[++i]! : true;
      }
    }
    const args = Object.fromEntries((row.args ?? []).map(({ name, many }, i) => [name, many === true ? plain.slice(i) : plain[i]]));
    const run = await row.load();
    await this.client.dev.setBlockTime('instant');
    try {
      await run({ args, options, output: new Output({ json: true, quiet: true }), signal: new AbortController().signal });
    } finally {
      await this.client.dev.setBlockTime('manual');
    }
  }

  /** Time and money, without the program. */
  async #control([verb, first, amount]: readonly string[]): Promise<void> {
    if (verb === 'advance') return void await this.client.dev.mine(Number(first));
    expect(verb).toBe('fund');
    const { address } = await devKey(first!);
    await this.client.dev.setBalance(address, rao((await this.client.balance(address)).free.rao + tao(amount!).rao));
  }

  #named(word: string): string {
    const name = (Object.keys(URIS) as (keyof People)[]).find((one) => this.people[one].address === word);
    return name === undefined ? word : URIS[name];
  }

  async #build(rules: RulesName): Promise<void> {
    const { people } = this;
    const { alice, charlie, eve, aliceHot, charlieHot, miner1, miner2 } = people;
    await FOUND[rules](this);
    const seats: readonly (readonly [Signer, Signer])[] = [[alice, aliceHot], [charlie, charlieHot], [eve, miner1], [eve, miner2]];
    for (const [coldkey, hotkey] of seats) await this.send([this.S.burned_register({ netuid: NETUID, hotkey: hotkey.address }), coldkey]);
    await this.epoch();
    await this.setWeights(aliceHot, { [UID.miner1]: 1, [UID.miner2]: 1 });
    await this.setWeights(charlieHot, { [UID.miner1]: 1, [UID.miner2]: 1 });
    await this.epoch();
    await this.epoch();
  }
}

/** How the subnet comes to be, and admits whoever is to come. */
const FOUND: Readonly<Record<RulesName, (network: Network) => Promise<void>>> = {
  async '2026-06'(network) {
    const { alice, bob, charlie, owner, aliceHot, charlieHot } = network.people;
    const bobHot = await devKey('//Bob//validator');
    // Else all stake of root's validators would be lent to the new subnet's owner.
    await network.send(...([[alice, aliceHot], [bob, bobHot], [charlie, charlieHot]] as const).map(([coldkey, hotkey]) => [network.S.set_auto_parent_delegation_enabled({ hotkey: hotkey.address, enabled: false }), coldkey] as const));
    await network.send([network.S.register_network({ hotkey: owner.address }), bob]);
    await network.send([network.client.startSubnet(NETUID), bob]);
  },
  async '2025-05'(network) {
    const { bob, owner } = network.people;
    await network.send([network.S.register_network({ hotkey: owner.address }), bob]);
    // It must be ten blocks old in this build, and takes three registrations in 360 blocks.
    await network.client.dev.mine(10);
    await network.send([network.client.startSubnet(NETUID), bob]);
    await network.sudo(network.client.tx.AdminUtils.sudo_set_target_registrations_per_interval({ netuid: NETUID, target_registrations_per_interval: 5 }));
  },
};
