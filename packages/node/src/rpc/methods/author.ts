/** author_*: transactions on their way into a block. */

import { CannotDecode, Reader, readLength } from '@taonet/codec';
import { isLast, type SubmitResult, type TransactionEvent } from '@taonet/chain';
import { bytesToHex } from '@taonet/primitives';
import { hex, prefixed } from '../blocks.ts';
import { method, subscription, type Call, type MethodGroup } from '../method.ts';
import { hash, hexBytes, list, object, optional } from '../params.ts';
import { badFormat, poolError } from '../rpcError.ts';

/** Refuses bytes whose length prefix does not fit what follows, before anything else looks at them. */
export function ensureWellFormed(extrinsic: Uint8Array): void {
  const reader = new Reader(extrinsic);
  try {
    reader.raw(readLength(reader, 1));
  } catch (error) {
    if (error instanceof CannotDecode) throw badFormat(`expected ${error.expected} at byte ${error.offset}`);
    throw error;
  }
  if (reader.remaining > 0) throw badFormat('Input buffer has still data left after decoding!');
}

function hashOrRefuse(result: SubmitResult): string {
  if ('refused' in result) throw poolError(result.refused);
  return prefixed(result.ok);
}

function eventJson(event: TransactionEvent): unknown {
  switch (event.type) {
    case 'broadcast': return { broadcast: event.peers };
    case 'inBlock':
    case 'retracted':
    case 'finalized': return { [event.type]: prefixed(event.block) };
    case 'usurped': return { usurped: prefixed(event.by) };
    default: return event.type;
  }
}

export const authorMethods: MethodGroup = {
  title: 'author',
  rows: [
    method({
      name: 'author_submitExtrinsic',
      params: { extrinsic: hexBytes },
      returns: 'the hash of the extrinsic',
      docs: 'Hands in a signed extrinsic. Errors 1010 to 1019 say why the pool did not take it.',
      run: async ({ node: { chain } }, { extrinsic }) => {
        ensureWellFormed(extrinsic);
        return hashOrRefuse(await chain.submit(extrinsic));
      },
    }),
    method({
      name: 'author_pendingExtrinsics',
      params: {},
      returns: 'extrinsics as hex',
      docs: 'All extrinsics that are ready and not yet in a block.',
      run: ({ node: { chain } }) => chain.pool.ready().map(({ extrinsic }) => hex(extrinsic)),
    }),
    method({
      name: 'author_removeExtrinsic',
      params: { bytesOrHash: list(object({ hash: optional(hash), extrinsic: optional(hexBytes) })) },
      unsafe: true,
      returns: 'hashes of those that were removed',
      docs: 'Takes extrinsics out of the pool, with those that depend on them, and bans them for a while.',
      run: ({ node: { chain } }, { bytesOrHash }) => bytesOrHash.flatMap((one) => {
        const asked = one.hash ?? (one.extrinsic === undefined ? undefined : bytesToHex(chain.hashers.blake2b256(one.extrinsic)));
        return asked === undefined ? [] : chain.pool.remove(asked).map(prefixed);
      }),
    }),
    subscription({
      name: 'author_submitAndWatchExtrinsic',
      unsubscribe: 'author_unwatchExtrinsic',
      notification: 'author_extrinsicUpdate',
      params: { extrinsic: hexBytes },
      sends: '"future" | "ready" | { inBlock } | { finalized } | { usurped } | { retracted } | "dropped" | "invalid"',
      docs: 'Hands in a signed extrinsic and tells what becomes of it; ends by itself after the last word.',
      start: async ({ node: { chain } }: Call, { extrinsic }, sink) => {
        ensureWellFormed(extrinsic);
        const stop = chain.pool.watch(bytesToHex(chain.hashers.blake2b256(extrinsic)), (event) => {
          sink.send(eventJson(event));
          if (isLast(event)) sink.end();
        });
        const result = await chain.submit(extrinsic);
        if ('refused' in result) {
          stop();
          throw poolError(result.refused);
        }
        return stop;
      },
    }),
  ],
};
