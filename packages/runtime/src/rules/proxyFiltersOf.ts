/** What kinds of proxies let through under the rules in force: where triumvirate and senate govern, their kinds are not empty. */

import type { StateCtx } from '@taonet/frame';
import { PROXY_FILTERS, type ProxyFilter } from '../pallets/proxy/filterTable.ts';
import { activeRules } from './activeRules.ts';
import { GOVERNANCE_FILTERS, withFilters } from './may2025/proxyFilters.ts';
import { ruleSetOf } from './ruleSetOf.ts';

const CRITICAL = PROXY_FILTERS.filter(({ type }) => type === 'NonCritical').map((filter): ProxyFilter => ({ ...filter, calls: [...filter.calls, { pallet: 'Triumvirate' }] }));
const GOVERNED_TODAY = withFilters(PROXY_FILTERS, [...GOVERNANCE_FILTERS, ...CRITICAL]);

export function proxyFiltersOf(ctx: StateCtx): readonly ProxyFilter[] {
  const { proxyFilters } = ruleSetOf(ctx);
  if (!activeRules(ctx).governance) return proxyFilters;
  return proxyFilters === PROXY_FILTERS ? GOVERNED_TODAY : proxyFilters;
}
