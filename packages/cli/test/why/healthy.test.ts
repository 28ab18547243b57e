import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network, UID } from './network.ts';

let network: Network;
beforeAll(async () => { network = await Network.start(); });
afterAll(() => network.close());

test('where nothing is wrong, every question says so', async () => {
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
