/** Which rule set a chain lives under: it says which checks apply, and where facts are read from. */

import type { Reads } from '@taonet/sdk';

export type RuleSetName = 'June2026' | 'May2025';
/** What each rule set has of its own. */
export type ByRules<T> = Readonly<Record<RuleSetName, T>>;

/** Of the state that is read; upstream's own builds know no other than today's. */
export async function readRuleSet(reads: Reads): Promise<RuleSetName> {
  return reads.runtime.palletNames.includes('Rules') ? (await reads.query.Rules.Active()).rule_set : 'June2026';
}
