/** Where a call comes from. */

import { accountId, h160, param, row, spelled, type ValueOf, variant } from '@taonet/codec';
import { genericAccountId } from './spelled.ts';

/** `pallet_ethereum::RawOrigin` */
export const ethereumRawOrigin = variant('pallet_ethereum::RawOrigin', {
  EthereumTransaction: row(0, [h160]),
});
export type EthereumRawOrigin = ValueOf<typeof ethereumRawOrigin>;

/** `frame_support::dispatch::RawOrigin` */
export const rawOrigin = variant('frame_support::dispatch::RawOrigin', {
  Root: row(0),
  Signed: row(1, [genericAccountId]),
  None: row(2),
  Authorized: row(3),
}, [param('AccountId', accountId)]);
export type RawOrigin = ValueOf<typeof rawOrigin>;

/** `node_subtensor_runtime::OriginCaller` */
export const originCaller = variant('node_subtensor_runtime::OriginCaller', {
  system: row(0, [spelled(rawOrigin, 'frame_system::Origin<Runtime>')]),
  Ethereum: row(21, [spelled(ethereumRawOrigin, 'pallet_ethereum::Origin')]),
});
export type OriginCaller = ValueOf<typeof originCaller>;
