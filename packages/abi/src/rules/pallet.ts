/** Pallet Rules, ours, in extended builds: which rules the chain lives under, and how that changes at a block. */

import { bool, callDecl, inExtended, item, optionalItem, plainEnum, row, struct, type PalletDecl, type ValueOf } from '@taonet/codec';

/** The two exact presets: upstream's main of 28 May 2025 (spec 273) and of 30 June 2026 (spec 425). */
export const ruleSetName = plainEnum('pallet_rules::RuleSet', { June2026: 0, May2025: 1 });
/** Kinds of pool. May 2025 knows the constant product alone. */
export const poolKind = plainEnum('pallet_rules::PoolKind', { Weighted: 0, ConstantProduct: 1, Concentrated: 2 });

/** The switches. */
export const ruleSwitches = struct('pallet_rules::Switches', {
  rule_set: ruleSetName,
  pool: poolKind,
  /** Whether `register` takes proof of work. */
  pow_registration: bool,
  /** Whether Triumvirate and Senate can act. */
  governance: bool,
});
export type RuleSwitches = ValueOf<typeof ruleSwitches>;

export const rules = {
  name: 'Rules',
  index: 200,
  path: 'pallet_rules::pallet',
  onlyIn: inExtended,
  storage: {
    Active: item(ruleSwitches, { rule_set: 'June2026', pool: 'Weighted', pow_registration: false, governance: false }),
    Next: optionalItem(ruleSwitches),
  },
  calls: { set_rules: callDecl(0, { switches: ruleSwitches }) },
  events: {
    RulesChosen: row(0, { switches: ruleSwitches }),
    RulesChanged: row(1, { from: ruleSwitches, to: ruleSwitches }),
  },
  errors: { PoolDoesNotFitRules: 0, NothingChanges: 1 },
  constants: {},
} as const satisfies PalletDecl;
