/** What every developer network sets, whatever the rules. source: ours, docs/adr/0008 */

import { S } from '../pallets/subtensor/pallet.ts';
import { ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import {
  ALICE_STAKE_RAO, BLOCKS_TO_HALVING, FIRST_HALVING_RAO, permitSeated, RAO_PER_TAO, seatValidator, STAKE_THRESHOLD_RAO, TAO_WEIGHT, type PresetRow,
} from './devSteps.ts';
import { ALICE } from './genesisConfig.ts';

export const ROWS = {
  networkRateLimit: {
    what: 'network rate limit', value: '0 blocks', why: 'A second subnet would have to wait 7,200 blocks.',
    apply: (ctx) => S.NetworkRateLimit.set(ctx, 0n),
  },
  taoWeight: {
    what: 'TAO weight', value: '0.18', why: "Mainnet's: stake on root counts 18 % of alpha.",
    apply: (ctx) => S.TaoWeight.set(ctx, TAO_WEIGHT),
  },
  stakeThreshold: {
    what: 'stake threshold', value: '1,000', why: "Mainnet's: less stake weight sets no weights.",
    apply: (ctx) => S.StakeThreshold.set(ctx, STAKE_THRESHOLD_RAO),
  },
  openRoot: {
    what: 'root', value: 'open for stake', why: 'Staking on root is refused on a fresh chain.',
    apply: (ctx) => S.SubtokenEnabled.set(ctx, ROOT_NETUID, true),
  },
  alice: {
    what: 'hotkey //Alice', value: 'seated on subnet 1 with 10,000 TAO of root stake',
    why: 'The first thing people try is staking on Alice and setting her weights. It counts 1,800, above the threshold; consensus is the others\'.',
    apply: (ctx) => seatValidator(ctx, { coldkey: ALICE, hotkey: ALICE }, ALICE_STAKE_RAO),
  },
  permits: {
    what: 'permits', value: 'the four validators have theirs', why: 'They would come with the first epoch.',
    apply: permitSeated,
  },
  issuance: {
    what: 'issuance', value: '10,499,000 TAO', why: 'The first halving, at 10,500,000, comes about 1,000 blocks after the start: `dev_mine` shows it at once.',
    apply: (ctx) => S.TotalIssuance.set(ctx, FIRST_HALVING_RAO - BLOCKS_TO_HALVING * RAO_PER_TAO),
  },
  beacon: {
    what: 'beacon', value: 'its own key; a round is a block number', why: 'Time-locked weights and commitments come to light without the internet, at any block time (--beacon).',
  },
} satisfies Readonly<Record<string, PresetRow>>;
