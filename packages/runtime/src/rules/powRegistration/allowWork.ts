/** Where the switch `pow_registration` is on, owners say again whether their subnets take work; upstream refuses the call since it is gone. source: ours, docs/adr/0015 */

import type { adminUtils } from '@taonet/abi';
import type { CallHandler, CallHandlers, RuntimeCall, StateCtx } from '@taonet/frame';
import { ensureSubnetOwnerOrRoot } from '../../pallets/subtensor/ownerAccess.ts';
import { Ev, S } from '../../pallets/subtensor/pallet.ts';
import { activeRules } from '../activeRules.ts';
import type { Handlers } from '../ruleSet.ts';

const CALLS: CallHandlers<(typeof adminUtils)['calls']> = {
  /**
   * refuses BadOrigin
   * source: pallets/admin-utils/src/lib.rs, sudo_set_network_pow_registration_allowed @ 1b0c63a
   */
  sudo_set_network_pow_registration_allowed(ctx, origin, { netuid, registration_allowed: allowed }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid);
    S.NetworkPowRegistrationAllowed.set(ctx, netuid, allowed);
    ctx.deposit(Ev.PowRegistrationAllowed([netuid, allowed]));
  },
};

/** Behaviour of a call that the switch brings back; undefined for other calls, and where it is off. */
export function powHandler(ctx: StateCtx, { type, value }: RuntimeCall): CallHandler<never> | undefined {
  const handler = type === 'AdminUtils' ? (CALLS as Handlers)[value.type] : undefined;
  return handler !== undefined && activeRules(ctx).pow_registration ? handler : undefined;
}
