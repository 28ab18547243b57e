/** What the paper asks and thinks, and what others are quoted with, in its order. */

import type { PaperRow } from '../row.ts';
import { ALPHA_FOR_ALPHA, FIRST_RATE } from './exchange.ts';
import { AVERAGES, LAYERS } from './oneChain.ts';
import { SNAKE, SUBJECTIVE } from './selfReward.ts';

export const QUESTION_ROWS: readonly PaperRow[] = [LAYERS, ALPHA_FOR_ALPHA, AVERAGES, SUBJECTIVE, FIRST_RATE, SNAKE];
