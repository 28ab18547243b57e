/** The behaviour of the rules in force. */

import type { RuleSwitches } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { activeRules } from './activeRules.ts';
import { june2026 } from './june2026.ts';
import { may2025 } from './may2025.ts';
import type { RuleSet } from './ruleSet.ts';

export const RULE_SETS: Readonly<Record<RuleSwitches['rule_set'], RuleSet>> = { June2026: june2026, May2025: may2025 };

/** Version of the runtime that a state belongs to. */
export const specVersionOf = (ctx: StateCtx): number => ruleSetOf(ctx).specVersion;

export const ruleSetOf = (ctx: StateCtx): RuleSet => RULE_SETS[activeRules(ctx).rule_set];
