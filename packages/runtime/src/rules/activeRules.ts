/** Which rules a state lives under. */

import type { RuleSwitches } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { S } from '../pallets/rules/pallet.ts';

/** The rules of upstream at the pinned commit, and the only ones of builds that are upstream's. */
export const RULES_OF_JUNE_2026: RuleSwitches = { rule_set: 'June2026', pool: 'Weighted', pow_registration: false, governance: false };
/** The rules of upstream at 1b0c63a, spec 273. */
export const RULES_OF_MAY_2025: RuleSwitches = { rule_set: 'May2025', pool: 'ConstantProduct', pow_registration: true, governance: true };

/** The switches in force. */
export function activeRules(ctx: StateCtx): RuleSwitches {
  return ctx.build.extended === true ? S.Active.get(ctx) : RULES_OF_JUNE_2026;
}
