/** Proxies. */

import { accountId, bool, bytes, h256, param, plainEnum, spelled, struct, type ValueOf, u32, u8 } from '@taonet/codec';
import { genericAccountId, genericBlockNumber } from './spelled.ts';

/** `subtensor_runtime_common::ProxyType` */
export const proxyType = plainEnum('subtensor_runtime_common::ProxyType', {
  Any: 0,
  Owner: 1,
  NonCritical: 2,
  NonTransfer: 3,
  Senate: 4,
  NonFungible: 5,
  Triumvirate: 6,
  Governance: 7,
  Staking: 8,
  Registration: 9,
  Transfer: 10,
  SmallTransfer: 11,
  RootWeights: 12,
  ChildKeys: 13,
  SudoUncheckedSetCode: 14,
  SwapHotkey: 15,
  SubnetLeaseBeneficiary: 16,
  RootClaim: 17,
});
export type ProxyType = ValueOf<typeof proxyType>;

/** `pallet_subtensor_proxy::ProxyDefinition` */
export const proxyDefinition = struct('pallet_subtensor_proxy::ProxyDefinition', {
  delegate: genericAccountId,
  proxy_type: proxyType,
  delay: genericBlockNumber,
}, [
  param('AccountId', accountId),
  param('ProxyType', proxyType),
  param('BlockNumber', u32),
]);
export type ProxyDefinition = ValueOf<typeof proxyDefinition>;

/** `pallet_subtensor_proxy::Announcement` */
export const proxyAnnouncement = struct('pallet_subtensor_proxy::Announcement', {
  real: genericAccountId,
  call_hash: spelled(h256, 'Hash'),
  height: genericBlockNumber,
}, [param('AccountId', accountId), param('Hash', h256), param('BlockNumber', u32)]);
export type ProxyAnnouncement = ValueOf<typeof proxyAnnouncement>;

/** `pallet_subtensor_proxy::DepositKind` */
export const depositKind = plainEnum('pallet_subtensor_proxy::DepositKind', { Proxies: 0, Announcements: 1 });
export type DepositKind = ValueOf<typeof depositKind>;

/** `subtensor_runtime_common::ProxyTypeInfo` */
export const proxyTypeInfo = struct('subtensor_runtime_common::ProxyTypeInfo', { name: bytes, index: u8, deprecated: bool });
export type ProxyTypeInfo = ValueOf<typeof proxyTypeInfo>;

export const tProxyType = spelled(proxyType, 'T::ProxyType');
