/** Finds vector files and tells by their content which format each has. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Format =
  | 'taonet-epoch/1' | 'taonet-math/1' | 'taonet-scenario/1' | 'taonet-trace/1' | 'taonet-genesis/1' | 'taonet-metadata/1' | 'taonet-weights/1' | 'taonet-api/1';

export type Json = Readonly<Record<string, unknown>>;

export type VectorFile =
  | { readonly path: string; readonly format: 'taonet-metadata/1'; readonly bytes: Uint8Array }
  | { readonly path: string; readonly format: Exclude<Format, 'taonet-metadata/1'>; readonly json: Json };

/** Files that are no vectors, by name: prose, readable extracts, figures of others. */
const PASSED_OVER = [/\.md$/, /\.py$/, /\.events\.txt\.gz$/, /^summary\./, /^runtime-version\.json$/, /^goldens\.json$/, /^finney-.*\.scale$/];

export const isPassedOver = (path: string): boolean => PASSED_OVER.some((pattern) => pattern.test(basename(path)));

/** All files at or below `path`, in order of their names. */
export function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesAt(join(path, name)));
}

const METADATA_MAGIC = 'meta';

/** The file with its format; undefined when it has none that we know. */
export function readVectorFile(path: string): VectorFile | undefined {
  const raw = readFileSync(path);
  const bytes = path.endsWith('.gz') ? gunzipSync(raw) : raw;
  if (bytes.subarray(0, 4).toString('latin1') === METADATA_MAGIC) return { path, format: 'taonet-metadata/1', bytes };
  const json = tryJson(bytes.toString());
  const format = json === undefined ? undefined : formatOf(json);
  return json === undefined || format === undefined ? undefined : { path, format, json };
}

function tryJson(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Json) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function formatOf(json: Json): Exclude<Format, 'taonet-metadata/1'> | undefined {
  const has = (...names: string[]): boolean => names.every((name) => name in json);
  if (json['format'] === 1 && json['group'] === 'math') return 'taonet-math/1';
  if (json['format'] === 1 && has('group', 'steps')) return 'taonet-scenario/1';
  if (has('trace', 'blocks')) return 'taonet-trace/1';
  if (has('top', 'stateRoot')) return 'taonet-genesis/1';
  if (has('blockWeights', 'calls')) return 'taonet-weights/1';
  if (has('at', 'calls')) return 'taonet-api/1';
  if (has('provenance', 'cases')) return 'taonet-epoch/1';
  return undefined;
}
