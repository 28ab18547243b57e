/**
 * The developer network: upstream's local network with stored values that let it move from the first minute, and the rule of
 * `liveBirth`. Each row says what it sets and why; `taonet node --preset dev --explain` prints the rows.
 *
 * source: ours, docs/adr/0008
 */

import type { BlockCtx } from '@taonet/frame';
import { defect, I96F32 } from '@taonet/primitives';
import { mintInto } from '../pallets/balances/issue.ts';
import { S } from '../pallets/subtensor/pallet.ts';
import { openToWork } from '../pallets/subtensor/subnets/openToWork.ts';
import { getSubnetAccountId, ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import type { Adjust } from './buildGenesis.ts';
import { ROWS } from './devRows.ts';
import { FIRST_NETUID, POOL_ALPHA_RAO, POOL_TAO_RAO, ROOT_STAKE_RAO, ROOT_VALIDATORS, seatValidator, TEMPO, type PresetRow } from './devSteps.ts';

export type { PresetRow } from './devSteps.ts';

/** 1.25 as I96F32. */
const MOVING_PRICE = I96F32.fromRational(5n, 4n);

/** A pool of some age. The TAO is there, on the subnet's account. */
function fillPool(ctx: BlockCtx): void {
  const account = getSubnetAccountId(ctx, FIRST_NETUID);
  if (account === undefined) throw defect('PresetSubnetMissing', { netuid: FIRST_NETUID });
  mintInto(ctx, account, POOL_TAO_RAO);
  S.TotalStake.set(ctx, S.SubnetTAO.get(ctx, ROOT_NETUID) + POOL_TAO_RAO);
  S.SubnetTAO.set(ctx, FIRST_NETUID, POOL_TAO_RAO);
  S.SubnetAlphaIn.set(ctx, FIRST_NETUID, POOL_ALPHA_RAO);
}

function startFirstSubnet(ctx: BlockCtx): void {
  S.FirstEmissionBlockNumber.set(ctx, FIRST_NETUID, 1n);
  S.SubtokenEnabled.set(ctx, FIRST_NETUID, true);
  S.Tempo.set(ctx, FIRST_NETUID, TEMPO);
  S.CommitRevealWeightsEnabled.set(ctx, FIRST_NETUID, false);
  S.WeightsSetRateLimit.set(ctx, FIRST_NETUID, 0n);
}

/** In the order in which they are applied. */
export const DEV_PRESET: readonly PresetRow[] = [
  {
    what: 'admin freeze window', value: '0 blocks', why: 'At tempo 10 every change of a hyperparameter would fall into it.',
    apply: (ctx) => S.AdminFreezeWindow.set(ctx, 0),
  },
  ROWS.networkRateLimit,
  ROWS.taoWeight,
  ROWS.stakeThreshold,
  ROWS.openRoot,
  {
    what: 'subnet 1', value: 'started, tempo 10, open weights', why: 'Its owner is the zero account: nobody could start it.',
    apply: startFirstSubnet,
  },
  {
    what: 'work on subnet 1', value: 'difficulty 500,000, at least 50,000', why: "A seat by proof of work within seconds; upstream's 10,000,000 takes a core a minute.",
    apply: (ctx) => openToWork(ctx, FIRST_NETUID),
  },
  {
    what: 'root validators', value: '//Alice//validator, //Bob//validator, //Charlie//validator',
    why: 'Seated on root and subnet 1 with 100,000 TAO of root stake each: pools get alpha, root earns dividends. The owners keep their 1,000,000 TAO.',
    apply: (ctx) => ROOT_VALIDATORS.forEach((validator) => seatValidator(ctx, validator, ROOT_STAKE_RAO)),
  },
  ROWS.alice,
  ROWS.permits,
  {
    what: 'pool of subnet 1', value: '10,000 TAO and 8,000 alpha', why: "In upstream's pool of 10 and 10 one TAO moves the price by a fifth, and so does each block.",
    apply: fillPool,
  },
  {
    what: 'moving price of subnet 1', value: '1.25, its price', why: 'Root dividends are recycled until moving prices sum to more than 1: that takes 33 hours from 0.',
    apply: (ctx) => S.SubnetMovingPrice.set(ctx, FIRST_NETUID, MOVING_PRICE),
  },
  ROWS.issuance,
  ROWS.beacon,
  {
    what: 'birth of a subnet (rule)', value: 'emission on, commit-reveal off, weights rate limit 0, moving price = spot price, work as on subnet 1',
    why: 'Registration switches emission off last; unmodified clients set weights without the internet; a price average from 0 takes days.',
  },
];

export const adjustToDevPreset: Adjust = (ctx) => {
  for (const row of DEV_PRESET) row.apply?.(ctx);
};
