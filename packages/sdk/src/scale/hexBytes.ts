/** Long hex, as nodes send metadata: by the host's own code where it has some. */

import { tryHexToBytes } from '@taonet/primitives';
import { sdkError } from '../errors.ts';

interface HostHex {
  readonly Buffer?: { from(text: string, form: 'hex'): Uint8Array };
}

/** Bytes of hex with `0x`. refuses: CannotDecode */
export function hexBytes(hex: string): Uint8Array {
  const { Buffer: host } = globalThis as HostHex;
  const bytes = host === undefined ? tryHexToBytes(hex) : new Uint8Array(host.from(hex.slice(2), 'hex'));
  if (bytes === undefined || bytes.length * 2 !== hex.length - 2) throw sdkError('CannotDecode', { item: 'hex', length: hex.length });
  return bytes;
}
