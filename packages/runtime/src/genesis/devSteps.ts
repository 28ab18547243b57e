/** What the developer networks' geneses do alike, whatever the rules: seats with stake. source: ours, docs/adr/0008 */

import { signed, type BlockCtx } from '@taonet/frame';
import { defect, type AccountId } from '@taonet/primitives';
import { burnFrom, mintInto } from '../pallets/balances/issue.ts';
import { S } from '../pallets/subtensor/pallet.ts';
import { ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import { S as System } from '../pallets/system/pallet.ts';
import { ALICE, LOCALNET_ENDOWMENTS } from './genesisConfig.ts';

export interface PresetRow {
  readonly what: string;
  readonly value: string;
  readonly why: string;
  readonly apply?: (ctx: BlockCtx) => void;
}

export const RAO_PER_TAO = 1_000_000_000n;
export const FIRST_NETUID = 1;
export const TEMPO = 10;
/** 0.18 of u64::MAX, mainnet's. */
export const TAO_WEIGHT = 3_320_413_933_267_719_290n;
export const STAKE_THRESHOLD_RAO = 1_000n * RAO_PER_TAO;
export const ROOT_STAKE_RAO = 100_000n * RAO_PER_TAO;
/** Enough for stake and registration; what is left is taken back. */
const ADVANCE_RAO = 2n * ROOT_STAKE_RAO;
export const FIRST_HALVING_RAO = 10_500_000n * RAO_PER_TAO;
export const BLOCKS_TO_HALVING = 1_000n;
/** Subnet 1's pool. */
export const POOL_TAO_RAO = 10_000n * RAO_PER_TAO;
export const POOL_ALPHA_RAO = 8_000n * RAO_PER_TAO;
/** Counts 1,800 at the TAO weight: above the stake threshold, and far from what consensus takes. */
export const ALICE_STAKE_RAO = 10_000n * RAO_PER_TAO;

interface Seat {
  readonly coldkey: AccountId;
  readonly hotkey: AccountId;
}

/** Hotkeys of the root validators, `//Alice//validator` and so on, each owned by the development key before it. */
export const ROOT_VALIDATORS: readonly Seat[] = [
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
  // Counted under the rules of May 2025 alone: left there, work would not make the first interval's difficulty rise.
  S.BurnRegistrationsThisInterval.remove(ctx, netuid);
}

/** Seats the validator on root and subnet 1 and stakes for it; its owner ends with exactly what it had. */
export function seatValidator(ctx: BlockCtx, { coldkey, hotkey }: Seat, stake: bigint): void {
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
export function permitSeated(ctx: BlockCtx): void {
  const seated = [...ROOT_VALIDATORS.map(({ hotkey }) => hotkey), ALICE].map((hotkey) => S.Uids.get(ctx, FIRST_NETUID, hotkey));
  S.ValidatorPermit.set(ctx, FIRST_NETUID, S.ValidatorPermit.get(ctx, FIRST_NETUID).map((permit, uid) => permit || seated.includes(uid)));
}
