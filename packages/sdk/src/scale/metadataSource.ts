/** Fetches runtimes and keeps them: by the hash of their code, so that a node that was reset with another runtime is read anew. */

import { bytes, CannotDecode, decode, option } from '@taonet/codec';
import { sdkError } from '../errors.ts';
import { hexBytes } from './hexBytes.ts';
import { Runtime, type RuntimeVersion } from './runtime.ts';

type Ask = (method: string, params: readonly unknown[]) => Promise<unknown>;

const CODE_KEY = '0x3a636f6465';
const V15 = '0x0f000000';
const runtimes = new Map<string, Promise<Runtime>>();
const KEPT = 16;

/** The runtime in the state of block `at`, or of the newest one. */
export async function loadRuntime(ask: Ask, at?: string): Promise<Runtime> {
  const where = at === undefined ? [] : [at];
  const [version, codeHash] = await Promise.all([
    ask('state_getRuntimeVersion', where) as Promise<RuntimeVersion>,
    ask('state_getStorageHash', [CODE_KEY, ...where]).catch(() => undefined),
  ]);
  const { specName, specVersion, transactionVersion } = version;
  // A node that does not tell its code's hash is read each time.
  if (typeof codeHash !== 'string') return make({ specName, specVersion, transactionVersion }, await fetchMetadata(ask, where));
  const key = `${specVersion} ${codeHash}`;
  let found = runtimes.get(key);
  if (found === undefined) {
    if (runtimes.size >= KEPT) runtimes.delete(runtimes.keys().next().value!);
    found = fetchMetadata(ask, where).then((metadata) => make({ specName, specVersion, transactionVersion }, metadata));
    runtimes.set(key, found);
    found.catch(() => runtimes.delete(key));
  }
  return found;
}

/** Version 15, which also tells of runtime APIs; 14 from nodes that have no other. */
async function fetchMetadata(ask: Ask, where: readonly unknown[]): Promise<Uint8Array> {
  const answer = await ask('state_call', ['Metadata_metadata_at_version', V15, ...where]).catch(() => undefined);
  const wrapped = typeof answer === 'string' ? decode(option(bytes), hexBytes(answer)) : undefined;
  return wrapped ?? hexBytes((await ask('state_getMetadata', where)) as string);
}

function make(version: RuntimeVersion, metadata: Uint8Array): Runtime {
  try {
    return new Runtime(version, metadata);
  } catch (error) {
    if (!(error instanceof CannotDecode)) throw error;
    throw sdkError('CannotDecode', { item: 'metadata', specVersion: version.specVersion, expected: error.expected, offset: error.offset });
  }
}
