/** Origins as storage keeps them. */

import type { CollectiveRawOrigin, OriginCaller } from '@taonet/abi';
import { NONE, ROOT, signed, type Origin } from '@taonet/frame';

export const ROOT_CALLER: OriginCaller = { type: 'system', value: { type: 'Root' } };

/** undefined: an origin that no call of this runtime accepts. */
export function originOfCaller(caller: OriginCaller): Origin | undefined {
  if (caller.type === 'Triumvirate') return originOfCollective(caller.value);
  if (caller.type !== 'system') return undefined;
  switch (caller.value.type) {
    case 'Root': return ROOT;
    case 'Signed': return signed(caller.value.value);
    case 'None': return NONE;
    case 'Authorized': return undefined;
  }
}

function originOfCollective(raw: CollectiveRawOrigin): Origin | undefined {
  switch (raw.type) {
    case 'Members': return { kind: 'members', yes: raw.value[0], seats: raw.value[1] };
    case 'Member': return { kind: 'member', who: raw.value };
    case '_Phantom': return undefined;
  }
}
