import type { StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { ensureMayServeAxon, ensureMayServePrometheus } from '../subnets/serving.ts';
import type { SubtensorCall } from './subtensorCall.ts';

/**
 * The checks of serving an endpoint, before dispatch.
 *
 * source: pallets/subtensor/src/guards/check_serving_endpoints.rs @ 14bc6f9
 */
export function checkServingEndpoints(ctx: StateCtx, who: AccountId, call: SubtensorCall): void {
  switch (call.type) {
    case 'serve_axon': case 'serve_axon_tls':
      return ensureMayServeAxon(ctx, who, call.value.netuid, call.value);
    case 'serve_prometheus':
      return ensureMayServePrometheus(ctx, who, call.value.netuid, call.value);
    default:
  }
}
