/** The switch `governance`: triumvirate and senate, as in May 2025, beside any rule set. */

import type { CallHandler, RuntimeCall, StateCtx } from '@taonet/frame';
import { senateMembersCalls, triumvirateMembersCalls } from '../pallets/membership/calls.ts';
import { calls as triumvirate } from '../pallets/triumvirate/calls.ts';
import { activeRules } from './activeRules.ts';
import { senateCalls } from './may2025/senate/calls.ts';
import type { Handlers } from './ruleSet.ts';

/** Calls of the bodies, and those of SubtensorModule by which they act. */
const CALLS: Readonly<Record<string, object | undefined>> = {
  Triumvirate: triumvirate,
  TriumvirateMembers: triumvirateMembersCalls,
  SenateMembers: senateMembersCalls,
  SubtensorModule: senateCalls,
};

/** Behaviour of a call of governance; undefined for other calls, and where nobody governs. */
export function governanceHandler(ctx: StateCtx, { type, value }: RuntimeCall): CallHandler<never> | undefined {
  const handler = (CALLS[type] as Handlers | undefined)?.[value.type];
  return handler !== undefined && activeRules(ctx).governance ? handler : undefined;
}
