/** What the paper says, in its order. */

import type { PaperRow } from '../row.ts';
import { BEFORE_DTAO, EMISSION_FORMULA, EPOCH_LENGTH, MARKET_CAP } from './emission.ts';
import { ALPHA_ISSUANCE, TAO_ISSUANCE } from './issuance.ts';
import { ROOT_SELLS, WHO_SHARES } from './payout.ts';

export const CLAIM_ROWS: readonly PaperRow[] = [BEFORE_DTAO, MARKET_CAP, TAO_ISSUANCE, ALPHA_ISSUANCE, EMISSION_FORMULA, EPOCH_LENGTH, WHO_SHARES, ROOT_SELLS];
