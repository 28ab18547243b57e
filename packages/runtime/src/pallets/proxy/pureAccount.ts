import { proxyType, type ProxyType } from '@taonet/abi';
import { accountId, encode, tuple, u16, u32 } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { bytesToHex, concatBytes, utf8ToBytes, type AccountId } from '@taonet/primitives';

const LABEL = utf8ToBytes('modlpy/proxy____');
const parts = tuple(accountId, u32, u32, proxyType, u16);

export interface PureOrigin {
  readonly spawner: AccountId;
  readonly type: ProxyType;
  readonly index: number;
  /** Block and extrinsic in which it was made. */
  readonly when: readonly [block: number, extrinsic: number];
}

/** An account without a key, that only proxies can act for. source: pallets/proxy/src/lib.rs, pure_account @ 14bc6f9 */
export function pureAccount(ctx: Pick<StateCtx, 'crypto'>, { spawner, type, index, when }: PureOrigin): AccountId {
  return bytesToHex(ctx.crypto.blake2b256(concatBytes(LABEL, encode(parts, [spawner, when[0], when[1], type, index]))));
}
