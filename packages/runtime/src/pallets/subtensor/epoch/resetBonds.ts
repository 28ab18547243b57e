import type { StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { S } from '../pallet.ts';
import { tryNetuidAndMechid } from '../subnets/mechanismIndex.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';

/**
 * Takes the hotkey's neuron out of all bonds of a mechanism, where the subnet lets bonds be reset.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, do_reset_bonds @ 14bc6f9
 */
export function resetBonds(ctx: StateCtx, netuidIndex: number, hotkey: AccountId): void {
  const netuid = tryNetuidAndMechid(ctx, netuidIndex)?.netuid ?? ROOT_NETUID;
  if (!S.BondsResetOn.get(ctx, netuid)) return;
  const uid = S.Uids.get(ctx, netuid, hotkey);
  if (uid === undefined) return;
  for (const [[, validator], bonds] of S.Bonds.entries(ctx, netuidIndex)) {
    S.Bonds.set(ctx, netuidIndex, validator, bonds.filter(([of]) => of !== uid));
  }
}
