/** Weights of the calls of pallet Contracts: picoseconds, proof bytes, reads, writes. source: pallet-contracts 41.0.0, weights.rs and lib.rs */

import { fixed, linear, count, stated, plus, choice, type WeightTable } from './weightRow.ts';

const instantiateWithCode = linear(
  [11_859_232_000, 5_940, 8, 7],
  [[count('code'), 8_842, 0, 0, 0], [count('data'), 1_397, 0, 0, 0], [count('salt'), 1_561, 0, 0, 0]],
);
/** Without the gas that is bought besides. */
export const instantiate = linear([5_938_894_000, 3_670, 8, 5], [[count('data'), 1_660, 0, 0, 0], [count('salt'), 1_841, 0, 0, 0]]);
/** The same of a call. */
export const callOnly = fixed(176_340_000, 3_937, 6, 2);
const migrateOnly = fixed(9_800_000, 3_494, 2, 2);
/** What a migration costs that finds nothing to do, which is counted besides; never more than announced. */
export const migrateNothing = plus(migrateOnly, fixed(2_054_000, 1_491, 1, 1));
/** Gas given as reference time alone; twice the greatest code length is taken as its proof. */
const oldGas = linear([0, 262_144, 0, 0], [[(args) => args['gas_limit'] as bigint, 1, 0, 0, 0]]);

export const contractsWeights: WeightTable = {
  call_old_weight: plus(callOnly, oldGas),
  instantiate_with_code_old_weight: plus(instantiateWithCode, oldGas),
  instantiate_old_weight: plus(instantiate, oldGas),
  upload_code: choice(
    (args) => args['determinism'] === 'Enforced',
    linear([256_594_116, 3_465, 3, 3], [[count('code'), 48_635, 0, 0, 0]]),
    linear([279_103_331, 3_465, 3, 3], [[count('code'), 48_450, 0, 0, 0]]),
  ),
  remove_code: fixed(42_404_000, 3_643, 3, 3),
  set_code: fixed(26_843_000, 6_355, 4, 3),
  call: plus(callOnly, stated('gas_limit')),
  instantiate_with_code: plus(instantiateWithCode, stated('gas_limit')),
  instantiate: plus(instantiate, stated('gas_limit')),
  migrate: plus(migrateOnly, stated('weight_limit')),
};
