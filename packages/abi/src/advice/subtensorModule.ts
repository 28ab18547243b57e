/** Advice on refusals of SubtensorModule: every one, by subject. */

import type { errors } from '../subtensorModule/errors.ts';
import type { PalletAdvice } from './advice.ts';
import { delegation } from './subtensor/delegation.ts';
import { keySwaps } from './subtensor/keySwaps.ts';
import { may2025 } from './subtensor/may2025.ts';
import { neurons } from './subtensor/neurons.ts';
import { staking } from './subtensor/staking.ts';
import { subnets } from './subtensor/subnets.ts';
import { weights } from './subtensor/weights.ts';

export const subtensorModuleAdvice: PalletAdvice<typeof errors> = { ...neurons, ...weights, ...staking, ...delegation, ...keySwaps, ...subnets, ...may2025 };
