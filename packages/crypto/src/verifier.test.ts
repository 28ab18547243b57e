import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { SignatureScheme } from '@taonet/primitives';
import { keyFromUri } from './keyring.ts';
import { createVerifier } from './verifier.ts';
import type { Verifier } from './verifier.ts';
import { cryptoReady } from './wasm.ts';

const SCHEMES: readonly SignatureScheme[] = ['sr25519', 'ed25519', 'ecdsa'];

/** Good and bad signatures of all schemes at once, each answered for its own job. */
async function exercise(verifier: Verifier): Promise<void> {
  await cryptoReady();
  const jobs = Array.from({ length: 60 }, (_, i) => {
    const scheme = SCHEMES[i % 3]!;
    const key = keyFromUri(`//Signer//${i % 5}`, scheme);
    const message = Uint8Array.of(i, 1, 2);
    const signature = key.sign(message);
    const good = i % 4 !== 0;
    return { good, asked: verifier.verify(scheme, good ? message : Uint8Array.of(i), i % 8 === 0 ? signature.subarray(1) : signature, key.publicKey) };
  });
  expect(await Promise.all(jobs.map(({ asked }) => asked))).toEqual(jobs.map(({ good }) => good));
}

describe('verifier', () => {
  it('without threads', async () => {
    const verifier = createVerifier({ workers: 0 });
    await exercise(verifier);
    expect(verifier.counts).toEqual({ inProcess: 60, inWorkers: 0 });
    await verifier.close();
  });

  it('with two threads: all answers come from them once they are up', async () => {
    const verifier = createVerifier({ workers: 2 });
    await verifier.warmUp();
    await exercise(verifier);
    expect(verifier.counts).toEqual({ inProcess: 0, inWorkers: 60 });
    await verifier.close();
  }, 30_000);

  it('answers before the thread is up, and starts it meanwhile', async () => {
    const verifier = createVerifier({ workers: 1 });
    await exercise(verifier);
    await verifier.warmUp();
    await exercise(verifier);
    expect(verifier.counts.inProcess + verifier.counts.inWorkers).toBe(120);
    expect(verifier.counts.inWorkers).toBeGreaterThanOrEqual(60);
    await verifier.close();
  }, 30_000);

  it('refuses: after close, also what was on its way', async () => {
    const verifier = createVerifier({ workers: 1 });
    await verifier.warmUp();
    const asked = verifier.verify('sr25519', new Uint8Array(1), new Uint8Array(64), new Uint8Array(32));
    const closing = verifier.close();
    await expect(asked).rejects.toMatchObject({ code: 'VerifierClosed' });
    await closing;
    await expect(verifier.verify('sr25519', new Uint8Array(1), new Uint8Array(64), new Uint8Array(32))).rejects.toMatchObject({ code: 'VerifierClosed' });
  }, 30_000);

  it('from a bundle, with the worker file beside it, and the process ends by itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verifier-'));
    const source = fileURLToPath(new URL('.', import.meta.url));
    const main = join(folder, 'main.ts');
    writeFileSync(main, `
      import { createVerifier, cryptoReady, keyFromUri } from ${JSON.stringify(join(source, 'index.ts'))};
      await cryptoReady();
      const key = keyFromUri('//Alice');
      const verifier = createVerifier({ workers: 2 });
      await verifier.warmUp();
      const message = Uint8Array.of(1, 2, 3);
      const answers = await Promise.all([verifier.verify('sr25519', message, key.sign(message), key.publicKey), verifier.verify('sr25519', message, key.sign(Uint8Array.of(1)), key.publicKey)]);
      console.log(JSON.stringify({ answers, counts: verifier.counts }));
    `);
    await build({
      entryPoints: { taonet: main, verifyWorker: join(source, 'verifyWorker.ts') },
      outdir: folder, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', minify: true,
      mainFields: ['module', 'main'], conditions: ['module', 'import'], alias: { '@polkadot/wasm-util': join(source, 'wasmUtil.ts') },
    });
    const printed = execFileSync(process.execPath, [join(folder, 'taonet.mjs')], { encoding: 'utf8', timeout: 20_000 });
    rmSync(folder, { recursive: true });
    expect(JSON.parse(printed)).toEqual({ answers: [true, false], counts: { inProcess: 0, inWorkers: 2 } });
  }, 30_000);
});
