/** Proxy: storage items. */

import { boundedVec, map, optionalMap, tuple, twoxConcat, unit } from '@taonet/codec';
import { dispatchResult } from '../types/dispatch.ts';
import { proxyAnnouncement, proxyDefinition } from '../types/proxy.ts';
import { balanceOfT, tAccountId } from '../types/spelled.ts';

export const storage = {
  Proxies: map([twoxConcat(tAccountId)], tuple(boundedVec(proxyDefinition, 20), balanceOfT), [[], 0n]),
  Announcements: map([twoxConcat(tAccountId)], tuple(boundedVec(proxyAnnouncement, 75), balanceOfT), [[], 0n]),
  LastCallResult: optionalMap([twoxConcat(tAccountId)], dispatchResult),
  RealPaysFee: optionalMap([twoxConcat(tAccountId), twoxConcat(tAccountId)], unit),
} as const;
