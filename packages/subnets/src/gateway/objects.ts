/** `/v1/objects/NAME`: files kept on the Store subnet, encrypted before they leave, each copy under a key of its own. */

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import { merkleRoot } from '../store/merkle.ts';
import type { GatewayCore } from './gatewayCore.ts';
import type { MinerRoute } from './miners.ts';
import { OpenAiError } from './openAiError.ts';

const SHARD_BYTES = 256 << 10;
const COPIES = 2;
const MAX_OBJECT_BYTES = 64 << 20;
/** Of AES-256-GCM, in front of each shard's bytes. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Copy {
  readonly hotkey: string;
  readonly id: string;
}

interface Manifest {
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
  /** Hex; keys of single copies are derived from it. */
  readonly secret: string;
  readonly shards: readonly (readonly Copy[])[];
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** No two miners hold the same bytes, so that none can answer with another's. */
function keyOf(secret: string, hotkey: string, shard: number): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), hotkey, `taonet object shard ${shard}`, 32));
}

function seal(plain: Uint8Array, key: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

function unseal(bytes: Buffer, key: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

export class Objects {
  readonly #core: GatewayCore;
  readonly #best: () => readonly MinerRoute[];
  readonly #folder: string;

  constructor(core: GatewayCore, best: () => readonly MinerRoute[], folder: string) {
    this.#core = core;
    this.#best = best;
    this.#folder = folder;
  }

  async put(context: Context, name: string): Promise<Response> {
    const key = this.#core.admit(context);
    const bytes = Buffer.from(await context.req.arrayBuffer());
    if (bytes.length > MAX_OBJECT_BYTES) throw new OpenAiError(413, 'object_too_large', `An object has at most ${MAX_OBJECT_BYTES} bytes.`);
    const secret = hex(randomBytes(32));
    const shards: Copy[][] = [];
    for (let start = 0; start < Math.max(1, bytes.length); start += SHARD_BYTES) {
      shards.push(await this.#keep(bytes.subarray(start, start + SHARD_BYTES), secret, shards.length));
    }
    await this.#forget(key, name);
    const contentType = context.req.header('content-type') ?? 'application/octet-stream';
    await this.#write(key, { name, size: bytes.length, contentType, secret, shards });
    this.#core.usage.add(key, { bytesStored: bytes.length });
    return context.json({ object: 'file', name, bytes: bytes.length, shards: shards.length, copies: Math.min(...shards.map((copies) => copies.length)) }, 201);
  }

  async get(context: Context, name: string): Promise<Response> {
    const key = this.#core.admit(context);
    const manifest = await this.#read(key, name);
    const parts: Buffer[] = [];
    for (const [i, copies] of manifest.shards.entries()) parts.push(await this.#recall(copies, manifest.secret, i));
    return context.body(Uint8Array.from(Buffer.concat(parts)), 200, { 'content-type': manifest.contentType, 'content-length': String(manifest.size) });
  }

  async drop(context: Context, name: string): Promise<Response> {
    const key = this.#core.admit(context);
    await this.#read(key, name);
    await this.#forget(key, name);
    return context.json({ object: 'file', name, deleted: true });
  }

  async #keep(plain: Uint8Array, secret: string, shard: number): Promise<Copy[]> {
    const copies: Copy[] = [];
    const reasons: string[] = [];
    for (const miner of this.#best()) {
      if (copies.length === COPIES) break;
      const sealed = seal(plain, keyOf(secret, miner.hotkey, shard));
      const id = hex(merkleRoot(sealed));
      try {
        const { body } = await miner.ask({ op: 'put', id, bytes: sealed.toString('base64') }, {});
        if ((body as { held?: unknown } | null)?.held === true) copies.push({ hotkey: miner.hotkey, id });
        else reasons.push('full');
      } catch (error) {
        reasons.push(error instanceof Error ? error.message : String(error));
      }
    }
    if (copies.length === 0) throw new OpenAiError(503, 'nobody_stores', `No miner took the file: ${[...new Set(reasons)].join('; ') || 'none is there'}.`);
    return copies;
  }

  async #recall(copies: readonly Copy[], secret: string, shard: number): Promise<Buffer> {
    const reasons: string[] = [];
    for (const { hotkey, id } of copies) {
      const miner = this.#best().find((candidate) => candidate.hotkey === hotkey);
      if (miner === undefined) {
        reasons.push(`${hotkey} is gone`);
        continue;
      }
      try {
        const { body } = await miner.ask({ op: 'get', id }, {});
        const bytes = Buffer.from(String((body as { shard?: unknown } | null)?.shard), 'base64');
        if (hex(merkleRoot(bytes)) !== id) throw new Error('the bytes came back changed');
        return unseal(bytes, keyOf(secret, hotkey, shard));
      } catch (error) {
        reasons.push(error instanceof Error ? error.message : String(error));
      }
    }
    throw new OpenAiError(503, 'object_lost', `Shard ${shard} cannot be read: ${reasons.join('; ')}.`);
  }

  /** One manifest for each key and name; names never become paths. */
  #path(key: string, name: string): string {
    return join(this.#folder, `${Buffer.from(hkdfSync('sha256', key, name, 'taonet object manifest', 32)).toString('hex')}.json`);
  }

  async #read(key: string, name: string): Promise<Manifest> {
    const text = await readFile(this.#path(key, name), 'utf8').catch(() => undefined);
    if (text === undefined) throw new OpenAiError(404, 'object_not_found', `There is no object ${JSON.stringify(name)}.`);
    return JSON.parse(text) as Manifest;
  }

  async #write(key: string, manifest: Manifest): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = this.#path(key, manifest.name);
    await writeFile(`${path}.part`, JSON.stringify(manifest), { mode: 0o600 });
    await rename(`${path}.part`, path);
  }

  /** Tells the miners that they may drop it; one that cannot be reached keeps bytes that nobody can read. */
  async #forget(key: string, name: string): Promise<void> {
    const manifest = await this.#read(key, name).catch(() => undefined);
    if (manifest === undefined) return;
    for (const { hotkey, id } of manifest.shards.flat()) {
      await this.#best().find((miner) => miner.hotkey === hotkey)?.ask({ op: 'drop', id }, {}).catch(() => undefined);
    }
    await rm(this.#path(key, name), { force: true });
  }
}
