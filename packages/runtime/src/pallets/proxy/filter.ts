/** What a kind of proxy lets through. source: runtime/src/lib.rs, InstanceFilter for ProxyType; pallets/proxy/src/lib.rs, do_proxy @ 14bc6f9 */

import type { ProxyType } from '@taonet/abi';
import type { CallFilter, RuntimeCall } from '@taonet/frame';
import { PROXY_FILTERS, type CallRef, type ProxyFilter } from './filterTable.ts';

type Args = Readonly<Record<string, unknown>>;

function matches({ pallet, call: name, less, nested }: CallRef, call: RuntimeCall): boolean {
  if (call.type !== pallet || (name !== undefined && call.value.type !== name)) return false;
  const args = (call.value.value ?? {}) as Args;
  if (less !== undefined) return (args[less.arg] as bigint) < less.limit;
  if (nested === undefined) return true;
  const inner = args['call'] as RuntimeCall;
  return inner.type === nested.pallet && inner.value.type === nested.call;
}

/** Whether a proxy of this kind may make the call. */
export function passesProxyType(type: ProxyType, call: RuntimeCall, filters: readonly ProxyFilter[] = PROXY_FILTERS): boolean {
  const filter = filters.find((one) => one.type === type);
  if (filter === undefined) return false;
  const listed = filter.calls.some((ref) => matches(ref, call));
  switch (filter.mode) {
    case 'AllowAll': return true;
    case 'DenyAll': return false;
    case 'Deny': return !listed;
    case 'Allow': return listed && !filter.exceptions.some((ref) => matches(ref, call));
  }
}

/** Whether `one` may do all that `other` may. */
export function isSuperset(one: ProxyType, other: ProxyType): boolean {
  if (one === other || one === 'Any') return true;
  if (other === 'Any') return false;
  if (one === 'NonTransfer') return other !== 'Transfer' && other !== 'SmallTransfer';
  return one === 'Transfer' && other === 'SmallTransfer';
}

/** What is added to the origin of a proxied call: its kind's rules, and no way to wider rights. */
export function proxyFilter(type: ProxyType, filters: readonly ProxyFilter[] = PROXY_FILTERS): CallFilter {
  return (call) => {
    if (call.type === 'Proxy') {
      const { proxy_type } = (call.value.value ?? {}) as { readonly proxy_type?: ProxyType };
      const changesOne = call.value.type === 'add_proxy' || call.value.type === 'remove_proxy';
      if (changesOne && !isSuperset(type, proxy_type!)) return false;
      if ((call.value.type === 'remove_proxies' || call.value.type === 'kill_pure') && type !== 'Any') return false;
    }
    return passesProxyType(type, call, filters);
  };
}
