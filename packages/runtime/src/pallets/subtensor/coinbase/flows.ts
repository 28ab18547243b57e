/**
 * What TAO went in and out of a subnet's pool, of stakers and of the protocol. Accumulates for ever: nothing reads it today.
 *
 * source: pallets/subtensor/src/coinbase/subnet_emissions.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddI64, saturatingSubI64, type NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';

/** Upstream casts u64 to i64 and lets it wrap. */
const asI64 = (rao: bigint): bigint => BigInt.asIntN(64, rao);

/** source: record_tao_inflow */
export function recordTaoInflow(ctx: StateCtx, netuid: NetUid, rao: bigint): void {
  S.SubnetTaoFlow.mutate(ctx, netuid, (flow) => saturatingAddI64(flow, asI64(rao)));
}

/** source: record_tao_outflow */
export function recordTaoOutflow(ctx: StateCtx, netuid: NetUid, rao: bigint): void {
  S.SubnetTaoFlow.mutate(ctx, netuid, (flow) => saturatingSubI64(flow, asI64(rao)));
}

/** source: record_protocol_inflow */
export function recordProtocolInflow(ctx: StateCtx, netuid: NetUid, rao: bigint): void {
  S.SubnetProtocolFlow.mutate(ctx, netuid, (flow) => saturatingAddI64(flow, asI64(rao)));
}

/** source: record_protocol_outflow */
export function recordProtocolOutflow(ctx: StateCtx, netuid: NetUid, rao: bigint): void {
  S.SubnetProtocolFlow.mutate(ctx, netuid, (flow) => saturatingSubI64(flow, asI64(rao)));
}
