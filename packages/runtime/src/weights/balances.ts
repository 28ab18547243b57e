/** Weights of the calls of pallet Balances: picoseconds, proof bytes, reads, writes. source: pallet-balances 42.0.0, weights.rs and lib.rs */

import { fixed, linear, count, choice, type WeightTable } from './weightRow.ts';

export const balancesWeights: WeightTable = {
  transfer_allow_death: fixed(48_834_000, 3_593, 1, 1),
  force_transfer: fixed(49_519_000, 6_196, 2, 2),
  transfer_keep_alive: fixed(39_051_000, 3_593, 1, 1),
  transfer_all: fixed(48_209_000, 3_593, 1, 1),
  force_unreserve: fixed(15_515_000, 3_593, 1, 1),
  upgrade_accounts: linear([14_674_000, 990, 0, 0], [[count('who'), 14_648_188, 2_603, 1, 1]]),
  // The dearer of creating and killing an account.
  force_set_balance: fixed(19_206_000, 3_593, 1, 1),
  force_adjust_total_issuance: fixed(5_351_000, 0, 0, 0),
  // Upstream takes the two measured weights the wrong way round; so do we.
  burn: choice((args) => args['keep_alive'] === true, fixed(30_219_000, 0, 0, 0), fixed(20_720_000, 0, 0, 0)),
};
