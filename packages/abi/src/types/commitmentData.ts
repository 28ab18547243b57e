/**
 * One field of a commitment. The variant's index tells the length of short data: 1 to 129 are 0 to 128 bytes.
 * source: pallets/commitments/src/types.rs, Data @ 14bc6f9
 */

import { boundedBytes, fixedBytes, u64, type Codec, type TypeDef, type VariantDef } from '@taonet/codec';
import { defect } from '@taonet/primitives';

/** Names of the hashes that may stand in place of data. */
export type CommitmentHash = 'BlakeTwo256' | 'Sha256' | 'Keccak256' | 'ShaThree256';

export type CommitmentData =
  | { readonly type: 'None' }
  /** At most 128 bytes. */
  | { readonly type: 'Raw'; readonly value: Uint8Array }
  | { readonly type: CommitmentHash; readonly value: Uint8Array }
  | { readonly type: 'TimelockEncrypted'; readonly value: { readonly encrypted: Uint8Array; readonly reveal_round: bigint } }
  | { readonly type: 'ResetBondsFlag' }
  /** At most 512 bytes. */
  | { readonly type: 'BigRaw'; readonly value: Uint8Array };

export const MAX_RAW_BYTES = 128;
export const MAX_TIMELOCK_BYTES = 1024;
export const MAX_BIG_RAW_BYTES = 512;

const FIRST_RAW = 1;
const FIRST_HASH = FIRST_RAW + MAX_RAW_BYTES + 1;
const HASHES: readonly CommitmentHash[] = ['BlakeTwo256', 'Sha256', 'Keccak256', 'ShaThree256'];
const TIMELOCK = 134;
const RESET_BONDS = 135;
const BIG_RAW = 136;

const hash = fixedBytes(32);
const encrypted = boundedBytes(MAX_TIMELOCK_BYTES);
const bigRaw = boundedBytes(MAX_BIG_RAW_BYTES);

function dataType(): TypeDef {
  const variants: VariantDef[] = [{ name: 'None', index: 0, fields: [] }];
  for (let length = 0; length <= MAX_RAW_BYTES; length++) {
    variants.push({ name: `Raw${length}`, index: FIRST_RAW + length, fields: [{ type: fixedBytes(length).type }] });
  }
  HASHES.forEach((name, i) => variants.push({ name, index: FIRST_HASH + i, fields: [{ type: hash.type }] }));
  variants.push(
    {
      name: 'TimelockEncrypted',
      index: TIMELOCK,
      fields: [{ name: 'encrypted', type: encrypted.type }, { name: 'reveal_round', type: u64.type }],
    },
    { name: 'ResetBondsFlag', index: RESET_BONDS, fields: [] },
    { name: 'BigRaw', index: BIG_RAW, fields: [{ type: bigRaw.type }] },
  );
  return { kind: 'variant', path: ['pallet_commitments', 'types', 'Data'], variants };
}

export const commitmentData: Codec<CommitmentData> & { readonly typeName: string } = {
  typeName: 'Data',
  type: dataType(),
  encode: (writer, data) => {
    switch (data.type) {
      case 'None': return writer.byte(0);
      case 'Raw':
        if (data.value.length > MAX_RAW_BYTES) throw defect('EncodeLength', { most: MAX_RAW_BYTES, got: data.value.length });
        writer.byte(FIRST_RAW + data.value.length);
        return writer.raw(data.value);
      case 'TimelockEncrypted':
        writer.byte(TIMELOCK);
        encrypted.encode(writer, data.value.encrypted);
        return u64.encode(writer, data.value.reveal_round);
      case 'ResetBondsFlag': return writer.byte(RESET_BONDS);
      case 'BigRaw':
        writer.byte(BIG_RAW);
        return bigRaw.encode(writer, data.value);
      default:
        writer.byte(FIRST_HASH + HASHES.indexOf(data.type));
        return hash.encode(writer, data.value);
    }
  },
  decode: (reader) => {
    const index = reader.byte();
    if (index === 0) return { type: 'None' };
    if (index < FIRST_HASH) return { type: 'Raw', value: reader.raw(index - FIRST_RAW) };
    const hashed = HASHES[index - FIRST_HASH];
    if (hashed !== undefined) return { type: hashed, value: hash.decode(reader) };
    if (index === TIMELOCK) {
      const sealed = encrypted.decode(reader);
      return { type: 'TimelockEncrypted', value: { encrypted: sealed, reveal_round: u64.decode(reader) } };
    }
    if (index === RESET_BONDS) return { type: 'ResetBondsFlag' };
    if (index === BIG_RAW) return { type: 'BigRaw', value: bigRaw.decode(reader) };
    return reader.fail('a variant of pallet_commitments::types::Data');
  },
};
