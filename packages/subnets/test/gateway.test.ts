/** The official `openai` client against the gateway, over workers that are really there. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbedSubnet, createGateway, createStoreSubnet, createUseLite, USE_LITE, type Behaviour, type MinerRoute, type OrganicSample, type SubnetKind } from '../src/index.ts';

const folder = await mkdtemp(join(tmpdir(), 'taonet-gateway-'));
const organic: OrganicSample[] = [];
let server: ServerType;
let base: string;
let client: OpenAI;

async function miner(kind: SubnetKind, uid: number, behaviour: Behaviour): Promise<MinerRoute> {
  const worker = await kind.createWorker(behaviour, String(uid));
  return {
    netuid: 2, uid, hotkey: `hotkey-${uid}`,
    ask: async (request) => ({ body: await worker.answer(request), receipt: 'receipt' }),
  };
}

const unreachable: MinerRoute = { netuid: 2, uid: 9, hotkey: 'hotkey-9', ask: () => Promise.reject(new Error('connection refused')) };
/** Answers in another shape than was asked for. */
const confused: MinerRoute = { netuid: 2, uid: 8, hotkey: 'hotkey-8', ask: () => Promise.resolve({ body: { vectors: [] }, receipt: '' }) };

beforeAll(async () => {
  const [embed, store] = [createEmbedSubnet(createUseLite), createStoreSubnet(join(folder, 'shards'))];
  const routes: Record<string, readonly MinerRoute[]> = {
    embed: [unreachable, confused, await miner(embed, 1, 'honest')],
    store: [await miner(store, 3, 'honest'), unreachable, await miner(store, 4, 'honest')],
  };
  const gateway = createGateway({
    miners: { best: (subnet) => routes[subnet] ?? [] },
    models: { [USE_LITE]: 'embed', smollm2: 'chat' },
    apiKeys: ['good'],
    requestsPerMinute: 40,
    objectsFolder: join(folder, 'objects'),
    onOrganic: (sample) => organic.push(sample),
  });
  await new Promise<void>((ready) => {
    server = serve({ fetch: gateway.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      base = `http://127.0.0.1:${port}/v1`;
      ready();
    });
  });
  client = new OpenAI({ baseURL: base, apiKey: 'good', maxRetries: 0 });
});

afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await rm(folder, { recursive: true, force: true });
});

describe('gateway', () => {
  it('lists the models that somebody serves', async () => {
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual([USE_LITE]);
    expect(await client.models.retrieve(USE_LITE)).toMatchObject({ owned_by: 'taonet-embed' });
  });

  it('embeds, past miners that fail, and says who did it', async () => {
    const { data, response } = await client.embeddings.create({ model: USE_LITE, input: ['the cat sat', 'a cat was sitting', 'tax law'] }).withResponse();
    const [a, b, c] = data.data.map(({ embedding }) => embedding) as [number[], number[], number[]];
    const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
    expect(a).toHaveLength(512);
    expect(dot(a, b)).toBeGreaterThan(dot(a, c));
    expect(data.usage).toEqual({ prompt_tokens: 9, total_tokens: 9 });
    expect(response.headers.get('x-taonet-uid')).toBe('1');
    expect(response.headers.get('x-taonet-receipt')).toBe('receipt');
    const floats = await client.embeddings.create({ model: USE_LITE, input: 'the cat sat', encoding_format: 'float' });
    expect(Math.fround(floats.data[0]!.embedding[0]!)).toBe(Math.fround(a[0]!));
  });

  it('lets a request count in scoring only when its sender says so', async () => {
    organic.length = 0;
    await client.embeddings.create({ model: USE_LITE, input: 'private' });
    expect(organic).toEqual([]);
    await client.embeddings.create({ model: USE_LITE, input: 'public' }, { headers: { 'x-taonet-score': 'allow' } });
    expect(organic).toMatchObject([{ subnet: 'embed', uid: 1, request: { inputs: ['public'] } }]);
  });

  it('invents no text where no chat model is', async () => {
    await expect(client.chat.completions.create({ model: 'smollm2', messages: [{ role: 'user', content: 'hi' }] })).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
    await expect(client.chat.completions.create({ model: 'gpt', messages: [{ role: 'user', content: 'hi' }] })).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
  });

  it('refuses in the dialect', async () => {
    await expect(client.embeddings.create({ model: 'other', input: 'x' })).rejects.toMatchObject({ status: 404, code: 'model_not_found', param: 'model' });
    await expect(client.embeddings.create({ model: USE_LITE, input: [] })).rejects.toMatchObject({ status: 400, param: 'input' });
    await expect(new OpenAI({ baseURL: base, apiKey: 'bad', maxRetries: 0 }).models.list()).rejects.toMatchObject({ status: 401 });
    expect(await (await fetch(`${base}/nothing`)).json()).toMatchObject({ error: { code: 'unknown_route' } });
    expect((await fetch(`${base}/embeddings`, { method: 'POST', body: '[', headers: { authorization: 'Bearer good' } })).status).toBe(400);
  });

  it('keeps files, encrypted, and gives them back', async () => {
    const headers = { authorization: 'Bearer good', 'content-type': 'image/png' };
    const file = Uint8Array.from({ length: 700_001 }, (_, i) => i % 251);
    const kept = await fetch(`${base}/objects/holiday/one.png`, { method: 'PUT', body: file, headers });
    expect(await kept.json()).toEqual({ object: 'file', name: 'holiday/one.png', bytes: 700_001, shards: 3, copies: 2 });
    const back = await fetch(`${base}/objects/holiday/one.png`, { headers });
    expect(back.headers.get('content-type')).toBe('image/png');
    expect(Buffer.compare(Buffer.from(await back.arrayBuffer()), file)).toBe(0);
    expect(await (await fetch(`${base}/objects/holiday/one.png`, { method: 'DELETE', headers })).json()).toMatchObject({ deleted: true });
    expect((await fetch(`${base}/objects/holiday/one.png`, { headers })).status).toBe(404);
  });

  it('counts usage, and stops who asks too often', async () => {
    const headers = { authorization: 'Bearer good' };
    const usage = await (await fetch(`${base}/usage`, { headers })).json() as { requests: number };
    expect(usage).toMatchObject({ bytesStored: 700_001 });
    let last: Response | undefined;
    for (let i = usage.requests; i <= 40; i += 1) last = await fetch(`${base}/usage`, { headers });
    expect(last!.status).toBe(429);
    expect(Number(last!.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
