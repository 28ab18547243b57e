/** Pallet SenateMembers: hotkeys that vote on what the triumvirate proposes. */

import { membership } from '../membership/membership.ts';

export const senateMembers = membership('SenateMembers', 10, 12);
