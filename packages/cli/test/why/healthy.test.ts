import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RulesName } from '@taonet/node';
import { Network, UID } from './network.ts';

const networks = new Map<RulesName, Network>();
const RULES: readonly RulesName[] = ['2026-06', '2025-05'];
beforeAll(async () => { for (const rules of RULES) networks.set(rules, await Network.start(rules)); });
afterAll(async () => { for (const network of networks.values()) await network.close(); });

test.each(RULES)('where nothing is wrong under the rules of %s, every question says so', async (rules) => {
  const network = networks.get(rules)!;
  const { people } = network;
  for (const answer of [
    await network.ask('no-emission'), await network.ask('no-emission', UID.miner1), await network.ask('no-emission', UID.alice),
    await network.ask('no-incentive', UID.miner1), await network.ask('no-dividends', UID.alice), await network.ask('no-dividends', people.aliceHot, { netuid: 0 }),
    await network.ask('no-weights', people.charlieHot), await network.ask('no-permit', UID.alice), await network.ask('no-stake', people.miner1, { coldkey: people.bob.address }),
    await network.ask('no-registration', people.newcomer, { coldkey: people.eve.address }), await network.ask('pruned', UID.miner2),
  ]) {
    expect({ question: answer.question.name, cause: answer.cause?.cause, actual: answer.cause?.actual }).toEqual({ question: answer.question.name, cause: undefined, actual: undefined });
    expect(answer.well).not.toBe('');
    expect(answer.passed.length).toBeGreaterThan(1);
  }
});
