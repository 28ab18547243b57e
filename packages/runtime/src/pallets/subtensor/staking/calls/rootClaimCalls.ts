/** Calls about root dividends. source: pallets/subtensor/src/macros/dispatches.rs @ 14bc6f9 */

import type { subtensorModule } from '@taonet/abi';
import { addWeight, ensureRoot, ensureSigned, weightOf, type CallHandlers, type PostInfo } from '@taonet/frame';
import { ensure, I96F32 } from '@taonet/primitives';
import { measured } from '../../../../weights/weightRow.ts';
import { ensureSubnetOwnerOrRoot } from '../../ownerAccess.ts';
import { E, S } from '../../pallet.ts';
import { changeRootClaimType, doRootClaim, type RootClaimCount } from '../rootClaim/claimRoot.ts';
import { maybeAddColdkeyIndex } from '../rootClaim/coldkeyIndex.ts';

const MAX_SUBNET_CLAIMS = 5;
const MAX_NUM_ROOT_CLAIMS = 50n;
/** Alpha, 10⁻⁹. */
const MAX_ROOT_CLAIM_THRESHOLD = 10_000_000n;

/** Of looking at one claim. source: pallets/subtensor/src/staking/claim_root.rs, root_claim_on_subnet_weight @ 14bc6f9 */
const CLAIM = measured(60_000_000, 6_987, 7, 5);

/** What the claims really weighed; this is what is paid for. */
function claimWeight({ hotkeys, claims }: RootClaimCount): PostInfo {
  const reads = measured(0, 0, 1 + 3 * hotkeys, 0);
  return { actualWeight: addWeight(reads, weightOf(CLAIM.refTime * BigInt(claims), CLAIM.proofSize * BigInt(claims))) };
}

export const rootClaimCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
  claim_root(ctx, origin, { subnets }) {
    const coldkey = ensureSigned(origin);
    ensure(subnets.length > 0 && subnets.length <= MAX_SUBNET_CLAIMS, E.InvalidSubnetNumber, { actual: subnets.length, required: subnets.length === 0 ? 1 : MAX_SUBNET_CLAIMS });
    maybeAddColdkeyIndex(ctx, coldkey);
    return claimWeight(doRootClaim(ctx, coldkey, subnets));
  },
  set_root_claim_type(ctx, origin, { new_root_claim_type: claimType }) {
    const coldkey = ensureSigned(origin);
    ensure(claimType.type !== 'KeepSubnets' || claimType.value.subnets.length > 0, E.InvalidSubnetNumber, { claimType: claimType.type, actual: 0, required: 1 });
    maybeAddColdkeyIndex(ctx, coldkey);
    changeRootClaimType(ctx, coldkey, claimType);
  },
  sudo_set_num_root_claims(ctx, origin, { new_value: value }) {
    ensureRoot(origin);
    ensure(value <= MAX_NUM_ROOT_CLAIMS, E.InvalidNumRootClaim, { actual: value, required: MAX_NUM_ROOT_CLAIMS });
    S.NumRootClaim.set(ctx, value);
  },
  sudo_set_root_claim_threshold(ctx, origin, { netuid, new_value: value }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid);
    ensure(value <= MAX_ROOT_CLAIM_THRESHOLD, E.InvalidRootClaimThreshold, { netuid, actual: value, required: MAX_ROOT_CLAIM_THRESHOLD });
    S.RootClaimableThreshold.set(ctx, netuid, I96F32.fromInt(value));
  },
};
