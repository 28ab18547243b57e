/** What is inside an opened time-locked commit. */

import { bytes, CannotDecode, struct, tryDecode, u16, u64, vec, type Codec } from '@taonet/codec';
import { bytesToHex, type AccountId, type Uid } from '@taonet/primitives';

export interface TimelockPayload {
  readonly uids: readonly Uid[];
  readonly values: readonly number[];
  readonly version_key: bigint;
}

/** Whatever follows is ignored, as by upstream's decoder. */
const rest: Codec<undefined> = {
  type: { kind: 'tuple', of: [] },
  encode: () => undefined,
  decode: (reader) => {
    reader.raw(reader.remaining);
    return undefined;
  },
};
const WEIGHTS = { uids: vec(u16), values: vec(u16), version_key: u64, rest };
const PAYLOAD = struct('', { hotkey: bytes, ...WEIGHTS });
/** The older form without the hotkey. */
const LEGACY_PAYLOAD = struct('', WEIGHTS);
const ACCOUNT_BYTES = 32;

/**
 * The weights for `who`; undefined when the bytes are of neither form or name another hotkey. Bytes that read as the newer
 * form with a hotkey too short are read again as the older form.
 *
 * source: pallets/subtensor/src/coinbase/reveal_commits.rs, reveal_crv3_commits_for_subnet @ 14bc6f9
 */
export function tryReadTimelockPayload(opened: Uint8Array, who: AccountId): TimelockPayload | undefined {
  const payload = tryDecode(PAYLOAD, opened);
  if (!(payload instanceof CannotDecode) && payload.hotkey.length >= ACCOUNT_BYTES) {
    return bytesToHex(payload.hotkey.slice(0, ACCOUNT_BYTES)) === who ? payload : undefined;
  }
  return tryReadPlainPayload(opened);
}

/**
 * The older form, which does not say whose weights it holds.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, WeightsTlockPayload @ 1b0c63a
 */
export function tryReadPlainPayload(opened: Uint8Array): TimelockPayload | undefined {
  const legacy = tryDecode(LEGACY_PAYLOAD, opened);
  return legacy instanceof CannotDecode ? undefined : legacy;
}
