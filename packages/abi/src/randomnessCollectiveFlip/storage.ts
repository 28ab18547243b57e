/** RandomnessCollectiveFlip: storage items. */

import { boundedVec, h256, item } from '@taonet/codec';

export const storage = {
  RandomMaterial: item(boundedVec(h256, 81), []),
} as const;
