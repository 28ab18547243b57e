/** The paper's words, in the order of the alphabet. */

import { tensorTerm, yumaTerm } from './consensus.ts';
import { metagraphTerm, minerTerm, permitTerm, stakeWeightTerm, taoWeightTerm, uidTerm, validatorTerm } from './people.ts';
import { ammTerm, poolTerm, rootTerm, stakingTerm, subnetTerm, unstakingTerm } from './pools.ts';
import type { TermRow } from './term.ts';
import { alphaTerm, emissionTerm, halvingTerm, taoTerm } from './tokens.ts';

export const TERM_ROWS: readonly TermRow[] = [
  alphaTerm, ammTerm, emissionTerm, halvingTerm, metagraphTerm, minerTerm, rootTerm, stakeWeightTerm, stakingTerm, subnetTerm, poolTerm, taoTerm, taoWeightTerm, tensorTerm, uidTerm,
  unstakingTerm, validatorTerm, permitTerm, yumaTerm,
];
