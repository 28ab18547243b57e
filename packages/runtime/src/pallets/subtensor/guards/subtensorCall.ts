/** Calls of SubtensorModule, typed by name. */

import type { ArgsOf } from '@taonet/codec';
import type { subtensorModule } from '@taonet/abi';
import type { RuntimeCall } from '@taonet/frame';

type Calls = (typeof subtensorModule)['calls'];

/** One call of SubtensorModule: its name tells the type of its arguments. */
export type SubtensorCall = { readonly [N in keyof Calls]: { readonly type: N; readonly value: ArgsOf<Calls[N]> } }[keyof Calls];

/** The call as one of SubtensorModule; undefined for other pallets' calls. */
export function asSubtensorCall(call: RuntimeCall): SubtensorCall | undefined {
  return call.type === 'SubtensorModule' ? (call.value as unknown as SubtensorCall) : undefined;
}
