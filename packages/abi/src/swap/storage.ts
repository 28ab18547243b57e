/** Swap: storage items. */

import { bool, boundedBytes, identity, map, twoxConcat, u16 } from '@taonet/codec';
import { alphaBalance, netUid } from '../types/spelled.ts';
import { balancer } from '../types/swap.ts';
import { storageOfConcentrated } from './concentrated.ts';

export const storage = {
  FeeRate: map([twoxConcat(netUid)], u16, 33),
  SwapBalancer: map([twoxConcat(netUid)], balancer, { quote: 500_000_000_000_000_000n }),
  PalSwapInitialized: map([twoxConcat(netUid)], bool, false),
  HasMigrationRun: map([identity(boundedBytes(128))], bool, false),
  ScrapReservoirAlpha: map([twoxConcat(netUid)], alphaBalance, 0n),
  ...storageOfConcentrated,
} as const;
