/** Hyperparameters whose calls stand in other pallets, for documents and for whatever lists hyperparameters. Their behaviour is in those pallets. */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { S } from '../subtensor/pallet.ts';
import { S as Swap } from '../swap/pallet.ts';

export interface OtherSetter {
  /** `Pallet.call`. */
  readonly call: string;
  readonly name: string;
  readonly scope: 'subnet' | 'global';
  readonly who: 'root' | 'owner' | 'owner only';
  readonly unit: string;
  readonly item: string;
  readonly read: (ctx: StateCtx, netuid: NetUid) => unknown;
  readonly bounds: string;
  readonly docs: string;
}

/** source: pallets/subtensor/src/macros/dispatches.rs, pallets/swap/src/pallet/mod.rs @ 14bc6f9 */
export const otherSetters: readonly OtherSetter[] = [
  {
    call: 'SubtensorModule.set_tempo', name: 'tempo', scope: 'subnet', who: 'owner only', unit: 'blocks', item: 'SubtensorModule.Tempo',
    read: (ctx, netuid) => S.Tempo.get(ctx, netuid), bounds: '360 to 50400, once in 360 blocks, not before an epoch', docs: 'Blocks between two epochs. The next one is one tempo from now.',
  },
  {
    call: 'SubtensorModule.set_activity_cutoff_factor', name: 'activity_cutoff_factor', scope: 'subnet', who: 'owner', unit: 'thousandths of a tempo',
    item: 'SubtensorModule.ActivityCutoffFactorMilli', read: (ctx, netuid) => S.ActivityCutoffFactorMilli.get(ctx, netuid),
    bounds: '1000 to 50000; window and limit for the owner only', docs: 'Age at which a neuron\'s weights no longer count.',
  },
  {
    call: 'SubtensorModule.sudo_set_root_claim_threshold', name: 'root_claim_threshold', scope: 'subnet', who: 'owner', unit: 'bits of I96F32',
    item: 'SubtensorModule.RootClaimableThreshold', read: (ctx, netuid) => S.RootClaimableThreshold.get(ctx, netuid), bounds: 'at most 10000000',
    docs: 'Smallest root dividend that is paid out, alpha in 10⁻⁹.',
  },
  {
    call: 'SubtensorModule.sudo_set_voting_power_ema_alpha', name: 'voting_power_ema_alpha', scope: 'subnet', who: 'root', unit: 'parts of 10^18',
    item: 'SubtensorModule.VotingPowerEmaAlpha', read: (ctx, netuid) => S.VotingPowerEmaAlpha.get(ctx, netuid), bounds: 'at most 10^18',
    docs: 'Weight of the present stake in the averaged voting power.',
  },
  {
    call: 'Swap.set_fee_rate', name: 'fee_rate', scope: 'subnet', who: 'root', unit: 'parts of 65535', item: 'Swap.FeeRate',
    read: (ctx, netuid) => Swap.FeeRate.get(ctx, netuid), bounds: 'at most MaxFeeRate', docs: 'Fee of the subnet\'s pool.',
  },
  {
    call: 'SubtensorModule.sudo_set_tx_childkey_take_rate_limit', name: 'tx_childkey_take_rate_limit', scope: 'global', who: 'root', unit: 'blocks',
    item: 'SubtensorModule.TxChildkeyTakeRateLimit', read: (ctx) => S.TxChildkeyTakeRateLimit.get(ctx), bounds: '', docs: 'Blocks between two rises of a childkey take.',
  },
  {
    call: 'SubtensorModule.sudo_set_min_childkey_take', name: 'min_childkey_take', scope: 'global', who: 'root', unit: 'parts of 65535',
    item: 'SubtensorModule.MinChildkeyTake', read: (ctx) => S.MinChildkeyTake.get(ctx), bounds: '', docs: 'Lowest childkey take on any subnet.',
  },
  {
    call: 'SubtensorModule.sudo_set_max_childkey_take', name: 'max_childkey_take', scope: 'global', who: 'root', unit: 'parts of 65535',
    item: 'SubtensorModule.MaxChildkeyTake', read: (ctx) => S.MaxChildkeyTake.get(ctx), bounds: '', docs: 'Highest childkey take on any subnet.',
  },
  {
    call: 'SubtensorModule.set_pending_childkey_cooldown', name: 'pending_childkey_cooldown', scope: 'global', who: 'root', unit: 'blocks',
    item: 'SubtensorModule.PendingChildKeyCooldown', read: (ctx) => S.PendingChildKeyCooldown.get(ctx), bounds: '', docs: 'Blocks until children that were asked for take effect.',
  },
  {
    call: 'SubtensorModule.sudo_set_num_root_claims', name: 'num_root_claims', scope: 'global', who: 'root', unit: 'accounts',
    item: 'SubtensorModule.NumRootClaim', read: (ctx) => S.NumRootClaim.get(ctx), bounds: 'at most 50', docs: 'How many accounts get their root dividends paid out in a block.',
  },
];
