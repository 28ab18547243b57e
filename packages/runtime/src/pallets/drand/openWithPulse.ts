/** Opening what was sealed until a round of randomness. source: crates tle, w3f-bls as pinned @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { defect, utf8ToBytes, type Crypto } from '@taonet/primitives';
import type { TimelockCrypto } from '../subtensor/weights/revealCommits.ts';
import { S } from './pallet.ts';

const HEX_PREFIX = utf8ToBytes('0x');

/** The opened bytes; undefined when they cannot be opened; `no pulse yet` while the round's signature is not stored. */
export function openWithPulse(ctx: StateCtx, sealed: Uint8Array, round: bigint): Uint8Array | undefined | 'no pulse yet' {
  const pulse = S.Pulses.get(ctx, round);
  if (pulse === undefined) return 'no pulse yet';
  const { openTimelock } = ctx.crypto as Crypto & Partial<TimelockCrypto>;
  // A pulse in storage means that the host takes pulses in, and such a host must be able to open what waits for them.
  if (openTimelock === undefined) throw defect('NoTimelockOpener');
  const { signature } = pulse;
  return openTimelock(sealed, HEX_PREFIX.every((byte, i) => signature[i] === byte) ? signature.slice(HEX_PREFIX.length) : signature);
}
