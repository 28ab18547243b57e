/** How many mechanisms and neurons a subnet has. */

import { ROOT } from '@taonet/frame';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import { appendNeuron } from '../../../src/pallets/subtensor/subnets/uids.ts';
import type { Provocation } from '../provoke.ts';
import { all, NETUID } from './scenery.ts';
import { admin, row, subnets } from './stage.ts';

/** What root may not set of the subnet. */
const set = (error: string, facts: Provocation['facts'], name: string, args: object, more: Partial<Provocation> = {}): Provocation =>
  row(error, facts, '', {}, { origin: ROOT, arrange: subnets, call: admin(name, { netuid: NETUID, ...args }), because: name, ...more });

/** Ten neurons, nine of them immune. */
const young = all(subnets, (ctx) => {
  for (let uid = 0; uid < 10; uid++) appendNeuron(ctx, NETUID, `0${uid}`.repeat(32), uid === 0 ? 0n : 990n);
  S.ImmunityPeriod.set(ctx, NETUID, 100);
  S.MinAllowedUids.set(ctx, NETUID, 1);
});

const count = { netuid: NETUID };

export const rows: readonly Provocation[] = [
  set('InvalidValue', { ...count, actual: 0, required: 1 }, 'sudo_set_mechanism_count', { mechanism_count: 0 }),
  set('InvalidValue', { ...count, actual: 3, required: 2 }, 'sudo_set_mechanism_count', { mechanism_count: 3 }),
  set('InvalidValue', { ...count, actual: 17, required: 16 }, 'sudo_set_mechanism_count', { mechanism_count: 17 }, {
    arrange: all(subnets, (ctx) => {
      S.MaxMechanismCount.set(ctx, 20);
      S.MaxAllowedUids.set(ctx, NETUID, 10);
    }),
  }),
  set('InvalidValue', { actual: 0, required: 1 }, 'sudo_set_max_mechanism_count', { max_mechanism_count: 0 }),
  set('InvalidValue', { actual: 17, required: 16 }, 'sudo_set_max_mechanism_count', { max_mechanism_count: 17 }),
  set('InvalidValue', { ...count, actual: 0, required: 1 }, 'sudo_set_mechanism_emission_split', { maybe_split: [] }),
  set('InvalidValue', { ...count, actual: 2, required: 1 }, 'sudo_set_mechanism_emission_split', { maybe_split: [1, 65_534] }),
  set('InvalidValue', { ...count, actual: 65_534, required: 65_535 }, 'sudo_set_mechanism_emission_split', { maybe_split: [65_534] }),
  set('InvalidValue', { ...count, actual: 63, required: 64 }, 'sudo_trim_to_max_allowed_uids', { max_n: 63 }),
  set('InvalidValue', { ...count, actual: 257, required: 256 }, 'sudo_trim_to_max_allowed_uids', { max_n: 257 }),
  set('InvalidValue', { ...count, actual: 11, required: 10 }, 'sudo_set_owner_immune_neuron_limit', { immune_neurons: 11 }),
  set('TooManyUIDsPerMechanism', { actual: 512, required: 256 }, 'sudo_set_mechanism_count', { mechanism_count: 2 }),
  set('TooManyUIDsPerMechanism', { actual: 512, required: 256 }, 'sudo_set_max_allowed_uids', { max_allowed_uids: 256 }, { arrange: all(subnets, (ctx) => S.MechanismCountCurrent.set(ctx, NETUID, 2)) }),
  set('TrimmingWouldExceedMaxImmunePercentage', { ...count, immune: 9, actual: 100, required: 79 }, 'sudo_trim_to_max_allowed_uids', { max_n: 9 }, { arrange: young }),
];
