/** Why a subnet gets no TAO and pays no alpha. */

import { U96F32 } from '@taonet/primitives';
import { at, under, type Check } from '../check.ts';
import { ROOT } from '../facts/subnetFacts.ts';
import { admin, advice, byCalls, subtensor } from '../fix.ts';
import { someIncentive, VALIDATORS } from './incentiveChecks.ts';
import { VOTERS, weightsOf } from './rowChecks.ts';
import { consistent, EMITS, firstEpoch, tempo, type OnSubnet } from './subnetChecks.ts';
import type { OnEpoch } from './onEpoch.ts';

type EmissionCheck = Check<OnSubnet>;

const emissionEnabled: EmissionCheck = under('June2026', {
  cause: 'emission-disabled', says: 'root has enabled its emission (registration leaves it off)',
  read: ({ subnet }) => [at('SubnetEmissionEnabled', subnet.netuid)],
  holds: ({ subnet }) => subnet.emissionEnabled,
  actual: ({ subnet }) => subnet.emissionEnabled, required: () => true,
  fix: ({ subnet }) => byCalls('Root enables it:', ['root', admin('sudo_set_subnet_emission_enabled', { netuid: subnet.netuid, enabled: true })]),
});

const taoLeft: EmissionCheck = {
  cause: 'tao-issued', says: 'some of the 21 million TAO is not issued yet',
  read: () => [at('TotalIssuance')],
  holds: ({ subnet }) => subnet.emission.blockTao > 0n,
  actual: ({ subnet }) => subnet.emission.taoIssuance, required: () => 'below 20,999,999.98 TAO', unit: 'rao',
  fix: () => advice('All TAO has been issued: nothing follows.'),
};

const movingPrice: EmissionCheck = {
  cause: 'no-moving-price', says: 'its moving price is above 0: emission goes by it',
  read: ({ subnet }) => [at('SubnetMovingPrice', subnet.netuid), at('SubnetTAO', subnet.netuid), at('SubnetAlphaIn', subnet.netuid)],
  holds: ({ subnet }) => subnet.emission.movingPrice > 0n,
  actual: ({ subnet }) => subnet.emission.movingPrice, required: () => 'above 0',
  fix: ({ subnet }) => {
    const { tao, alpha } = subnet.emission.pool;
    if (tao === 0n || alpha === 0n) return byCalls('Its pool has nothing on one side, so that there is no price; stake into it:', [{ coldkey: subnet.owner }, subtensor('add_stake', { hotkey: subnet.ownerHotkey, netuid: subnet.netuid, amount_staked: 1_000_000_000n })]);
    return { text: 'It follows the spot price slowly from 0: a share of about 3 millionths of it a block, times age over age + 201,600 blocks. Wait; on a network of your own:', commands: ['taonet advance 1000'] };
  },
};

const notBurned: EmissionCheck = under('June2026', {
  cause: 'incentive-burned', says: 'not all of its miners\' emission is withheld, as what the owner\'s own miners earn is',
  read: ({ subnet }) => [at('MinerBurned', subnet.netuid), at('SubnetOwnerHotkey', subnet.netuid)],
  holds: ({ subnet }) => subnet.emission.minerBurned < U96F32.one || subnet.emission.nextTao > 0n,
  actual: ({ subnet }) => shareOf(subnet.emission.minerBurned), required: () => 'below 100 %', unit: 'share',
  fix: ({ subnet }) => advice(`Validators give weight to the owner's neurons only. Weights on other miners change it at the next epoch: block ${subnet.clock.nextEpochBlock ?? 'never'}.`),
});

const aWholeRao: EmissionCheck = {
  cause: 'share-below-1-rao', says: 'its share by moving price is at least 1 rao a block',
  read: ({ subnet }) => [at('SubnetMovingPrice', subnet.netuid), at('MinerBurned', subnet.netuid), at('TotalIssuance')],
  holds: ({ subnet }) => subnet.emission.nextTao > 0n,
  actual: ({ subnet }) => subnet.emission.nextTao, required: () => 1n, unit: 'rao',
  fix: () => advice('Its moving price is too small beside the others\'. It rises with the spot price: with stake.'),
};
const wholeRao: readonly EmissionCheck[] = [
  under('June2026', aWholeRao),
  under('May2025', aWholeRao, { read: ({ subnet }) => [at('SubnetMovingPrice', subnet.netuid), at('TotalIssuance')] }),
];

const STAKE_ON_ROOT = 1_000_000_000_000n;

/** In May 2025 alpha went into the pool at the price, whatever root had. */
const rootStaked: EmissionCheck = under('June2026', {
  cause: 'root-not-staked', says: 'there is stake on root: alpha goes into the pool only up to root\'s part of it',
  read: () => [at('SubnetTAO', ROOT), at('TaoWeight')],
  holds: ({ subnet }) => subnet.emission.rootTao > 0n && subnet.emission.taoWeight > 0n,
  actual: ({ subnet }) => subnet.emission.rootTao, required: () => 1n, unit: 'rao',
  fix: ({ subnet }) => (subnet.emission.taoWeight === 0n
    ? advice('TaoWeight is 0, so that no stake on root counts; root sets it by System.set_storage.')
    : byCalls('Somebody stakes there:', [{ coldkey: subnet.owner }, subtensor('add_stake', { hotkey: subnet.ownerHotkey, netuid: ROOT, amount_staked: STAKE_ON_ROOT })])),
});

const alphaLeft: EmissionCheck = {
  cause: 'alpha-issued', says: 'some of the subnet\'s 21 million alpha is not issued yet',
  read: ({ subnet }) => [at('SubnetAlphaIn', subnet.netuid), at('SubnetAlphaOut', subnet.netuid)],
  holds: ({ subnet }) => subnet.emission.blockAlpha > 0n,
  actual: ({ subnet }) => subnet.emission.alphaIssuance, required: () => 'below 20,999,999.98 alpha', unit: 'alpha',
  fix: () => advice('All alpha has been issued: nothing follows.'),
};

export const shareOf = (bits: bigint): number => Number(bits) / Number(U96F32.one);

/** In the order in which a block goes through them. */
export const EMISSION: readonly Check<OnEpoch>[] = [
  ...EMITS, emissionEnabled, taoLeft, movingPrice, notBurned, ...wholeRao, rootStaked, alphaLeft, ...tempo, consistent, ...firstEpoch,
  ...VALIDATORS, ...weightsOf(VOTERS), someIncentive,
];
