/** ProxyFilterRuntimeApi: the kinds of proxies and what each may call. */

import { pallets, proxyFilterApi, proxyType } from '@taonet/abi';
import { encode, resolveType } from '@taonet/codec';
import { defect, utf8ToBytes } from '@taonet/primitives';
import type { ProxyType } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import type { CallRef, ProxyFilter } from '../pallets/proxy/filterTable.ts';
import { proxyFiltersOf } from '../rules/proxyFiltersOf.ts';
import { bindTrait, type ApiResult } from './handlers.ts';

type ProxyTypeInfo = ApiResult<typeof proxyFilterApi, 'get_proxy_types'>[number];
type ProxyFilterInfo = ApiResult<typeof proxyFilterApi, 'get_proxy_filter'>[number];
type CallInfo = ProxyFilterInfo['calls'][number];

function wireIndexOf(type: ProxyType): number {
  return encode(proxyType, type)[0]!;
}

/** Kinds that let nothing through exist only so that old records decode. */
const isDeprecated = (filters: readonly ProxyFilter[], type: string): boolean => filters.some((one) => one.type === type && one.mode === 'DenyAll');

/** All kinds, by number. */
function proxyTypeInfos(ctx: StateCtx): ProxyTypeInfo[] {
  const type = resolveType(proxyType.type);
  if (type.kind !== 'variant') throw defect('ProxyTypeNotEnum');
  const filters = proxyFiltersOf(ctx);
  return type.variants.map(({ name, index }) => ({ name: utf8ToBytes(name), index, deprecated: isDeprecated(filters, name) }));
}

function conditionOf({ less, nested }: CallRef): CallInfo['condition'] {
  if (less !== undefined) return { type: 'ParamLessThan', value: { param_name: utf8ToBytes(less.arg), limit: less.limit } };
  if (nested !== undefined) return { type: 'NestedCallMustBe', value: { pallet_name: utf8ToBytes(nested.pallet), call_name: utf8ToBytes(nested.call) } };
  return undefined;
}

function callInfo(ref: CallRef): CallInfo {
  const pallet = pallets.find(({ name }) => name === ref.pallet);
  const calls: Readonly<Record<string, { readonly index: number }>> = pallet?.calls ?? {};
  const index = ref.call === undefined ? undefined : calls[ref.call]?.index;
  if (pallet === undefined || (ref.call !== undefined && index === undefined)) throw defect('ProxyFilterCallUnknown', { pallet: ref.pallet, call: ref.call });
  return {
    pallet_name: utf8ToBytes(ref.pallet),
    pallet_index: pallet.index,
    call_name: ref.call === undefined ? undefined : utf8ToBytes(ref.call),
    call_index: index,
    condition: conditionOf(ref),
  };
}

function filterInfo({ type, mode, calls, exceptions }: ProxyFilter): ProxyFilterInfo {
  return {
    proxy_type: wireIndexOf(type),
    name: utf8ToBytes(type),
    deprecated: mode === 'DenyAll',
    filter_mode: mode,
    calls: calls.map(callInfo),
    exceptions: exceptions.map(callInfo),
  };
}

export const proxyFilterMethods = bindTrait(proxyFilterApi, {
  get_proxy_types: (ctx) => proxyTypeInfos(ctx),
  get_proxy_filter: (ctx, { proxy_type: wanted }) => proxyFiltersOf(ctx).filter(({ type }) => wanted === undefined || wireIndexOf(type) === wanted).map(filterInfo),
});
