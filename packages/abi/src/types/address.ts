/** Who a call names: MultiAddress. */

import { accountId, bytes, compactUnit, fixedBytes, param, row, spelled, type ValueOf, unit, variant } from '@taonet/codec';
import { genericAccountId } from './spelled.ts';

/** `sp_runtime::multiaddress::MultiAddress` */
export const multiAddress = variant('sp_runtime::multiaddress::MultiAddress', {
  Id: row(0, [genericAccountId]),
  Index: row(1, [spelled(compactUnit, 'AccountIndex')]),
  Raw: row(2, [bytes]),
  Address32: row(3, [fixedBytes(32)]),
  Address20: row(4, [fixedBytes(20)]),
}, [param('AccountId', accountId), param('AccountIndex', unit)]);
export type MultiAddress = ValueOf<typeof multiAddress>;

export const accountIdLookupOfT = spelled(multiAddress, 'AccountIdLookupOf<T>');
