/** Calls of May 2025 that move stake between keys and subnets: today's, with what moves stake then. */

import { createMoveCalls } from '../../../../pallets/subtensor/staking/calls/moveCalls.ts';
import { doMoveStake, doSwapStake, doTransferStake } from '../moveStake.ts';

export const moveCalls = createMoveCalls({ doMoveStake, doSwapStake, doTransferStake });
