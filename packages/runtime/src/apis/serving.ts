/** Where a neuron can be reached; zeros when it never said. */

import type { StateCtx } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import type { AxonInfo, PrometheusInfo } from '../pallets/subtensor/subnets/serving.ts';

const NO_AXON: AxonInfo = { block: 0n, version: 0, ip: 0n, port: 0, ip_type: 0, protocol: 0, placeholder1: 0, placeholder2: 0 };
const NO_PROMETHEUS: PrometheusInfo = { block: 0n, version: 0, ip: 0n, port: 0, ip_type: 0 };

/** source: pallets/subtensor/src/subnets/serving.rs, get_axon_info @ 14bc6f9 */
export function getAxonInfo(ctx: StateCtx, netuid: NetUid, hotkey: AccountId): AxonInfo {
  return S.Axons.get(ctx, netuid, hotkey) ?? NO_AXON;
}

/** source: pallets/subtensor/src/subnets/serving.rs, get_prometheus_info @ 14bc6f9 */
export function getPrometheusInfo(ctx: StateCtx, netuid: NetUid, hotkey: AccountId): PrometheusInfo {
  return S.Prometheus.get(ctx, netuid, hotkey) ?? NO_PROMETHEUS;
}
