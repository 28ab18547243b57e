/** What a change of rules does to the state, once, before the first block under the new ones. */

import type { RuleSwitches } from '@taonet/abi';
import type { Ctx } from '@taonet/frame';

export function carryOver(_ctx: Ctx, _from: RuleSwitches, _to: RuleSwitches): void {
  return;
}
