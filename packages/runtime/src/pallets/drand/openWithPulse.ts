/** Opening what was sealed until a round of randomness. source: crates tle, w3f-bls as pinned @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { utf8ToBytes } from '@taonet/primitives';
import { S } from './pallet.ts';

const HEX_PREFIX = utf8ToBytes('0x');

/** The opened bytes; undefined when they cannot be opened; `no pulse yet` while the round's signature is not stored. */
export function openWithPulse(ctx: StateCtx, sealed: Uint8Array, round: bigint): Uint8Array | undefined | 'no pulse yet' {
  const pulse = S.Pulses.get(ctx, round);
  if (pulse === undefined) return 'no pulse yet';
  const { signature } = pulse;
  return ctx.crypto.openTimelock(sealed, HEX_PREFIX.every((byte, i) => signature[i] === byte) ? signature.slice(HEX_PREFIX.length) : signature);
}
