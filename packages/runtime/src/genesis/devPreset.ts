/**
 * The developer network: upstream's local network with stored values that let it move from the first minute, and the rule of
 * `liveBirth`. Each row says what it sets and why; `taonet node --preset dev --explain` prints the rows.
 *
 * source: ours, docs/adr/0008
 */

import { signed, type BlockCtx } from '@taonet/frame';
import { defect, I96F32, type AccountId } from '@taonet/primitives';
import { burnFrom, mintInto } from '../pallets/balances/issue.ts';
import { S } from '../pallets/subtensor/pallet.ts';
import { getSubnetAccountId, ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import { S as System } from '../pallets/system/pallet.ts';
import type { Adjust } from './buildGenesis.ts';
import { ALICE, LOCALNET_ENDOWMENTS } from './genesisConfig.ts';

export interface PresetRow {
  readonly what: string;
  readonly value: string;
  readonly why: string;
  readonly apply?: (ctx: BlockCtx) => void;
}

const RAO_PER_TAO = 1_000_000_000n;
const FIRST_NETUID = 1;
const TEMPO = 10;
/** 0.18 of u64::MAX, mainnet's. */
const TAO_WEIGHT = 3_320_413_933_267_719_290n;
const STAKE_THRESHOLD_RAO = 1_000n * RAO_PER_TAO;
const ROOT_STAKE_RAO = 100_000n * RAO_PER_TAO;
/** Enough for stake and registration; what is left is taken back. */
const ADVANCE_RAO = 2n * ROOT_STAKE_RAO;
const FIRST_HALVING_RAO = 10_500_000n * RAO_PER_TAO;
const BLOCKS_TO_HALVING = 1_000n;
/** Subnet 1's pool: TAO and alpha at the moving price. */
const POOL_TAO_RAO = 10_000n * RAO_PER_TAO;
const POOL_ALPHA_RAO = 8_000n * RAO_PER_TAO;
/** 1.25 as I96F32. */
const MOVING_PRICE = I96F32.fromRational(5n, 4n);
/** Counts 1,800 at the TAO weight: above the stake threshold, and far from what consensus takes. */
const ALICE_STAKE_RAO = 10_000n * RAO_PER_TAO;

interface Seat {
  readonly coldkey: AccountId;
  readonly hotkey: AccountId;
}

/** Hotkeys of the root validators, `//Alice//validator` and so on, each owned by the development key before it. */
const ROOT_VALIDATORS: readonly Seat[] = [
  { coldkey: LOCALNET_ENDOWMENTS[0]!.account, hotkey: 'f43874b04af3088721f722f95749b53c6c3b7c4fe59e6f68b2ace9bcf347d135' },
  { coldkey: LOCALNET_ENDOWMENTS[1]!.account, hotkey: '94bfc351ef457125cd3c49313c8ca85026f9f027f7b9d9e1957e934b5bbaea40' },
  { coldkey: LOCALNET_ENDOWMENTS[2]!.account, hotkey: '96c612352d19426ac3ab738975be1fed333483dbdf0ad2c0709f2632a973f705' },
];

function subtensorCall(ctx: BlockCtx, who: AccountId, name: string, args: object): void {
  const done = ctx.dispatch({ type: 'SubtensorModule', value: { type: name, value: args } }, signed(who));
  if (!done.ok) throw defect('PresetCallRefused', { name, refusal: done.refusal.name });
}

/** Registrations of genesis count against no limit. */
function forgetRegistrations(ctx: BlockCtx, netuid: number): void {
  S.RegistrationsThisBlock.set(ctx, netuid, 0);
  S.RegistrationsThisInterval.set(ctx, netuid, 0);
}

/** Seats the validator on root and subnet 1 and stakes for it; its owner ends with exactly what it had. */
function seatValidator(ctx: BlockCtx, { coldkey, hotkey }: Seat, stake: bigint): void {
  const before = System.Account.get(ctx, coldkey).data.free;
  mintInto(ctx, coldkey, ADVANCE_RAO);
  subtensorCall(ctx, coldkey, 'root_register', { hotkey });
  subtensorCall(ctx, coldkey, 'burned_register', { netuid: FIRST_NETUID, hotkey });
  subtensorCall(ctx, coldkey, 'add_stake', { hotkey, netuid: ROOT_NETUID, amount_staked: stake });
  const rest = System.Account.get(ctx, coldkey).data.free - before;
  burnFrom(ctx, coldkey, rest, { preservation: 'Preserve', precision: 'Exact', fortitude: 'Polite' });
  forgetRegistrations(ctx, ROOT_NETUID);
  forgetRegistrations(ctx, FIRST_NETUID);
}

/** As the first epoch would: whoever has the stake may set weights at once. */
function permitSeated(ctx: BlockCtx): void {
  const seated = [...ROOT_VALIDATORS.map(({ hotkey }) => hotkey), ALICE].map((hotkey) => S.Uids.get(ctx, FIRST_NETUID, hotkey));
  S.ValidatorPermit.set(ctx, FIRST_NETUID, S.ValidatorPermit.get(ctx, FIRST_NETUID).map((permit, uid) => permit || seated.includes(uid)));
}

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
  {
    what: 'network rate limit', value: '0 blocks', why: 'A second subnet would have to wait 7,200 blocks.',
    apply: (ctx) => S.NetworkRateLimit.set(ctx, 0n),
  },
  {
    what: 'TAO weight', value: '0.18', why: "Mainnet's: stake on root counts 18 % of alpha.",
    apply: (ctx) => S.TaoWeight.set(ctx, TAO_WEIGHT),
  },
  {
    what: 'stake threshold', value: '1,000', why: "Mainnet's: less stake weight sets no weights.",
    apply: (ctx) => S.StakeThreshold.set(ctx, STAKE_THRESHOLD_RAO),
  },
  {
    what: 'root', value: 'open for stake', why: 'Staking on root is refused on a fresh chain.',
    apply: (ctx) => S.SubtokenEnabled.set(ctx, ROOT_NETUID, true),
  },
  {
    what: 'subnet 1', value: 'started, tempo 10, open weights', why: 'Its owner is the zero account: nobody could start it.',
    apply: startFirstSubnet,
  },
  {
    what: 'root validators', value: '//Alice//validator, //Bob//validator, //Charlie//validator',
    why: 'Seated on root and subnet 1 with 100,000 TAO of root stake each: pools get alpha, root earns dividends. The owners keep their 1,000,000 TAO.',
    apply: (ctx) => ROOT_VALIDATORS.forEach((validator) => seatValidator(ctx, validator, ROOT_STAKE_RAO)),
  },
  {
    what: 'hotkey //Alice', value: 'seated on subnet 1 with 10,000 TAO of root stake',
    why: 'The first thing people try is staking on Alice and setting her weights. It counts 1,800, above the threshold; consensus is the others\'.',
    apply: (ctx) => seatValidator(ctx, { coldkey: ALICE, hotkey: ALICE }, ALICE_STAKE_RAO),
  },
  {
    what: 'permits', value: 'the four validators have theirs', why: 'They would come with the first epoch.',
    apply: permitSeated,
  },
  {
    what: 'pool of subnet 1', value: '10,000 TAO and 8,000 alpha', why: "In upstream's pool of 10 and 10 one TAO moves the price by a fifth, and so does each block.",
    apply: fillPool,
  },
  {
    what: 'moving price of subnet 1', value: '1.25, its price', why: 'Root dividends are recycled until moving prices sum to more than 1: that takes 33 hours from 0.',
    apply: (ctx) => S.SubnetMovingPrice.set(ctx, FIRST_NETUID, MOVING_PRICE),
  },
  {
    what: 'issuance', value: '10,499,000 TAO', why: 'The first halving, at 10,500,000, comes about 1,000 blocks after the start: `dev_mine` shows it at once.',
    apply: (ctx) => S.TotalIssuance.set(ctx, FIRST_HALVING_RAO - BLOCKS_TO_HALVING * RAO_PER_TAO),
  },
  {
    what: 'birth of a subnet (rule)', value: 'emission on, commit-reveal off, weights rate limit 0, moving price = spot price',
    why: 'Registration switches emission off last; unmodified clients set weights without the internet; a price average from 0 takes days.',
  },
];

export const adjustToDevPreset: Adjust = (ctx) => {
  for (const row of DEV_PRESET) row.apply?.(ctx);
};
