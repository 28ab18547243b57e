/** What a change of rules does to the state, once, before the first block under the new ones. */

import type { RuleSwitches } from '@taonet/abi';
import type { Ctx } from '@taonet/frame';
import { changePools } from '../pallets/swap/changePools.ts';

export function carryOver(ctx: Ctx, from: RuleSwitches, to: RuleSwitches): void {
  changePools(ctx, from.pool, to.pool);
}
