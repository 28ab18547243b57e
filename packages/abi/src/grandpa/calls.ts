/** Grandpa: calls. */

import { boxed, callDecl, spelled } from '@taonet/codec';
import { grandpaEquivocationProof, voidType } from '../types/consensus.ts';
import { blockNumberForT } from '../types/spelled.ts';

export const calls = {
  report_equivocation: callDecl(0, {
    equivocation_proof: spelled(boxed(grandpaEquivocationProof), 'Box<EquivocationProof<T::Hash, BlockNumberFor<T>>>'),
    key_owner_proof: spelled(voidType, 'T::KeyOwnerProof'),
  }),
  report_equivocation_unsigned: callDecl(1, {
    equivocation_proof: spelled(boxed(grandpaEquivocationProof), 'Box<EquivocationProof<T::Hash, BlockNumberFor<T>>>'),
    key_owner_proof: spelled(voidType, 'T::KeyOwnerProof'),
  }),
  note_stalled: callDecl(2, { delay: blockNumberForT, best_finalized_block_number: blockNumberForT }),
} as const;
