/**
 * Weights of the pallets that are polkadot-sdk's, as of stable2409.
 *
 * source: frame-system 38.0.0, pallet-timestamp 37.0.0, pallet-balances 39.0.1, pallet-sudo 38.0.0, pallet-preimage 38.0.0, pallet-scheduler 39.0.0,
 *   pallet-safe-mode 19.0.0: weights.rs and lib.rs
 */

import { choice, count, fixed, linear, type WeightTable } from '../../../weights/weightRow.ts';
import { aroundThen, statedThen } from './around.ts';

const OPERATIONAL = { class: 'Operational' } as const;
/** Scheduled calls in a block: weights are those of a full agenda. */
const AGENDA_MAX = 50;

export const systemWeights: WeightTable = {
  remark: linear([1_137_744, 0, 0, 0], [[count('remark'), 387, 0, 0, 0]]),
  set_heap_pages: fixed(4_109_000, 1_485, 1, 2, OPERATIONAL),
  set_code: fixed(81_880_651_000, 67_035, 2, 2, OPERATIONAL),
  set_code_without_checks: fixed(81_880_651_000, 67_035, 2, 2, OPERATIONAL),
  set_storage: linear([2_192_000, 0, 0, 0], [[count('items'), 742_610, 0, 0, 1]], OPERATIONAL),
  kill_storage: linear([2_159_000, 0, 0, 0], [[count('keys'), 569_424, 0, 0, 1]], OPERATIONAL),
  kill_prefix: linear([4_172_000, 134, 0, 0], [[(args) => BigInt(args['subkeys'] as number) + 1n, 1_227_281, 70, 1, 1]], OPERATIONAL),
  remark_with_event: linear([2_562_415, 0, 0, 0], [[count('remark'), 1_391, 0, 0, 0]]),
  authorize_upgrade: fixed(9_643_000, 0, 0, 1, OPERATIONAL),
  authorize_upgrade_without_checks: fixed(9_643_000, 0, 0, 1, OPERATIONAL),
  apply_authorized_upgrade: fixed(87_636_595_000, 67_035, 3, 3, OPERATIONAL),
};

export const timestampWeights: WeightTable = {
  set: fixed(8_684_000, 1_493, 2, 1, { class: 'Mandatory' }),
};

export const balancesWeights: WeightTable = {
  transfer_allow_death: fixed(48_363_000, 3_593, 1, 1),
  force_transfer: fixed(49_944_000, 6_196, 2, 2),
  transfer_keep_alive: fixed(38_159_000, 3_593, 1, 1),
  transfer_all: fixed(47_385_000, 3_593, 1, 1),
  force_unreserve: fixed(17_233_000, 3_593, 1, 1),
  upgrade_accounts: linear([16_588_000, 990, 0, 0], [[count('who'), 13_973_659, 2_603, 1, 1]]),
  // The dearer of creating and killing an account.
  force_set_balance: fixed(19_929_000, 3_593, 1, 1),
  force_adjust_total_issuance: fixed(6_594_000, 0, 0, 0),
  // Upstream takes the two measured weights the wrong way round; so do we.
  burn: choice((args) => args['keep_alive'] === true, fixed(30_968_000, 0, 0, 0), fixed(20_711_000, 0, 0, 0)),
};

export const sudoWeights: WeightTable = {
  sudo: aroundThen([10_729_000, 1_517, 1, 0]),
  sudo_unchecked_weight: statedThen('weight'),
  set_key: fixed(9_663_000, 1_517, 1, 1),
  sudo_as: aroundThen([11_003_000, 1_517, 1, 0]),
  remove_key: fixed(9_127_000, 1_517, 1, 1),
};

export const preimageWeights: WeightTable = {
  note_preimage: linear([53_245_000, 6_012, 5, 3], [[count('bytes'), 1_744, 0, 0, 0]]),
  unnote_preimage: fixed(55_866_000, 3_658, 3, 3),
  request_preimage: fixed(25_318_000, 3_556, 2, 1),
  unrequest_preimage: fixed(24_058_000, 3_556, 2, 2),
  ensure_updated: linear([60_000_000, 6_012, 2, 0], [[count('hashes'), 56_317_686, 2_668, 3, 4]]),
};

const SCHEDULE = fixed(11_235_511 + AGENDA_MAX * 375_445, 110_487, 1, 1);
const SCHEDULE_NAMED = fixed(17_489_572 + AGENDA_MAX * 377_559, 110_487, 2, 2);

export const schedulerWeights: WeightTable = {
  schedule: SCHEDULE,
  cancel: fixed(13_697_344 + AGENDA_MAX * 564_461, 110_487, 1, 3),
  schedule_named: SCHEDULE_NAMED,
  cancel_named: fixed(18_459_344 + AGENDA_MAX * 585_557, 110_487, 2, 3),
  schedule_after: SCHEDULE,
  schedule_named_after: SCHEDULE_NAMED,
  set_retry: fixed(142_855_000, 110_487, 1, 1),
  set_retry_named: fixed(149_251_000, 110_487, 2, 1),
  cancel_retry: fixed(139_222_000, 110_487, 1, 1),
  cancel_retry_named: fixed(146_117_000, 110_487, 2, 1),
};

export const safeModeWeights: WeightTable = {
  enter: fixed(50_506_000, 3_658, 2, 3),
  force_enter: fixed(8_205_000, 1_489, 1, 1),
  extend: fixed(52_101_000, 3_658, 2, 3),
  force_extend: fixed(8_894_000, 1_489, 1, 1),
  force_exit: fixed(8_745_000, 1_489, 1, 1),
  force_slash_deposit: fixed(33_033_000, 3_658, 2, 2),
  release_deposit: fixed(45_493_000, 3_658, 3, 2),
  force_release_deposit: fixed(41_626_000, 3_658, 2, 2),
};
