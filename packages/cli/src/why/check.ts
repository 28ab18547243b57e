/** A question is an ordered list of checks on facts that were read once, at one block; the first that does not hold is the cause. */

import type { Fix } from './fix.ts';
import type { RuleSetName } from './ruleSets.ts';

/** A place on the chain: storage item by name, with its keys. */
export interface Source {
  readonly item: string;
  readonly keys: readonly unknown[];
}

/** What a value counts: it decides how people see it. */
export type Unit = 'rao' | 'alpha' | 'weight' | 'blocks' | 'block' | 'share';
export type Value = string | number | bigint | boolean | undefined;

export interface Check<Facts> {
  /** Names the cause when it does not hold: `not-started`. */
  readonly cause: string;
  /** The only rule set under which it applies; every one unless told. */
  readonly rules?: RuleSetName;
  /** What has to hold, as a sentence without its end. */
  readonly says: string;
  readonly read: (facts: Facts) => readonly Source[];
  readonly holds: (facts: Facts) => boolean;
  readonly actual: (facts: Facts) => Value;
  readonly required: (facts: Facts) => Value;
  /** Of both values. */
  readonly unit?: Unit;
  readonly fix: (facts: Facts) => Fix;
}

/** A check with what was found. */
export interface Finding {
  readonly cause: string;
  readonly says: string;
  readonly actual: Value;
  readonly required: Value;
  readonly unit: Unit | undefined;
  readonly read: readonly Source[];
}

export interface Verdict {
  /** Checks that hold, in order. */
  readonly passed: readonly Finding[];
  /** The first that does not; undefined when all hold. */
  readonly cause: (Finding & { readonly fix: Fix }) | undefined;
}

/** Every question's facts tell which rules hold. */
interface UnderRules {
  readonly subnet: { readonly rules: RuleSetName };
}

/** In order; checks of other rule sets are passed over. */
export function judge<Facts extends UnderRules>(checks: readonly Check<Facts>[], facts: Facts): Verdict {
  const passed: Finding[] = [];
  for (const check of checks) {
    if (check.rules !== undefined && check.rules !== facts.subnet.rules) continue;
    const found: Finding = { cause: check.cause, says: check.says, actual: check.actual(facts), required: check.required(facts), unit: check.unit, read: check.read(facts) };
    if (!check.holds(facts)) return { passed, cause: { ...found, fix: check.fix(facts) } };
    passed.push(found);
  }
  return { passed, cause: undefined };
}

/** The check as it is under one rule set only, with what it says otherwise there. */
export const under = <Facts>(rules: RuleSetName, check: Check<Facts>, otherwise: Partial<Check<Facts>> = {}): Check<Facts> => ({ ...check, ...otherwise, rules });

/** Reads of SubtensorModule: `at('Tempo', 1)`. */
export const at = (item: string, ...keys: readonly unknown[]): Source => ({ item: `SubtensorModule.${item}`, keys });
