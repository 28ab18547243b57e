import { accountId, encode, tuple, u16, vec } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { bytesToHex, concatBytes, ensure, utf8ToBytes, type AccountId } from '@taonet/primitives';
import { E } from './pallet.ts';

const LABEL = utf8ToBytes('modlpy/utilisuba');
const parts = tuple(vec(accountId), u16);

/** The account of `threshold` out of `signatories`, who stand in ascending order. source: pallet-multisig 41.0.0, multi_account_id */
export function multiAccountId(ctx: Pick<StateCtx, 'crypto'>, signatories: readonly AccountId[], threshold: number): AccountId {
  return bytesToHex(ctx.crypto.blake2b256(concatBytes(LABEL, encode(parts, [[...signatories], threshold]))));
}

/** All signatories in order, the signer among them. refuses SignatoriesOutOfOrder, SenderInSignatories */
export function insertSigner(others: readonly AccountId[], who: AccountId): AccountId[] {
  others.forEach((one, i) => {
    ensure(i === 0 || others[i - 1]! < one, E.SignatoriesOutOfOrder, { index: i, who: one });
    ensure(one !== who, E.SenderInSignatories, { who });
  });
  return [...others, who].sort();
}
