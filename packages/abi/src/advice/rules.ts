/** Advice on refusals of pallet Rules. */

import type { rules } from '../rules/pallet.ts';
import type { PalletAdvice } from './advice.ts';

export const rulesAdvice: PalletAdvice<(typeof rules)['errors']> = {
  PoolDoesNotFitRules: { check: 'The kind of pool exists under the rule set.', fix: 'Choose ConstantProduct with May2025; Weighted or Concentrated with June2026.' },
  NothingChanges: { check: 'The switches differ from those in force.', fix: 'Read Rules.Active and change at least one switch.' },
};
