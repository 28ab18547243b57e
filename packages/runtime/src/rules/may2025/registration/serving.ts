/** Where a neuron could be reached: it had to be registered somewhere, on whatever subnet. */

import { ensureSigned, type CallCtx, type Origin, type StateCtx } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ensureServingRateLimit, isValidIpAddress, isValidIpType, storeCertificate, type AxonInfo, type PrometheusInfo } from '../../../pallets/subtensor/subnets/serving.ts';
import { isHotkeyRegisteredOnAnyNetwork } from '../../../pallets/subtensor/subnets/uids.ts';
import { E, Ev, S } from '../pallet.ts';

/**
 * Sets the signer's axon, and its certificate when one is given and well formed (else that part is skipped).
 *
 * refuses HotKeyNotRegisteredInNetwork, InvalidIpType, InvalidIpAddress, ServingRateLimitExceeded, InvalidPort
 * source: pallets/subtensor/src/subnets/serving.rs, do_serve_axon @ 1b0c63a
 */
export function doServeAxon(ctx: CallCtx, origin: Origin, netuid: NetUid, axon: Omit<AxonInfo, 'block'>, certificate?: Uint8Array): void {
  const hotkey = ensureSigned(origin);
  ensureMayServeAxon(ctx, hotkey, netuid, axon);
  if (certificate !== undefined) storeCertificate(ctx, netuid, hotkey, certificate);
  S.Axons.set(ctx, netuid, hotkey, { ...axon, block: getCurrentBlockAsU64(ctx) });
  ctx.deposit(Ev.AxonServed([netuid, hotkey]));
}

/**
 * The checks of `doServeAxon`, also made of a transaction with serve_axon.
 *
 * source: pallets/subtensor/src/subnets/serving.rs, validate_serve_axon @ 1b0c63a
 */
export function ensureMayServeAxon(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, axon: Omit<AxonInfo, 'block'>): void {
  ensure(isHotkeyRegisteredOnAnyNetwork(ctx, hotkey), E.HotKeyNotRegisteredInNetwork, { netuid, hotkey });
  ensureValidAddress(axon);
  ensureServingRateLimit(ctx, netuid, S.Axons.get(ctx, netuid, hotkey)?.block ?? 0n);
  ensure(axon.port !== 0, E.InvalidPort, { actual: axon.port, required: 1 });
}

/**
 * Sets where the signer's metrics are.
 *
 * refuses InvalidIpType, InvalidIpAddress, HotKeyNotRegisteredInNetwork, ServingRateLimitExceeded, InvalidPort
 * source: pallets/subtensor/src/subnets/serving.rs, do_serve_prometheus @ 1b0c63a
 */
export function doServePrometheus(ctx: CallCtx, origin: Origin, netuid: NetUid, info: Omit<PrometheusInfo, 'block'>): void {
  const hotkey = ensureSigned(origin);
  ensureValidAddress(info);
  ensure(isHotkeyRegisteredOnAnyNetwork(ctx, hotkey), E.HotKeyNotRegisteredInNetwork, { netuid, hotkey });
  ensureServingRateLimit(ctx, netuid, S.Prometheus.get(ctx, netuid, hotkey)?.block ?? 0n);
  ensure(info.port !== 0, E.InvalidPort, { actual: info.port, required: 1 });
  S.Prometheus.set(ctx, netuid, hotkey, { ...info, block: getCurrentBlockAsU64(ctx) });
  ctx.deposit(Ev.PrometheusServed([netuid, hotkey]));
}

/** 0.0.0.0 was no address, for an axon neither. source: is_valid_ip_type, is_valid_ip_address */
function ensureValidAddress({ ip, ip_type: ipType }: { readonly ip: bigint; readonly ip_type: number }): void {
  ensure(isValidIpType(ipType), E.InvalidIpType, { actual: ipType, required: '4 or 6' });
  ensure(isValidIpAddress(ipType, ip, false), E.InvalidIpAddress, { actual: ip, ipType });
}
