/** What the paper says, in its order. */

import type { PaperRow } from '../row.ts';
import { METAGRAPH, TRUST, YUMA } from './consensus.ts';
import { DESIGN_ON_CHAIN, MARKET_FOR_INTELLIGENCE } from './design.ts';
import { DISPUTES } from './disputes.ts';
import { BEFORE_DTAO, EMISSION_FORMULA, EPOCH_LENGTH, MARKET_CAP } from './emission.ts';
import { ALPHA_ISSUANCE, TAO_ISSUANCE } from './issuance.ts';
import { COMPOSABLE, OPEN_REWARDS, PROMPTS } from './living.ts';
import { INVEST, OWN_ECONOMY, POOL_KIND, STAKING, THIN_POOLS } from './market.ts';
import { PAID_IN_ALPHA, SEATS_BY_WORK, WORK_AND_STAKE } from './miners.ts';
import { ROOT_SELLS, WHO_SHARES } from './payout.ts';
import { PRIVACY } from './privacy.ts';
import { PERMIT, STAKE_WEIGHT } from './stakeWeight.ts';

export const CLAIM_ROWS: readonly PaperRow[] = [
  MARKET_FOR_INTELLIGENCE, INVEST, BEFORE_DTAO, MARKET_CAP, OWN_ECONOMY, TAO_ISSUANCE, ALPHA_ISSUANCE, EMISSION_FORMULA, EPOCH_LENGTH, POOL_KIND, WHO_SHARES, ROOT_SELLS, THIN_POOLS,
  STAKE_WEIGHT, STAKING, YUMA, TRUST, PERMIT, METAGRAPH, SEATS_BY_WORK, PAID_IN_ALPHA, DISPUTES, OPEN_REWARDS, COMPOSABLE, PROMPTS, WORK_AND_STAKE, PRIVACY, DESIGN_ON_CHAIN,
];
