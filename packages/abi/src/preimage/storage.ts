/** Preimage: storage items. */

import { boundedBytes, h256, identity, optionalMap, tuple, u32 } from '@taonet/codec';
import { oldRequestStatus, requestStatus } from '../types/preimage.ts';

export const storage = {
  StatusFor: optionalMap([identity(h256)], oldRequestStatus),
  RequestStatusFor: optionalMap([identity(h256)], requestStatus),
  PreimageFor: optionalMap([identity(tuple(h256, u32))], boundedBytes(4194304)),
} as const;
