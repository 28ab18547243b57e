/** What the paper asks and thinks, and what others are quoted with, in its order. */

import type { PaperRow } from '../row.ts';
import { ADAPTIVE_SPACE, ART, CIRCLES, LOCAL_ADAPTATION, LOCAL_WEIGHT } from './community.ts';
import { COPIES } from './copies.ts';
import { ALPHA_FOR_ALPHA, FIRST_RATE } from './exchange.ts';
import { DISCOVERABLE, VERIFY } from './finding.ts';
import { WHO_MINES } from './hardware.ts';
import { SCALE } from './onChain.ts';
import { AVERAGES, LAYERS } from './oneChain.ts';
import { CLOUD_PRICES } from './price.ts';
import { SNAKE, SUBJECTIVE } from './selfReward.ts';

export const QUESTION_ROWS: readonly PaperRow[] = [
  WHO_MINES, COPIES, LAYERS, ALPHA_FOR_ALPHA, AVERAGES, SUBJECTIVE, FIRST_RATE, DISCOVERABLE, VERIFY, CLOUD_PRICES, CIRCLES, SCALE, SNAKE, ART, LOCAL_WEIGHT, ADAPTIVE_SPACE, LOCAL_ADAPTATION,
];
