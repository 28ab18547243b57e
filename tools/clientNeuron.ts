/** Check `neuron`: each official end against our other end. usage: `node tools/run.mjs tools/clientNeuron.ts PYTHON10 PYTHON11` */

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { createAxon, createDendrite, decimal, dict, flag, integer, list, optional, synapse, text } from '@taonet/sdk/neuron';
import type { Axon, AxonAddress, InputOf } from '@taonet/sdk/neuron';
import { keyFromUri, walletReady } from '@taonet/sdk/wallet';

const Echo = synapse('Echo', {
  request: { prompt: text, temperature: decimal, tokens: list(integer), switches: dict(flag), note: optional(text) },
  response: { answer: optional(text), count: optional(integer) },
  hashed: ['prompt', 'temperature', 'tokens', 'switches', 'note'],
});
const Tell = synapse('Tell', { request: { prompt: text }, response: {}, hashed: ['prompt'], stream: 'text' });
const Unheard = synapse('Unheard', { request: {}, response: {} });

/** Bodies whose Python texts are hard: quotes, escapes, exponents, whole floats, nothing. */
const BODIES: readonly InputOf<typeof Echo.request>[] = [
  { prompt: 'hello', temperature: 1, tokens: [1, -2, 3], switches: { fast: true }, note: null },
  { prompt: 'it\'s "naïve" – \u{1f642}\t\n', temperature: 1e-7, tokens: [], switches: {}, note: "don't" },
  { prompt: '', temperature: 123456789012345680000, tokens: [Number.MAX_SAFE_INTEGER], switches: { "a'b": false, 'ü\u200b': true }, note: '\\ \u0001 \u00ad \u{e0001}' },
  { prompt: 'limits', temperature: 0.0001, tokens: [0], switches: { '': false }, note: 'None' },
];

interface Heard {
  readonly status: number;
  readonly message?: string;
  readonly answer?: string;
  readonly count?: number;
}

const [python10, python11] = process.argv.slice(2) as [string, string];
await walletReady();
const ours = keyFromUri('//Alice');
const theirs = keyFromUri('//Bob');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Runs `use` while an official server runs. */
async function withServer(python: string, script: string, mode: string, use: (axon: AxonAddress) => Promise<void>): Promise<void> {
  const port = await freePort();
  const child = spawn(python, [`clients/accept/${script}`, mode, '//Bob', String(port)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('READY')) break;
    await use({ ip: '127.0.0.1', port, hotkey: theirs.address });
  } finally {
    child.stdin.end();
    child.kill();
    await ended;
  }
}

async function withOurAxon<T>(use: (axon: AxonAddress) => Promise<T>): Promise<T> {
  const axon: Axon = createAxon({ key: ours, port: 0, host: '127.0.0.1' })
    .attach(Echo, {
      forward: ({ prompt, tokens }) => ({ answer: prompt.toUpperCase(), count: tokens.length }),
      blacklist: ({ hotkey }, { prompt }) => (prompt === 'refuse me' || hotkey !== theirs.address ? 'asked for it' : undefined),
      priority: () => 1,
    })
    .attach(Tell, {
      async *forward({ prompt }) {
        for (const word of prompt.split(' ')) yield `${word} `;
      },
    });
  try {
    return await use({ ip: '127.0.0.1', port: await axon.listen(), hotkey: ours.address });
  } finally {
    await axon.close();
  }
}

async function ask<T>(python: string, script: string, mode: string, target: object): Promise<T> {
  const { stdout } = await promisify(execFile)(python, [`clients/accept/${script}`, mode, '//Bob', JSON.stringify(target)]);
  return JSON.parse(/^ANSWER (.*)$/m.exec(stdout)![1]!) as T;
}

/** Our dendrite, bittensor 10.5's axon. */
async function officialAxon(): Promise<void> {
  await withServer(python10, 'neuron_peer.py', 'axon', async (axon) => {
    const dendrite = createDendrite({ key: ours });
    for (const body of BODIES) {
      const answer = await dendrite.ask(axon, Echo, body);
      assert.deepEqual([answer.ok, answer.ok ? answer.body : answer], [true, { answer: body.prompt.toUpperCase(), count: body.tokens.length }]);
    }
    const many = await Promise.all(Array.from({ length: 32 }, (_, i) => dendrite.ask(axon, Echo, { ...BODIES[0]!, tokens: Array<number>(i).fill(i) })));
    assert.deepEqual(many.map((answer) => answer.ok && answer.body.count), many.map((_, i) => i));
    const wrong = await dendrite.ask({ ...axon, hotkey: ours.address }, Echo, BODIES[0]!);
    assert.deepEqual([wrong.ok, !wrong.ok && wrong.status], [false, 401]);
    const unheard = await dendrite.ask(axon, Unheard, {});
    assert.deepEqual([unheard.ok, !unheard.ok && unheard.status], [false, 404]);
    let told = '';
    for await (const piece of dendrite.stream(axon, Tell, { prompt: 'one two three' })) told += piece;
    assert.equal(told, 'one two three ');
    dendrite.close();
  });
}

/** bittensor 10.5's dendrite, our axon. */
async function officialDendrite(): Promise<void> {
  const heard = await withOurAxon((axon) => ask<Readonly<Record<'ping' | 'unheard' | 'otherReceiver' | 'refused', Heard>> & { echoes: Heard[]; stream: Heard & { text: string } }>(python10, 'neuron_peer.py', 'dendrite', { ...axon, bodies: BODIES }));
  assert.deepEqual(heard.echoes.map(({ status, answer, count }) => ({ status, answer, count })), BODIES.map(({ prompt, tokens }) => ({ status: 200, answer: prompt.toUpperCase(), count: tokens.length })));
  assert.equal(heard.ping.status, 200);
  assert.equal(heard.unheard.status, 404);
  assert.deepEqual([heard.otherReceiver.status, heard.otherReceiver.message], [401, 'Not Verified with error: Signature mismatch']);
  assert.deepEqual([heard.refused.status, heard.refused.message], [403, 'Forbidden. Key is blacklisted: asked for it.']);
  assert.deepEqual([heard.stream.text, heard.stream.status], ['one two three ', 200]);
}

/** Our dendrite, bittensor 11.3's verifier. */
async function officialBtauthServer(): Promise<void> {
  await withServer(python11, 'btauth_peer.py', 'server', async (axon) => {
    const dendrite = createDendrite({ key: ours, dialect: 'btauth' });
    const answer = await dendrite.ask(axon, Echo, BODIES[1]!);
    assert.deepEqual(answer.ok && answer.body, { answer: BODIES[1]!.prompt.toUpperCase(), count: 0 });
    const edwards = await createDendrite({ key: keyFromUri('//Alice', 'ed25519'), dialect: 'btauth' }).ask(axon, Echo, BODIES[0]!);
    assert.ok(edwards.ok, 'ed25519');
    const wrong = await dendrite.ask({ ...axon, hotkey: ours.address }, Echo, BODIES[0]!);
    assert.deepEqual([wrong.ok, !wrong.ok && wrong.status], [false, 401]);
  });
}

/** bittensor 11.3's signer, our axon. */
async function officialBtauthClient(): Promise<void> {
  const heard = await withOurAxon((axon) => ask<Readonly<Record<'good' | 'replayed' | 'otherBody' | 'otherReceiver' | 'stale', Heard>>>(python11, 'btauth_peer.py', 'client', { ...axon, bodies: BODIES }));
  assert.deepEqual(heard.good, { status: 200, answer: 'HELLO', count: 3 });
  for (const name of ['replayed', 'otherBody', 'otherReceiver', 'stale'] as const) assert.equal(heard[name].status, 401, name);
}

for (const check of [officialAxon, officialDendrite, officialBtauthServer, officialBtauthClient]) {
  await check();
  console.log(`ok   ${check.name}`);
}
