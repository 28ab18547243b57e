/** What a change of rules does to the state, once, before the first block under the new ones. */

import type { RuleSwitches } from '@taonet/abi';
import type { Ctx } from '@taonet/frame';
import { changePools } from '../pallets/swap/changePools.ts';
import { S as System } from '../pallets/system/pallet.ts';
import { RULE_SETS } from './ruleSetOf.ts';

export function carryOver(ctx: Ctx, from: RuleSwitches, to: RuleSwitches): void {
  const [old, next] = [RULE_SETS[from.rule_set], RULE_SETS[to.rule_set]];
  changePools(ctx, from.pool, to.pool, () => {
    if (old === next) return;
    old.leave(ctx);
    next.enter(ctx);
    System.LastRuntimeUpgrade.mutate(ctx, (last) => last && { ...last, spec_version: next.specVersion });
  });
}
