import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PushHandlers, PushHub, createAxon, createDendrite, dialOut, refuse, runMiner, runValidator } from '../../src/neuron/index.ts';
import type { Miner, Round, ValidatorEvent } from '../../src/neuron/index.ts';
import { keyFromUri, walletReady } from '../../src/wallet/index.ts';
import { Echo } from './ends.ts';
import { MemoryChain } from './memoryChain.ts';

beforeAll(walletReady);

const closers: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const minerKey = (name: string): ReturnType<typeof keyFromUri> => keyFromUri(`//${name}`);

async function mineWith(chain: MemoryChain, name: string, answer: (prompt: string) => string): Promise<Miner> {
  const miner = await runMiner({
    client: chain.clientOf(minerKey(name).address),
    key: minerKey(name),
    netuid: 1,
    ip: '127.0.0.1',
    port: 0,
    syncBlocks: 1,
    axon: { host: '127.0.0.1' },
    attach: (axon) => axon.attach(Echo, { forward: ({ prompt }) => ({ answer: answer(prompt) }) }),
  });
  closers.push(() => miner.close());
  return miner;
}

/** Events one by one. */
function listener(): { hear: (event: ValidatorEvent) => void; next: (what: ValidatorEvent['what']) => Promise<ValidatorEvent> } {
  const heard: ValidatorEvent[] = [];
  let wake = (): void => undefined;
  return {
    hear: (event) => {
      heard.push(event);
      wake();
    },
    async next(what) {
      for (;;) {
        const at = heard.findIndex((event) => event.what === what);
        if (at >= 0) {
          const [event] = heard.splice(0, at + 1).slice(-1);
          return event!;
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

const judge = async ({ ask }: Round): Promise<ReadonlyMap<number, number>> => {
  const answers = await ask(Echo, (miner) => ({ prompt: `for ${miner.uid}` }));
  return new Map(answers.map(({ miner, answer }) => [miner.uid, answer.ok && answer.body.answer === `FOR ${miner.uid}` ? 1 : 0]));
};

describe('miner and validator', () => {
  let validator: ReturnType<typeof keyFromUri>;
  beforeAll(() => {
    validator = keyFromUri('//Validator');
  });
  const setUp = (): MemoryChain => {
    const chain = new MemoryChain();
    chain.register(validator.address, true);
    for (const name of ['Good', 'Lazy']) chain.register(minerKey(name).address);
    return chain;
  };

  test('announce, ask, score, set weights late in the epoch; after a restart nothing is lost or said twice', async () => {
    const chain = setUp();
    const statePath = await mkdtemp(join(tmpdir(), 'taonet-validator-'));
    closers.push(() => rm(statePath, { recursive: true }));
    const good = await mineWith(chain, 'Good', (prompt) => prompt.toUpperCase());
    await mineWith(chain, 'Lazy', () => 'always this');
    expect(chain.neurons[1]).toMatchObject({ ip: '127.0.0.1', port: good.port });
    expect(chain.neurons[1]!.sealingKey).toHaveLength(32);
    const start = async (): Promise<{ events: ReturnType<typeof listener>; close: () => Promise<void>; scores: () => unknown }> => {
      const events = listener();
      const running = await runValidator({ client: chain.clientOf(validator.address), key: validator, netuid: 1, statePath, round: judge, roundBlocks: 5, onEvent: events.hear });
      closers.push(() => running.close());
      return { events, close: () => running.close(), scores: () => running.scores.entries().map(({ uid, score }) => [uid, score]) };
    };
    const first = await start();
    expect(await first.events.next('round')).toMatchObject({ block: 1, scores: new Map([[1, 1], [2, 0]]) });
    expect(await first.events.next('waits')).toMatchObject({ fromBlock: 16 });
    chain.mine(15);
    expect(await first.events.next('weights')).toMatchObject({ block: 16, weights: new Map([[1, 65535]]) });
    await first.close();
    const second = await start();
    expect(second.scores()).toEqual([[1, 1], [2, 0]]);
    expect(await second.events.next('waits')).toMatchObject({ reason: 'set already in this epoch' });
    expect(chain.weights).toHaveLength(1);
  });

  test('a UID that changes hands starts anew; a miner whose UID is gone is not asked', async () => {
    const chain = setUp();
    await mineWith(chain, 'Good', (prompt) => prompt.toUpperCase());
    const events = listener();
    const running = await runValidator({ client: chain.clientOf(validator.address), key: validator, netuid: 1, round: judge, roundBlocks: 1, onEvent: events.hear });
    closers.push(() => running.close());
    await events.next('round');
    chain.replace(1, { hotkey: minerKey('Other').address, ip: '0.0.0.0', port: 0 });
    chain.mine();
    expect(await events.next('changed')).toMatchObject({ changes: [{ uid: 1, was: minerKey('Good').address, now: minerKey('Other').address }] });
    expect(await events.next('round')).toMatchObject({ scores: new Map() });
    expect(running.scores.entries()).toEqual([]);
  });

  test('a round or weights that fail are events; weights are tried again', async () => {
    const chain = setUp();
    await mineWith(chain, 'Good', (prompt) => prompt.toUpperCase());
    chain.mine(16);
    chain.failNext = new TypeError('the node is away');
    const events = listener();
    let rounds = 0;
    const running = await runValidator({
      client: chain.clientOf(validator.address), key: validator, netuid: 1, roundBlocks: 1, onEvent: events.hear,
      round: (round) => (++rounds === 2 ? Promise.reject(new TypeError('broken judge')) : judge(round)),
    });
    closers.push(() => running.close());
    expect(await events.next('failed')).toMatchObject({ doing: 'weights', block: 17 });
    chain.mine();
    expect(await events.next('failed')).toMatchObject({ doing: 'round', block: 18 });
    expect(await events.next('waits')).toMatchObject({ reason: 'the last attempt failed', fromBlock: 22 });
    chain.mine(4);
    expect(await events.next('weights')).toMatchObject({ block: 22 });
  });

  test('nobody answers: refused with a reason, no equal weights', async () => {
    const chain = setUp();
    chain.mine(17);
    const events = listener();
    const running = await runValidator({ client: chain.clientOf(validator.address), key: validator, netuid: 1, round: judge, onEvent: events.hear });
    closers.push(() => running.close());
    expect(await events.next('refused')).toMatchObject({ refusal: 'NothingScored' });
    expect(chain.weights).toEqual([]);
  });

  test('a miner lets validators in, others not; strangers do not crash it', async () => {
    const chain = setUp();
    chain.register(minerKey('Peer').address);
    const { port, roster } = await mineWith(chain, 'Good', (prompt) => prompt);
    const at = { ip: '127.0.0.1', port, hotkey: minerKey('Good').address };
    const statusOf = async (name: string): Promise<unknown> => {
      const dendrite = createDendrite({ key: minerKey(name) });
      const answer = await dendrite.ask(at, Echo, { prompt: 'x' });
      dendrite.close();
      return answer.ok ? 200 : answer.message;
    };
    expect([await statusOf('Validator'), await statusOf('Peer'), await statusOf('Stranger')]).toEqual([200, 'Forbidden. Key is blacklisted: no validator permit.', 'Forbidden. Key is blacklisted: unknown hotkey.']);
    expect(roster.find(minerKey('Peer').address)!.uid).toBe(3);
  });

  test('refuses: a hotkey without UID', async () => {
    const chain = setUp();
    await expect(runMiner({ client: chain.clientOf('x'), key: minerKey('Stranger'), netuid: 1, ip: '127.0.0.1', attach: () => undefined })).rejects.toMatchObject({ code: 'NotRegistered' });
    await expect(runValidator({ client: chain.clientOf('x'), key: minerKey('Stranger'), netuid: 1, round: judge })).rejects.toMatchObject({ code: 'NotRegistered' });
  });
});

describe('push-style miners', () => {
  test('dial in, are asked as if they served; failures, strangers\' answers and silence are told', async () => {
    const key = keyFromUri('//Validator');
    const axon = createAxon({ key, port: 0, host: '127.0.0.1' });
    const hub = new PushHub(axon, ({ hotkey }) => (hotkey === minerKey('Thief').address ? 'not here' : undefined));
    const at = { ip: '127.0.0.1', port: await axon.listen(), hotkey: key.address };
    closers.push(() => axon.close());
    const stop = new AbortController();
    const handlers = new PushHandlers().on(Echo, ({ prompt }) => {
      if (prompt === 'no') throw refuse(503, 'overloaded');
      return { answer: prompt.toUpperCase() };
    });
    const dialing = dialOut({ key: minerKey('Good'), hub: at, handlers, signal: stop.signal });
    closers.push(async () => (stop.abort(), dialing));
    const hotkey = minerKey('Good').address;
    const many = await Promise.all(['a', 'b', 'c'].map((prompt) => hub.ask(hotkey, Echo, { prompt })));
    expect(many.map((answer) => answer.ok && answer.body.answer)).toEqual(['A', 'B', 'C']);
    expect(await hub.ask(hotkey, Echo, { prompt: 'no' })).toMatchObject({ ok: false, status: 503, message: 'overloaded' });
    expect(await hub.ask(minerKey('Absent').address, Echo, { prompt: 'x' }, { timeoutMs: 20 })).toMatchObject({ ok: false, status: 408 });
    const thief = createDendrite({ key: minerKey('Thief') });
    const { Pull } = await import('../../src/neuron/run/pushHub.ts');
    expect(await thief.ask(at, Pull, { wait_ms: 10 })).toMatchObject({ ok: false, status: 403 });
    thief.close();
  });
});
