/** Claims of root dividends; voting power, which root switches on. */

import { ROOT } from '@taonet/frame';
import type { Provocation } from '../provoke.ts';
import { NETUID } from './scenery.ts';
import { row, subnets } from './stage.ts';

export const rows: readonly Provocation[] = [
  row('InvalidSubnetNumber', { actual: 0, required: 1 }, 'claim_root', { subnets: [] }, { because: 'none' }),
  row('InvalidSubnetNumber', { actual: 6, required: 5 }, 'claim_root', { subnets: [1, 2, 3, 4, 5, 6] }, { because: 'too many' }),
  row('InvalidSubnetNumber', { claimType: 'KeepSubnets', actual: 0, required: 1 }, 'set_root_claim_type', { new_root_claim_type: { type: 'KeepSubnets', value: { subnets: [] } } }, { because: 'none to keep' }),
  row('InvalidNumRootClaim', { actual: 51n, required: 50n }, 'sudo_set_num_root_claims', { new_value: 51n }, { origin: ROOT }),
  row('InvalidRootClaimThreshold', { netuid: NETUID, actual: 10_000_001n, required: 10_000_000n }, 'sudo_set_root_claim_threshold', { netuid: NETUID, new_value: 10_000_001n }, { origin: ROOT, arrange: subnets }),
  row('VotingPowerTrackingNotEnabled', { netuid: NETUID }, 'disable_voting_power_tracking', { netuid: NETUID }, { origin: ROOT, arrange: subnets }),
  row('InvalidVotingPowerEmaAlpha', { netuid: NETUID, actual: 10n ** 18n + 1n, required: 10n ** 18n }, 'sudo_set_voting_power_ema_alpha', { netuid: NETUID, alpha: 10n ** 18n + 1n }, { origin: ROOT, arrange: subnets }),
];
