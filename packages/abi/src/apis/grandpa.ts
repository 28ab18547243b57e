/** Runtime API GrandpaApi. */

import { apiMethod, option, tuple, type ApiDecl, u64, unit, vec } from '@taonet/codec';
import { grandpaEquivocationProof, grandpaPublic, opaqueValue } from '../types/consensus.ts';

export const grandpaApi = {
  name: 'GrandpaApi',
  id: 'ed99c5acb25eedf5',
  version: 3,
  methods: {
    grandpa_authorities: apiMethod({}, vec(tuple(grandpaPublic, u64))),
    submit_report_equivocation_unsigned_extrinsic: apiMethod({
      equivocation_proof: grandpaEquivocationProof,
      key_owner_proof: opaqueValue,
    }, option(unit)),
    generate_key_ownership_proof: apiMethod({ set_id: u64, authority_id: grandpaPublic }, option(opaqueValue)),
    current_set_id: apiMethod({}, u64),
  },
} as const satisfies ApiDecl;
