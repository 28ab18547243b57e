/** Where a neuron can be reached: axon (its server), its TLS certificate, prometheus (its metrics). */

import { ensureSigned, type CallCtx, type Origin, type StateCtx } from '@taonet/frame';
import { ensure, saturatingSubU64, U128_MAX, U32_MAX, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';
import { isHotkeyRegisteredOnNetwork } from './uids.ts';

export type AxonInfo = NonNullable<ReturnType<typeof S.Axons.get>>;
export type PrometheusInfo = NonNullable<ReturnType<typeof S.Prometheus.get>>;
type Certificate = NonNullable<ReturnType<typeof S.NeuronCertificates.get>>;

/** One byte of algorithm and at most 64 of key. */
const CERTIFICATE_BYTES_MAX = 65;
const LOCALHOST_V4 = 0x7f00_0001n;
const LOCALHOST_V6 = 1n;

/**
 * Sets the signer's axon, and its certificate when one is given and well formed (else that part is skipped).
 *
 * refuses HotKeyNotRegisteredInNetwork, InvalidIpType, InvalidIpAddress, ServingRateLimitExceeded, InvalidPort
 * source: pallets/subtensor/src/subnets/serving.rs, do_serve_axon @ 14bc6f9
 */
export function doServeAxon(ctx: CallCtx, origin: Origin, netuid: NetUid, axon: Omit<AxonInfo, 'block'>, certificate?: Uint8Array): void {
  const hotkey = ensureSigned(origin);
  ensureMayServeAxon(ctx, hotkey, netuid, axon);
  if (certificate !== undefined) storeCertificate(ctx, netuid, hotkey, certificate);
  S.Axons.set(ctx, netuid, hotkey, { ...axon, block: getCurrentBlockAsU64(ctx) });
  ctx.deposit(Ev.AxonServed([netuid, hotkey]));
}

/**
 * The checks of `doServeAxon`, also made before dispatch.
 *
 * source: pallets/subtensor/src/subnets/serving.rs, validate_serve_axon @ 14bc6f9
 */
export function ensureMayServeAxon(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, axon: Omit<AxonInfo, 'block'>): void {
  ensure(isHotkeyRegisteredOnNetwork(ctx, netuid, hotkey), E.HotKeyNotRegisteredInNetwork, { netuid, hotkey });
  ensure(isValidIpType(axon.ip_type), E.InvalidIpType, { actual: axon.ip_type, required: '4 or 6' });
  ensure(isValidIpAddress(axon.ip_type, axon.ip, true), E.InvalidIpAddress, { actual: axon.ip, ipType: axon.ip_type });
  ensureServingRateLimit(ctx, netuid, S.Axons.get(ctx, netuid, hotkey)?.block ?? 0n);
  ensure(axon.port !== 0, E.InvalidPort, { actual: axon.port, required: 1 });
}

/**
 * Sets where the signer's metrics are.
 *
 * refuses InvalidIpType, InvalidIpAddress, HotKeyNotRegisteredInNetwork, ServingRateLimitExceeded, InvalidPort
 * source: pallets/subtensor/src/subnets/serving.rs, do_serve_prometheus @ 14bc6f9
 */
export function doServePrometheus(ctx: CallCtx, origin: Origin, netuid: NetUid, info: Omit<PrometheusInfo, 'block'>): void {
  const hotkey = ensureSigned(origin);
  ensureMayServePrometheus(ctx, hotkey, netuid, info);
  S.Prometheus.set(ctx, netuid, hotkey, { ...info, block: getCurrentBlockAsU64(ctx) });
  ctx.deposit(Ev.PrometheusServed([netuid, hotkey]));
}

/**
 * The checks of `doServePrometheus`, also made before dispatch.
 *
 * source: pallets/subtensor/src/subnets/serving.rs, validate_serve_prometheus @ 14bc6f9
 */
export function ensureMayServePrometheus(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, info: Omit<PrometheusInfo, 'block'>): void {
  ensure(isValidIpType(info.ip_type), E.InvalidIpType, { actual: info.ip_type, required: '4 or 6' });
  ensure(isValidIpAddress(info.ip_type, info.ip, false), E.InvalidIpAddress, { actual: info.ip, ipType: info.ip_type });
  ensure(isHotkeyRegisteredOnNetwork(ctx, netuid, hotkey), E.HotKeyNotRegisteredInNetwork, { netuid, hotkey });
  ensureServingRateLimit(ctx, netuid, S.Prometheus.get(ctx, netuid, hotkey)?.block ?? 0n);
  ensure(info.port !== 0, E.InvalidPort, { actual: info.port, required: 1 });
}

/**
 * refuses ServingRateLimitExceeded
 * source: pallets/subtensor/src/subnets/serving.rs, axon_passes_rate_limit, prometheus_passes_rate_limit @ 14bc6f9, the same @ 1b0c63a
 */
export function ensureServingRateLimit(ctx: StateCtx, netuid: NetUid, lastBlock: bigint): void {
  const limit = S.ServingRateLimit.get(ctx, netuid);
  const block = getCurrentBlockAsU64(ctx);
  const passes = limit === 0n || lastBlock === 0n || saturatingSubU64(block, lastBlock) >= limit;
  ensure(passes, E.ServingRateLimitExceeded, { netuid, actual: block, required: lastBlock + limit });
}

/** source: pallets/subtensor/src/subnets/serving.rs, is_valid_ip_type @ 14bc6f9 */
export function isValidIpType(ipType: number): boolean {
  return ipType === 4 || ipType === 6;
}

/**
 * Not this machine itself, not the highest address, in the range of its type; 0.0.0.0 only where allowed.
 *
 * source: pallets/subtensor/src/subnets/serving.rs, is_valid_ip_address @ 14bc6f9
 */
export function isValidIpAddress(ipType: number, ip: bigint, allowZero: boolean): boolean {
  if (!allowZero && ip === 0n) return false;
  if (ipType === 4) return ip < BigInt(U32_MAX) && ip !== LOCALHOST_V4;
  if (ipType === 6) return ip !== U128_MAX && ip !== LOCALHOST_V6;
  return true;
}

/** Stores a well-formed certificate; nothing for another one. source: pallets/subtensor/src/subnets/serving.rs, do_serve_axon @ 14bc6f9, the same @ 1b0c63a */
export function storeCertificate(ctx: StateCtx, netuid: NetUid, hotkey: AccountId, certificate: Uint8Array): void {
  const parsed = tryParseCertificate(certificate);
  if (parsed !== undefined) S.NeuronCertificates.set(ctx, netuid, hotkey, parsed);
}

/** source: pallets/subtensor/src/lib.rs, NeuronCertificate @ 14bc6f9 */
function tryParseCertificate(bytes: Uint8Array): Certificate | undefined {
  if (bytes.length === 0 || bytes.length > CERTIFICATE_BYTES_MAX) return undefined;
  return { public_key: bytes.slice(1), algorithm: bytes[0]! };
}
