/** Accounts, the event record, runtime upgrades and limits of frame_system. */

import {
  bool, compactU32, cow, fixedBytes, h256, param, row, spelled, struct, tuple, type ValueOf, u32, u8, variant, vec, wrapped,
} from '@taonet/codec';
import { accountData } from './balances.ts';
import { nestedEvent } from './nested.ts';
import { cowStaticStr, refCount, tHash } from './spelled.ts';
import { dispatchClass, pays, weight } from './weight.ts';

/** `frame_system::AccountInfo` */
export const accountInfo = struct('frame_system::AccountInfo', {
  nonce: spelled(u32, 'Nonce'),
  consumers: refCount,
  providers: refCount,
  sufficients: refCount,
  data: accountData,
}, [param('Nonce', u32), param('AccountData', accountData)]);
export type AccountInfo = ValueOf<typeof accountInfo>;

/** `frame_system::Phase` */
export const phase = variant('frame_system::Phase', {
  ApplyExtrinsic: row(0, [u32]),
  Finalization: row(1),
  Initialization: row(2),
});
export type Phase = ValueOf<typeof phase>;

/** `frame_system::EventRecord` */
export const eventRecord = struct('frame_system::EventRecord', {
  phase,
  event: spelled(nestedEvent, 'E'),
  topics: vec(spelled(h256, 'T')),
}, [param('E', nestedEvent), param('T', h256)]);
export type EventRecord = ValueOf<typeof eventRecord>;

/** `frame_system::LastRuntimeUpgradeInfo` */
export const lastRuntimeUpgradeInfo = struct('frame_system::LastRuntimeUpgradeInfo', {
  spec_version: spelled(compactU32, 'codec::Compact<u32>'),
  spec_name: cowStaticStr,
});
export type LastRuntimeUpgradeInfo = ValueOf<typeof lastRuntimeUpgradeInfo>;

/** `frame_system::CodeUpgradeAuthorization` */
export const codeUpgradeAuthorization = struct('frame_system::CodeUpgradeAuthorization', {
  code_hash: tHash,
  check_version: bool,
}, [{ name: 'T' }]);
export type CodeUpgradeAuthorization = ValueOf<typeof codeUpgradeAuthorization>;

/** `frame_system::DispatchEventInfo` */
export const dispatchEventInfo = struct('frame_system::DispatchEventInfo', { weight, class: dispatchClass, pays_fee: pays });
export type DispatchEventInfo = ValueOf<typeof dispatchEventInfo>;

/** `sp_version::RuntimeVersion` */
export const runtimeVersion = struct('sp_version::RuntimeVersion', {
  spec_name: cowStaticStr,
  impl_name: cowStaticStr,
  authoring_version: u32,
  spec_version: u32,
  impl_version: u32,
  apis: spelled(cow(vec(tuple(fixedBytes(8), u32))), 'ApisVec'),
  transaction_version: u32,
  system_version: u8,
});
export type RuntimeVersion = ValueOf<typeof runtimeVersion>;

/** `frame_support::PalletId` */
export const palletId = wrapped('frame_support::PalletId', fixedBytes(8));
export type PalletId = ValueOf<typeof palletId>;
