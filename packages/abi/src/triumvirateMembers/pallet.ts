/** Pallet TriumvirateMembers: who sits in the triumvirate. */

import { membership } from '../membership/membership.ts';

export const triumvirateMembers = membership('TriumvirateMembers', 9, 3);
