/** Choosing other rules. */

import { rules, type RuleSwitches } from '@taonet/abi';
import { bindCalls, ensureRoot } from '@taonet/frame';
import { refuse } from '@taonet/primitives';
import { E, Ev, S } from './pallet.ts';

const POOLS: Readonly<Record<RuleSwitches['rule_set'], readonly RuleSwitches['pool'][]>> = {
  June2026: ['Weighted', 'Concentrated'],
  May2025: ['ConstantProduct'],
};

const SWITCHES: readonly (keyof RuleSwitches)[] = ['rule_set', 'pool', 'pow_registration', 'governance'];

export const calls = bindCalls(rules, {
  /** Root: the rules from the start of the next block on. refuses BadOrigin, PoolDoesNotFitRules, NothingChanges */
  set_rules(ctx, origin, { switches }) {
    ensureRoot(origin);
    const fitting = POOLS[switches.rule_set];
    if (!fitting.includes(switches.pool)) refuse(E.PoolDoesNotFitRules, { ruleSet: switches.rule_set, actual: switches.pool, required: fitting.join(' or ') });
    const active = S.Active.get(ctx);
    if (SWITCHES.every((name) => switches[name] === active[name])) refuse(E.NothingChanges, { ruleSet: active.rule_set, pool: active.pool, powRegistration: active.pow_registration, governance: active.governance });
    S.Next.set(ctx, switches);
    ctx.deposit(Ev.RulesChosen({ switches }));
  },
});
