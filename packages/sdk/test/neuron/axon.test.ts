import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createDendrite, createSealingKeys, refuse, synapse, text, verifyReceipt } from '../../src/neuron/index.ts';
import type { Axon, AxonAddress, Dialect, StreamEnd } from '../../src/neuron/index.ts';
import { keyFromUri, walletReady } from '../../src/wallet/index.ts';
import { Count, Echo, Tell, openEnds, tapped } from './ends.ts';
import type { Ends } from './ends.ts';

beforeAll(walletReady);

let ends: Ends | undefined;
afterEach(() => ends?.close());

const echo = (axon: Axon): Axon => axon.attach(Echo, { forward: ({ prompt, times }) => ({ answer: prompt.repeat(times), score: 0.5 }) });
const tell = (axon: Axon): Axon => axon.attach(Tell, {
  async *forward({ prompt }) {
    for (const word of prompt.split(' ')) yield `${word} `;
  },
}).attach(Count, {
  async *forward({ to }) {
    for (let n = 1; n <= to; n++) yield { n, squares: [n * n] };
  },
});
const all = (axon: Axon): Axon => tell(echo(axon));

describe.each(['sdk10', 'btauth', 'sealed'] as const)('%s', (dialect: Dialect) => {
  const open = (attach: (axon: Axon) => void = all): Promise<Ends> => openEnds(attach, { sealing: createSealingKeys() }, { dialect });

  test('asks, is answered, and holds a receipt that anyone can check', async () => {
    ends = await open();
    const answer = await ends.dendrite.ask(ends.at, Echo, { prompt: 'it\'s "é"', times: 2 });
    expect(answer).toMatchObject({ ok: true, hotkey: ends.at.hotkey, body: { answer: 'it\'s "é"it\'s "é"', score: 0.5 } });
    const receipt = answer.ok ? answer.receipt! : undefined!;
    expect(verifyReceipt(receipt)).toBe(true);
    expect(verifyReceipt({ ...receipt, answerHash: receipt.answerHash.replace(/^./, 'z') })).toBe(false);
    expect(verifyReceipt({ ...receipt, miner: receipt.caller })).toBe(false);
  });

  test('streams text and typed pieces, receipts at the end', async () => {
    ends = await open();
    const pieces: unknown[] = [];
    const stream = ends.dendrite.stream(ends.at, Count, { to: 3 });
    let next = await stream.next();
    for (; next.done !== true; next = await stream.next()) pieces.push(next.value);
    expect(pieces).toEqual([{ n: 1, squares: [1] }, { n: 2, squares: [4] }, { n: 3, squares: [9] }]);
    const { receipt } = next.value as StreamEnd;
    expect(verifyReceipt(receipt!)).toBe(true);
    let told = '';
    for await (const piece of ends.dendrite.stream(ends.at, Tell, { prompt: 'one zwei třι' })) told += piece;
    expect(told).toBe('one zwei třι ');
  });

  test('statuses: unknown synapse, wrong receiver, blacklisted, refused and broken handlers', async () => {
    const errors: unknown[] = [];
    ends = await openEnds((axon) => {
      axon.attach(Echo, {
        forward: ({ prompt }) => {
          if (prompt === 'none') throw refuse(404, 'model_not_found');
          throw new TypeError('secret detail');
        },
        blacklist: ({ hotkey }, { prompt }) => (prompt === 'no' ? `not you, ${hotkey.slice(0, 2)}` : undefined),
      });
    }, { sealing: createSealingKeys(), onError: (error) => errors.push(error) }, { dialect });
    const { dendrite, at } = ends;
    const statusOf = async (to: AxonAddress, prompt: string): Promise<unknown> => {
      const answer = await dendrite.ask(to, Echo, { prompt });
      return answer.ok ? 200 : [answer.status, answer.message.replace(/#.*/, '')];
    };
    expect(await statusOf(at, 'no')).toEqual([403, 'Forbidden. Key is blacklisted: not you, 5D.'].map((part) => (typeof part === 'string' ? part.replace('5D', keyFromUri('//Validator').address.slice(0, 2)) : part)));
    expect(await statusOf(at, 'none')).toEqual([404, 'model_not_found']);
    expect(await statusOf(at, 'broken')).toEqual([500, 'Internal Server Error ']);
    expect(errors.map(String)).toEqual(['TypeError: secret detail']);
    expect(await statusOf({ ...at, hotkey: keyFromUri('//Other').address }, 'x')).toEqual([401, expect.stringContaining('Not Verified')]);
    const unknown = await dendrite.ask(at, synapse('Unheard', { request: { a: text }, response: {} }), { a: 'x' });
    expect(unknown).toMatchObject({ ok: false, status: 404 });
    await expect(dendrite.stream(at, Tell, { prompt: 'x' }).next()).rejects.toMatchObject({ code: 'AskFailed', facts: { status: 404 } });
  });

  test('a caller that gives up is noticed by the handler', async () => {
    let heard: AbortSignal | undefined;
    const stop = new AbortController();
    ends = await open((axon) => axon.attach(Echo, {
      forward: (_body, { signal }) => {
        heard = signal;
        queueMicrotask(() => stop.abort());
        return new Promise(() => undefined);
      },
    }));
    expect(await ends.dendrite.ask(ends.at, Echo, { prompt: 'x' }, { signal: stop.signal })).toMatchObject({ ok: false, status: 499 });
    if (!heard!.aborted) await once(heard!, 'abort');
  });

  test('a handler that takes longer than the caller gives', async () => {
    ends = await open((axon) => axon.attach(Echo, { forward: () => new Promise(() => undefined) }));
    expect(await ends.dendrite.ask(ends.at, Echo, { prompt: 'x' }, { timeoutMs: 60 })).toMatchObject({ ok: false, status: 408 });
  });

  test('many at the same time, each its own answer', async () => {
    ends = await openEnds(all, { sealing: createSealingKeys(), limits: { concurrent: 64 } }, { dialect });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ends!.dendrite.ask(ends!.at, Echo, { prompt: `${i};` })));
    expect(answers.map((answer) => answer.ok && answer.body.answer)).toEqual(answers.map((_, i) => `${i};`));
  });
});

describe('sealed requests', () => {
  const SECRET = 'the prompt nobody on the way may read';

  test.each([['sealed', false], ['sdk10', true]] as const)('%s: plaintext on the wire: %s', async (dialect, readable) => {
    ends = await openEnds(all, { sealing: createSealingKeys() }, { dialect });
    const wire = await tapped(ends.at);
    const answer = await ends.dendrite.ask(wire.at, Echo, { prompt: SECRET, times: 2 });
    expect(answer).toMatchObject({ ok: true, body: { answer: SECRET + SECRET } });
    let told = '';
    for await (const piece of ends.dendrite.stream(wire.at, Tell, { prompt: SECRET })) told += piece;
    expect(told.trim()).toBe(SECRET);
    const seen = wire.bytes().toString('latin1');
    expect(seen.length).toBeGreaterThan(1000);
    for (const word of ['nobody', 'prompt', 'Echo', 'Tell']) expect([word, seen.includes(word)]).toEqual([word, readable]);
    expect(seen.includes(Buffer.from(SECRET).toString('base64').slice(4, 24))).toBe(false);
    wire.close();
  });

  test('auto: sealed to miners with a key, plain to others', async () => {
    let via = '';
    ends = await openEnds((axon) => axon.attach(Echo, { forward: (_body, { caller }) => ({ answer: (via = caller.via) }) }), { sealing: createSealingKeys() });
    await ends.dendrite.ask(ends.at, Echo, { prompt: '' });
    expect(via).toBe('sealed');
    await ends.dendrite.ask({ ...ends.at, sealingKey: undefined }, Echo, { prompt: '' });
    expect(via).toBe('sdk10');
  });

  test('to a key that is not the miner\'s: not opened', async () => {
    ends = await openEnds(all, { sealing: createSealingKeys() });
    expect(await ends.dendrite.ask({ ...ends.at, sealingKey: createSealingKeys().publicKey }, Echo, { prompt: '' })).toMatchObject({ ok: false, status: 400 });
  });
});

describe('limits and order', () => {
  test('each caller its own: too many a minute, too many at once', async () => {
    let now = 1_800_000_000_000;
    ends = await openEnds(echo, { limits: { perMinute: 3 }, nowMs: () => now }, { nowMs: () => now });
    const { dendrite, at } = ends;
    const statuses = async (count: number): Promise<number[]> => {
      const out: number[] = [];
      for (let i = 0; i < count; i++) {
        const answer = await dendrite.ask(at, Echo, { prompt: 'x' });
        out.push(answer.ok ? 200 : answer.status);
      }
      return out;
    };
    expect(await statuses(4)).toEqual([200, 200, 200, 429]);
    const other = createDendrite({ key: keyFromUri('//Other'), nowMs: () => now });
    expect((await other.ask(at, Echo, { prompt: 'x' })).ok).toBe(true);
    other.close();
    now += 20_000;
    expect(await statuses(2)).toEqual([200, 429]);
  });

  test('greater priority goes first; the least is displaced when the queue is full', async () => {
    const order: string[] = [];
    const gates: (() => void)[] = [];
    let arrived = 0;
    ends = await openEnds((axon) => axon.attach(Echo, {
      forward: ({ prompt }) => {
        order.push(prompt);
        return new Promise((resolve) => gates.push(() => resolve({ answer: prompt })));
      },
      priority: (_caller, { times }) => {
        arrived += 1;
        return times;
      },
    }), { concurrency: 1, waitingMax: 2 });
    const { dendrite, at } = ends;
    const asked: Promise<{ ok: boolean }>[] = [];
    for (const [prompt, times] of [['first', 0], ['low', 1], ['high', 9], ['middle', 5]] as const) {
      asked.push(dendrite.ask(at, Echo, { prompt, times }));
      while (arrived < asked.length) await new Promise(setImmediate);
    }
    expect(await asked[1]).toMatchObject({ ok: false, status: 503 });
    for (let i = 0; i < 3; i++) {
      while (gates.length <= i) await new Promise(setImmediate);
      gates[i]!();
    }
    expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([true, false, true, true]);
    expect(order).toEqual(['first', 'high', 'middle']);
  });
});

describe('what official clients would send', () => {
  const raw = async (at: AxonAddress, headers: Record<string, string>, body = '{"prompt":"x"}', path = '/Echo'): Promise<{ status: number; body: string }> => {
    const sent = request({ host: at.ip, port: at.port, path, method: 'POST', headers });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    let text = '';
    for await (const part of response) text += String(part);
    return { status: response.statusCode!, body: text };
  };

  test('refuses: no signature, an empty one, a replay, another body, a body too large, no JSON', async () => {
    ends = await openEnds(echo, { bodyMaxBytes: 4096 });
    const wire = await tapped(ends.at);
    await ends.dendrite.ask(wire.at, Echo, { prompt: 'x' });
    const [head, body] = wire.bytes().toString('latin1').split('\r\n\r\n') as [string, string];
    const headers = Object.fromEntries(head.split('\r\n').slice(1).map((line) => line.split(': ') as [string, string]).filter(([name]) => /^(name|timeout|bt_|computed)/.test(name)));
    const sent = body.slice(0, body.indexOf('HTTP/1.1'));
    const fresh = { ...headers, bt_header_dendrite_uuid: 'other' };
    expect((await raw(ends.at, headers, sent)).status).toBe(401);
    expect((await raw(ends.at, { ...fresh, bt_header_dendrite_signature: '' }, sent)).body).toContain('Missing Signature');
    expect((await raw(ends.at, fresh, sent)).body).toContain('Signature mismatch');
    expect((await raw(ends.at, {}, sent)).status).toBe(401);
    expect((await raw(ends.at, headers, 'x'.repeat(5000))).status).toBe(413);
    expect((await raw(ends.at, {}, '', '/')).status).toBe(404);
    wire.close();
    await ends.close();
    // begun anew, it does not know what it accepted a moment ago
    ends = await openEnds(echo, { nowMs: () => Date.now() + 1 });
    const again = await raw(ends.at, headers, sent);
    expect([again.status, again.body]).toEqual([401, expect.stringContaining('has begun since') as string]);
    const later = createDendrite({ key: keyFromUri('//Validator'), nowMs: () => Date.now() + 2 });
    expect((await later.ask(ends.at, Echo, { prompt: 'x' })).ok).toBe(true);
    later.close();
  });
});

test('an axon that announced nothing, and one that is gone', async () => {
  ends = await openEnds(echo);
  const { dendrite, at } = ends;
  expect(await dendrite.ask({ ...at, ip: '0.0.0.0', port: 0 }, Echo, { prompt: 'x' })).toMatchObject({ ok: false, status: 503 });
  await ends.axon.close();
  expect(await dendrite.ask(at, Echo, { prompt: 'x' })).toMatchObject({ ok: false, status: 503 });
});
