/**
 * The developer network under the rules of May 2025: as today's, with what was another matter then. TAO in pools stood on no account,
 * commit-reveal was off at birth, and subnets emitted once their owner had started them.
 *
 * source: ours, docs/adr/0008, 0014
 */

import type { BlockCtx } from '@taonet/frame';
import { I96F32 } from '@taonet/primitives';
import { openToWork } from '../pallets/subtensor/subnets/openToWork.ts';
import { ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import { S } from '../rules/may2025/pallet.ts';
import type { Adjust } from './buildGenesis.ts';
import { ROWS } from './devRows.ts';
import { FIRST_NETUID, POOL_ALPHA_RAO, POOL_TAO_RAO, ROOT_STAKE_RAO, ROOT_VALIDATORS, seatValidator, TEMPO, type PresetRow } from './devSteps.ts';

function startFirstSubnet(ctx: BlockCtx): void {
  S.FirstEmissionBlockNumber.set(ctx, FIRST_NETUID, 1n);
  S.SubtokenEnabled.set(ctx, FIRST_NETUID, true);
  S.Tempo.set(ctx, FIRST_NETUID, TEMPO);
  S.WeightsSetRateLimit.set(ctx, FIRST_NETUID, 0n);
}

function fillPool(ctx: BlockCtx): void {
  S.TotalStake.set(ctx, S.SubnetTAO.get(ctx, ROOT_NETUID) + POOL_TAO_RAO);
  S.SubnetTAO.set(ctx, FIRST_NETUID, POOL_TAO_RAO);
  S.SubnetAlphaIn.set(ctx, FIRST_NETUID, POOL_ALPHA_RAO);
}

/** In the order in which they are applied. */
export const DEV_PRESET_OF_MAY_2025: readonly PresetRow[] = [
  ROWS.networkRateLimit,
  ROWS.taoWeight,
  ROWS.stakeThreshold,
  ROWS.openRoot,
  {
    what: 'subnet 1', value: 'started, tempo 10 (an epoch every 11 blocks)', why: 'Its owner is the zero account: nobody could start it.',
    apply: startFirstSubnet,
  },
  {
    what: 'work on subnet 1', value: 'allowed, difficulty 500,000, at least 50,000', why: 'A seat by proof of work within seconds.',
    apply: (ctx) => openToWork(ctx, FIRST_NETUID),
  },
  {
    what: 'root validators', value: '//Alice//validator, //Bob//validator, //Charlie//validator',
    why: 'Seated on root and subnet 1 with 100,000 TAO of root stake each: their alpha is sold every block, they earn TAO at every epoch. The owners keep their 1,000,000 TAO.',
    apply: (ctx) => ROOT_VALIDATORS.forEach((validator) => seatValidator(ctx, validator, ROOT_STAKE_RAO)),
  },
  ROWS.alice,
  ROWS.permits,
  {
    what: 'pool of subnet 1', value: '10,000 TAO and 8,000 alpha', why: "In upstream's pool of 10 and 10 one TAO moves the price by a fifth, and so does each block.",
    apply: fillPool,
  },
  {
    what: 'moving price of subnet 1', value: '1, the cap', why: 'Emission follows the moving price; from 0 it would take days.',
    apply: (ctx) => S.SubnetMovingPrice.set(ctx, FIRST_NETUID, I96F32.one),
  },
  ROWS.issuance,
  ROWS.beacon,
  {
    what: 'birth of a subnet (rule)', value: 'weights rate limit 0, moving price 1, open to work as subnet 1',
    why: 'A price average from 0 takes days to matter. The owner starts the subnet, after 10 blocks on fast networks.',
  },
];

export const adjustToDevPresetOfMay2025: Adjust = (ctx) => {
  for (const row of DEV_PRESET_OF_MAY_2025) row.apply?.(ctx);
};
