import { commitments } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned } from '@taonet/frame';
import { ensure } from '@taonet/primitives';
import { unreserve } from '../balances/reserve.ts';
import { resetBonds } from '../subtensor/epoch/resetBonds.ts';
import { mechanismIndices } from '../subtensor/subnets/mechanismIndex.ts';
import { isHotkeyRegisteredOnNetwork } from '../subtensor/subnets/uids.ts';
import { S as System } from '../system/pallet.ts';
import { E, Ev, S } from './pallet.ts';
import { dropFromIndex, putInIndex } from './timelockedIndex.ts';
import { useSpace } from './usage.ts';

/** source: pallets/commitments/src/lib.rs @ 14bc6f9 */
export const calls = bindCalls(commitments, {
  /**
   * Commits data to a subnet, in place of what was committed before. A field that resets bonds does so at once; a sealed one is
   * opened when its round comes. It costs no deposit; one that was taken in older times is given back.
   *
   * refuses AccountNotAllowedCommit, SpaceLimitExceeded, UnexpectedUnreserveLeftover
   */
  set_commitment(ctx, origin, { netuid, info }) {
    const who = ensureSigned(origin);
    ensure(isHotkeyRegisteredOnNetwork(ctx, netuid, who), E.AccountNotAllowedCommit, { netuid, hotkey: who });
    const block = System.Number.get(ctx);
    if (info.fields.some(({ type }) => type === 'ResetBondsFlag')) {
      S.LastBondsReset.set(ctx, netuid, who, block);
      for (const index of mechanismIndices(ctx, netuid)) resetBonds(ctx, index, who);
    }
    useSpace(ctx, who, netuid, info);
    const left = unreserve(ctx, who, S.CommitmentOf.get(ctx, netuid, who)?.deposit ?? 0n);
    ensure(left === 0n, E.UnexpectedUnreserveLeftover, { who, actual: left, required: 0n });
    S.CommitmentOf.set(ctx, netuid, who, { deposit: 0n, block, info });
    S.LastCommitment.set(ctx, netuid, who, block);
    const sealed = info.fields.find((field) => field.type === 'TimelockEncrypted');
    if (sealed === undefined) {
      ctx.deposit(Ev.Commitment({ netuid, who }));
      dropFromIndex(ctx, netuid, who);
    } else {
      ctx.deposit(Ev.TimelockCommitment({ netuid, who, reveal_round: sealed.value.reveal_round }));
      putInIndex(ctx, netuid, who);
    }
  },

  set_max_space(ctx, origin, { new_limit }) {
    ensureRoot(origin);
    S.MaxSpace.set(ctx, new_limit);
  },
});
