/**
 * What positions of accounts put into pools of concentrated liquidity, for extended builds; the protocol's part stands in SubnetTAO and SubnetAlphaIn.
 *
 * source: pallets/subtensor/src/lib.rs @ 459fa72
 */

import { extendedStorage, identity, map } from '@taonet/codec';
import { alphaBalance, netUid, taoBalance } from '../types/spelled.ts';

export const providedReserves = extendedStorage({
  SubnetTaoProvided: map([identity(netUid)], taoBalance, 0n),
  SubnetAlphaInProvided: map([identity(netUid)], alphaBalance, 0n),
});
