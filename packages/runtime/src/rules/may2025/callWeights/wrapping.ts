/**
 * Weights of pallets whose calls bring other calls.
 *
 * source: pallets/utility, pallets/proxy, pallets/crowdloan: weights.rs and lib.rs @ 1b0c63a; pallet-multisig 38.0.0
 */

import { addWeight, ZERO_WEIGHT, type RuntimeCall } from '@taonet/frame';
import { count, fixed, greatest, linear, measured, plus, stated, type Count, type WeightTable } from '../../../weights/weightRow.ts';
import { aroundPaidThen, aroundThen, batchThen, statedThen } from './around.ts';

export const utilityWeights: WeightTable = {
  batch: batchThen([2_694_370, 3_997, 2, 0], 5_005_941),
  as_derivative: aroundThen([9_639_000, 3_997, 3, 1]),
  batch_all: batchThen([12_948_874, 3_997, 2, 0], 5_162_821),
  dispatch_as: aroundThen([7_452_000, 0, 0, 0]),
  force_batch: batchThen([4_879_712, 3_997, 2, 0], 4_955_816),
  with_weight: statedThen('weight'),
};

/** Weights are those of an account with so many proxies, and so many announcements. */
const [PROXIES_MAX, PENDING_MAX] = [20, 75];

export const proxyWeights: WeightTable = {
  proxy: aroundPaidThen([19_655_145 + PROXIES_MAX * 36_306, 4_706, 4, 1]),
  add_proxy: fixed(22_358_457 + PROXIES_MAX * 64_322, 4_706, 1, 1),
  remove_proxy: fixed(22_579_308 + PROXIES_MAX * 62_404, 4_706, 1, 1),
  remove_proxies: fixed(21_456_750 + PROXIES_MAX * 45_387, 4_706, 1, 1),
  create_pure: fixed(23_878_644 + PROXIES_MAX * 10_149, 4_706, 1, 1),
  kill_pure: fixed(22_067_418 + PROXIES_MAX * 52_703, 4_706, 1, 1),
  announce: fixed(32_205_445 + PENDING_MAX * 167_596 + PROXIES_MAX * 67_833, 5_698, 3, 2),
  remove_announcement: fixed(22_666_821 + PENDING_MAX * 170_629 + PROXIES_MAX * 18_799, 5_698, 2, 2),
  reject_announcement: fixed(22_654_227 + PENDING_MAX * 168_822 + PROXIES_MAX * 21_839, 5_698, 2, 2),
  proxy_announced: aroundThen([41_812_078 + PENDING_MAX * 163_029 + PROXIES_MAX * 79_539, 5_698, 6, 3]),
};

const signatories: Count = count('other_signatories');
const callLength: Count = (args, ctx) => BigInt(ctx.encodeCall(args['call'] as RuntimeCall).length);

/** Parts of the steps of a multisig operation, by picoseconds of base, other signatory and byte of the call. */
export const MULTISIG = {
  threshold1: { base: [21_362_808, 3_997, 2, 0], signatory: 0, byte: 432 },
  create: { base: [31_518_927, 6_811, 1, 1], signatory: 115_804, byte: 1_442 },
  approve: { base: [17_806_361, 6_811, 1, 1], signatory: 107_042, byte: 1_491 },
  complete: { base: [43_677_970, 6_811, 4, 2], signatory: 154_697, byte: 1_534 },
} as const;

const step = ({ base, signatory, byte }: (typeof MULTISIG)[keyof typeof MULTISIG]): ReturnType<typeof linear> =>
  linear(base, [[signatories, signatory, 0, 0, 0], [callLength, byte, 0, 0, 0]]);

export const multisigWeights: WeightTable = {
  as_multi_threshold_1: plus(
    linear([21_362_808, 3_997, 3, 1], [[callLength, 432, 0, 0, 0]]),
    aroundThen([0, 0, 0, 0]),
  ),
  as_multi: plus(greatest(step(MULTISIG.create), step(MULTISIG.approve), step(MULTISIG.complete)), stated('max_weight')),
  approve_as_multi: plus(
    greatest(linear([30_317_105, 6_811, 1, 1], [[signatories, 109_792, 0, 0, 0]]), linear([17_358_877, 6_811, 1, 1], [[signatories, 99_194, 0, 0, 0]])),
    stated('max_weight'),
  ),
  cancel_as_multi: linear([32_003_421, 6_811, 1, 1], [[signatories, 108_567, 0, 0, 0]]),
};

const CONTRIBUTORS_REFUNDED = 50;

/** Parts of a refund, by picoseconds and bytes of base and contributor. */
export const REFUND = { base: [2_729_302, 3_743, 2, 0], contributor: [31_033_274, 2_579, 2, 2] } as const;

export const crowdloanWeights: WeightTable = {
  // The call that a crowdloan ends with is optional, and does not lend its class.
  create: ({ call }, ctx) => ({
    weight: addWeight(measured(42_930_000, 6_148, 3, 5), call === undefined ? ZERO_WEIGHT : ctx.dispatchInfo(call as RuntimeCall).weight), class: 'Normal', paysFee: true,
  }),
  contribute: fixed(44_192_000, 6_148, 4, 4),
  withdraw: fixed(40_907_000, 6_148, 4, 4),
  finalize: fixed(41_858_000, 6_148, 4, 4),
  refund: linear(REFUND.base, [[() => BigInt(CONTRIBUTORS_REFUNDED), ...REFUND.contributor]]),
  dissolve: fixed(44_402_000, 6_148, 4, 3),
  update_min_contribution: fixed(9_137_000, 3_743, 1, 1),
  update_end: fixed(9_438_000, 3_743, 1, 1),
  update_cap: fixed(9_087_000, 3_743, 1, 1),
};
