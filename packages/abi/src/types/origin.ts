/** Where a call comes from. */

import { accountId, h160, inExtended, param, row, spelled, type Codec, type ValueOf, variant } from '@taonet/codec';
import { collectiveRawOrigin } from './collective.ts';
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

const callers = variant('node_subtensor_runtime::OriginCaller', {
  system: row(0, [spelled(rawOrigin, 'frame_system::Origin<Runtime>')]),
  Triumvirate: row(8, [spelled(collectiveRawOrigin, 'pallet_collective::Origin<Runtime, pallet_collective::Instance1>')]),
  Ethereum: row(21, [spelled(ethereumRawOrigin, 'pallet_ethereum::Origin')]),
});
export type OriginCaller = ValueOf<typeof callers>;

/** `node_subtensor_runtime::OriginCaller`. Triumvirate is one in extended builds only. */
export const originCaller: Codec<OriginCaller> = {
  ...callers,
  decode: (reader) => {
    const caller = callers.decode(reader);
    if (caller.type === 'Triumvirate' && reader.build !== undefined && !inExtended(reader.build)) reader.fail('an origin that this build has');
    return caller;
  },
};
