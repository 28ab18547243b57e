/** How much each account may commit to a subnet within one of its epochs. Bytes. */

import type { CommitmentData, CommitmentInfo } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { ruleSetOf } from '../../rules/ruleSetOf.ts';
import { E, S } from './pallet.ts';

/** A commitment counts as at least so much. */
const LEAST_BYTES = 100n;

/** source: pallets/commitments/src/types.rs, len_for_rate_limit @ 14bc6f9 */
function bytesOf(data: CommitmentData): bigint {
  switch (data.type) {
    case 'None': case 'ResetBondsFlag':
      return 0n;
    case 'TimelockEncrypted':
      return BigInt(data.value.encrypted.length);
    default:
      return BigInt(data.value.length);
  }
}

/** Counts a commitment; refuses SpaceLimitExceeded. source: pallets/commitments/src/lib.rs, set_commitment @ 14bc6f9 */
export function useSpace(ctx: StateCtx, who: AccountId, netuid: NetUid, { fields }: CommitmentInfo): void {
  const sum = fields.reduce((bytes, data) => bytes + bytesOf(data), 0n);
  const needed = sum > LEAST_BYTES ? sum : LEAST_BYTES;
  const epoch = ruleSetOf(ctx).epochIndex(ctx, netuid);
  const before = S.UsedSpaceOf.get(ctx, netuid, who);
  const used = (before?.last_epoch === epoch ? before.used_space : 0n) + needed;
  const max = BigInt(S.MaxSpace.get(ctx));
  ensure(used <= max, E.SpaceLimitExceeded, { actual: used, required: max });
  S.UsedSpaceOf.set(ctx, netuid, who, { last_epoch: epoch, used_space: used });
}
