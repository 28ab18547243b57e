/** AlphaAssets: storage items. */

import { map, twoxConcat } from '@taonet/codec';
import { alphaBalance, netUid } from '../types/spelled.ts';

export const storage = {
  TotalAlphaIssuance: map([twoxConcat(netUid)], alphaBalance, 0n),
  AlphaBurned: map([twoxConcat(netUid)], alphaBalance, 0n),
  AlphaRecycled: map([twoxConcat(netUid)], alphaBalance, 0n),
} as const;
