import { concatBytes } from '@taonet/primitives';
import type { SealedChannel } from '../auth/sealing.ts';
import { neuronError } from '../errors.ts';
import { parse } from '../serve/sdk10Arrival.ts';
import { checkBody, text } from '../synapse/field.ts';

/** Big-endian length of the sealed bytes, then 1 for the last frame, else 0; the latter is authenticated with the piece. */
const HEAD_SIZE = 5;
const FRAME_MAX = 16 * 1024 * 1024;

/** One frame of a sealed stream. */
export function sealFrame(answers: SealedChannel, plain: Uint8Array, last: boolean): Uint8Array {
  const sealed = answers.seal(plain, last);
  const head = new Uint8Array(HEAD_SIZE);
  new DataView(head.buffer).setUint32(0, sealed.length);
  head[HEAD_SIZE - 1] = last ? 1 : 0;
  return concatBytes(head, sealed);
}

/**
 * Pieces of a sealed stream; the last frame carries the receipt.
 *
 * refuses: CannotOpen, also when the stream ends before its last frame
 */
export async function* openFrames(chunks: AsyncIterable<Uint8Array>, answers: SealedChannel): AsyncGenerator<{ readonly bytes: Uint8Array } | { readonly receipt: string }> {
  let rest: Uint8Array = new Uint8Array();
  let ended = false;
  for await (const chunk of chunks) {
    rest = concatBytes(rest, chunk);
    for (let frame = frameOf(rest); frame !== undefined && !ended; frame = frameOf(rest)) {
      rest = rest.subarray(HEAD_SIZE + frame.sealed.length);
      ended = frame.last;
      const plain = answers.open(frame.sealed, frame.last);
      yield frame.last ? { receipt: checkBody({ receipt: text }, parse(plain)).receipt } : { bytes: plain };
    }
  }
  if (!ended) throw neuronError('CannotOpen', { reason: 'the stream was cut off' });
}

function frameOf(bytes: Uint8Array): { readonly sealed: Uint8Array; readonly last: boolean } | undefined {
  if (bytes.length < HEAD_SIZE) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (size > FRAME_MAX) throw neuronError('CannotOpen', { reason: 'frame too large' });
  return bytes.length < HEAD_SIZE + size ? undefined : { sealed: bytes.subarray(HEAD_SIZE, HEAD_SIZE + size), last: bytes[HEAD_SIZE - 1] === 1 };
}
