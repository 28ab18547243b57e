/** The switch `pow_registration` under the rules of June 2026: when a call `register` is a registration by work. source: ours, docs/adr/0015 */

import type { subtensorModule } from '@taonet/abi';
import type { ArgsOf } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { S } from '../../pallets/subtensor/pallet.ts';
import { ifSubnetExist, ROOT_NETUID } from '../../pallets/subtensor/subnets/subnetwork.ts';
import { activeRules } from '../activeRules.ts';
import { faultOfWork } from '../may2025/registration/usedWork.ts';

export type RegisterArgs = ArgsOf<(typeof subtensorModule)['calls']['register']>;

/**
 * Whether the call brings work that counts now: its subnet takes work, and the work is the named hotkey's, recent, hard enough and was
 * not used before. Every other `register` is what it is upstream: a registration that is paid for.
 */
export function bringsRealWork(ctx: StateCtx, { netuid, block_number: blockNumber, nonce, work, hotkey }: RegisterArgs): boolean {
  if (!activeRules(ctx).pow_registration || netuid === ROOT_NETUID) return false;
  if (!ifSubnetExist(ctx, netuid) || !S.NetworkPowRegistrationAllowed.get(ctx, netuid)) return false;
  return faultOfWork(ctx, { blockNumber, nonce, work }, hotkey, S.Difficulty.get(ctx, netuid)) === undefined && !S.UsedWork.has(ctx, work);
}
