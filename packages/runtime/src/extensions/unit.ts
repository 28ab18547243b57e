/** Parts of transaction extensions that most have in common. */

import { unit } from '@taonet/codec';

/** Nothing in the extrinsic, nothing more in the signed payload. */
export const NOTHING = { explicit: unit, implicit: unit };
