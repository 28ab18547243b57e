import { encode, u32 } from '@taonet/codec';
import { bytesToHex, utf8ToBytes, type AccountId } from '@taonet/primitives';

const PREFIX = bytesToHex(utf8ToBytes('modlbt/cloan'));

/** Where a crowdloan's money lies. source: pallets/crowdloan/src/lib.rs, funds_account @ 14bc6f9 */
export function fundsAccount(crowdloanId: number): AccountId {
  return (PREFIX + bytesToHex(encode(u32, crowdloanId))).padEnd(64, '0');
}
