/** What a subnet's owner may do to its epochs, and when. */

import { ROOT } from '@taonet/frame';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import type { Provocation } from '../provoke.ts';
import { all, NETUID } from './scenery.ts';
import { admin, row, subnets } from './stage.ts';

const byOwner = { arrange: subnets };
const open = all(subnets, (ctx) => S.CommitRevealWeightsEnabled.set(ctx, NETUID, false));

export const rows: readonly Provocation[] = [
  row('TempoOutOfBounds', { netuid: NETUID, actual: 359, required: 360 }, 'set_tempo', { netuid: NETUID, tempo: 359 }, { ...byOwner, because: 'too short' }),
  row('TempoOutOfBounds', { netuid: NETUID, actual: 50_401, required: 50_400 }, 'set_tempo', { netuid: NETUID, tempo: 50_401 }, { ...byOwner, because: 'too long' }),
  row('ActivityCutoffFactorMilliOutOfBounds', { netuid: NETUID, actual: 999, required: 1_000 }, 'set_activity_cutoff_factor', { netuid: NETUID, factor_milli: 999 }, { ...byOwner, because: 'too short' }),
  row('ActivityCutoffFactorMilliOutOfBounds', { netuid: NETUID, actual: 50_001, required: 50_000 }, 'set_activity_cutoff_factor', { netuid: NETUID, factor_milli: 50_001 }, { origin: ROOT, because: 'too long, root too' }),
  row('AdminActionProhibitedDuringWeightsWindow', { netuid: NETUID, actual: 9n, required: 10 }, 'set_tempo', { netuid: NETUID, tempo: 400 }, {
    ...byOwner, because: 'the epoch is near', arrange: all(subnets, (ctx) => S.LastEpochBlock.set(ctx, NETUID, 649n)),
  }),
  row('AdminActionProhibitedDuringWeightsWindow', { netuid: NETUID, actual: 1_000n, required: 1_001n }, '', {}, {
    origin: ROOT, because: 'an epoch was asked for; root too', arrange: all(subnets, (ctx) => S.PendingEpochAt.set(ctx, NETUID, 1_001n)),
    call: admin('sudo_set_tempo', { netuid: NETUID, tempo: 400 }),
  }),
  row('DynamicTempoBlockedByCommitReveal', { netuid: NETUID }, 'trigger_epoch', { netuid: NETUID }, byOwner),
  row('EpochTriggerAlreadyPending', { netuid: NETUID, firesAt: 1_005n }, 'trigger_epoch', { netuid: NETUID }, { ...byOwner, arrange: all(open, (ctx) => S.PendingEpochAt.set(ctx, NETUID, 1_005n)) }),
  row('AutoEpochAlreadyImminent', { netuid: NETUID, actual: 9n, required: 10n }, 'trigger_epoch', { netuid: NETUID }, { ...byOwner, arrange: all(open, (ctx) => S.LastEpochBlock.set(ctx, NETUID, 649n)) }),
  row('ActivityCutoffTooLow', { netuid: NETUID, actual: 359, required: 360 }, '', {}, { origin: ROOT, arrange: subnets, call: admin('sudo_set_activity_cutoff', { netuid: NETUID, activity_cutoff: 359 }) }),
];
