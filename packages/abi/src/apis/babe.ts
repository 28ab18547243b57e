/** Runtime API BabeApi. */

import { apiMethod, option, type ApiDecl, unit } from '@taonet/codec';
import { babeConfiguration, babeEpoch, babePublic, opaqueKeyOwnershipProof, slotsEquivocationProof } from '../types/babe.ts';
import { slot } from '../types/consensus.ts';

export const babeApi = {
  name: 'BabeApi',
  id: 'cbca25e39f142387',
  version: 2,
  methods: {
    configuration: apiMethod({}, babeConfiguration),
    current_epoch_start: apiMethod({}, slot),
    current_epoch: apiMethod({}, babeEpoch),
    next_epoch: apiMethod({}, babeEpoch),
    generate_key_ownership_proof: apiMethod({ slot, authority_id: babePublic }, option(opaqueKeyOwnershipProof)),
    submit_report_equivocation_unsigned_extrinsic: apiMethod({
      equivocation_proof: slotsEquivocationProof,
      key_owner_proof: opaqueKeyOwnershipProof,
    }, option(unit)),
  },
} as const satisfies ApiDecl;
