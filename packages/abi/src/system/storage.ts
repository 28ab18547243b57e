/** System: storage items. */

import { accountId, blake2Concat, bool, bytes, digest, h256, item, map, optionalItem, tuple, twoxConcat, u32, vec } from '@taonet/codec';
import { accountInfo, codeUpgradeAuthorization, eventRecord, lastRuntimeUpgradeInfo, phase } from '../types/system.ts';
import { perDispatchClass, weight } from '../types/weight.ts';
import { ZERO_32 } from '../types/zero.ts';

export const storage = {
  Account: map([blake2Concat(accountId)], accountInfo, {
    nonce: 0,
    consumers: 0,
    providers: 0,
    sufficients: 0,
    data: { free: 0n, reserved: 0n, frozen: 0n, flags: 170_141_183_460_469_231_731_687_303_715_884_105_728n },
  }),
  ExtrinsicCount: optionalItem(u32),
  InherentsApplied: item(bool, false),
  BlockWeight: item(perDispatchClass(weight), {
    normal: { ref_time: 0n, proof_size: 0n },
    operational: { ref_time: 0n, proof_size: 0n },
    mandatory: { ref_time: 0n, proof_size: 0n },
  }),
  AllExtrinsicsLen: optionalItem(u32),
  BlockHash: map([twoxConcat(u32)], h256, ZERO_32),
  ExtrinsicData: map([twoxConcat(u32)], bytes, new Uint8Array()),
  Number: item(u32, 0),
  ParentHash: item(h256, ZERO_32),
  Digest: item(digest, { logs: [] }),
  Events: item(vec(eventRecord), []),
  EventCount: item(u32, 0),
  EventTopics: map([blake2Concat(h256)], vec(tuple(u32, u32)), []),
  LastRuntimeUpgrade: optionalItem(lastRuntimeUpgradeInfo),
  UpgradedToU32RefCount: item(bool, false),
  UpgradedToTripleRefCount: item(bool, false),
  ExecutionPhase: optionalItem(phase),
  AuthorizedUpgrade: optionalItem(codeUpgradeAuthorization),
  ExtrinsicWeightReclaimed: item(weight, { ref_time: 0n, proof_size: 0n }),
} as const;
