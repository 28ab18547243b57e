/** Replays `fixtures/runtime/api-b.json.gz`: 234 answers of upstream's runtime APIs on the state of `state-b.json.gz`. */

import type { Build } from '@taonet/codec';
import { MemoryState, Overlay } from '@taonet/frame';
import { bytesToHex, hexToBytes, type Crypto } from '@taonet/primitives';
import { callApi } from '@taonet/runtime';
import type { ViewCtx } from '@taonet/runtime';

/** One compared answer. */
export interface ApiVectorResult {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly got: string;
}

interface ApiVectors {
  readonly calls: readonly { readonly method: string; readonly args: string; readonly result: string }[];
}

interface StateFile {
  readonly top: Readonly<Record<string, string>>;
}

/** The build that made the vectors. */
const FAST: Build = { fast: true, powFaucet: false };

/** A context on a state file: keys and values as hex without prefix. */
export function viewOfState(json: unknown, crypto: Crypto, metadataAt: ViewCtx['metadataAt'] = () => undefined): ViewCtx {
  const { top } = json as StateFile;
  const entries = Object.entries(top).map(([key, value]) => [key, hexToBytes(value)] as const);
  return { state: new Overlay(new MemoryState(entries)), crypto, build: FAST, metadataAt };
}

/** Every answer, byte for byte. */
export function replayApi(json: unknown, ctx: ViewCtx): ApiVectorResult[] {
  return (json as ApiVectors).calls.map(({ method, args, result }) => {
    const answer = callApi(ctx, method, hexToBytes(args));
    const got = answer instanceof Uint8Array ? `0x${bytesToHex(answer)}` : answer.message;
    return { name: `${method}(${args})`, ok: got === result, expected: result, got };
  });
}
