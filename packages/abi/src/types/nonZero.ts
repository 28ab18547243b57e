/** Integers that are never zero. */

import { u64, type Codec } from '@taonet/codec';

/** `NonZeroU64`: zero does not decode. */
export const nonZeroU64: Codec<bigint> = {
  type: { kind: 'composite', path: ['NonZeroU64'], fields: [{ type: u64.type }] },
  encode: u64.encode,
  decode: (reader) => {
    const value = u64.decode(reader);
    if (value === 0n) reader.fail('an integer other than zero');
    return value;
  },
};
