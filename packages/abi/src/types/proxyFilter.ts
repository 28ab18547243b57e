/** Answers about what proxy types allow. */

import { bool, bytes, option, plainEnum, row, struct, type ValueOf, u128, u8, variant, vec } from '@taonet/codec';

/** `subtensor_runtime_common::CallCondition` */
export const callCondition = variant('subtensor_runtime_common::CallCondition', {
  ParamLessThan: row(0, { param_name: bytes, limit: u128 }),
  NestedCallMustBe: row(1, { pallet_name: bytes, call_name: bytes }),
});
export type CallCondition = ValueOf<typeof callCondition>;

/** `subtensor_runtime_common::CallInfo` */
export const callInfo = struct('subtensor_runtime_common::CallInfo', {
  pallet_name: bytes,
  pallet_index: u8,
  call_name: option(bytes),
  call_index: option(u8),
  condition: option(callCondition),
});
export type CallInfo = ValueOf<typeof callInfo>;

/** `subtensor_runtime_common::FilterMode` */
export const filterMode = plainEnum('subtensor_runtime_common::FilterMode', { AllowAll: 0, DenyAll: 1, Allow: 2, Deny: 3 });
export type FilterMode = ValueOf<typeof filterMode>;

/** `subtensor_runtime_common::ProxyFilterInfo` */
export const proxyFilterInfo = struct('subtensor_runtime_common::ProxyFilterInfo', {
  proxy_type: u8,
  name: bytes,
  deprecated: bool,
  filter_mode: filterMode,
  calls: vec(callInfo),
  exceptions: vec(callInfo),
});
export type ProxyFilterInfo = ValueOf<typeof proxyFilterInfo>;
