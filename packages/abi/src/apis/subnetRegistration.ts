/** Runtime API SubnetRegistrationRuntimeApi. */

import { apiMethod, type ApiDecl, u64 } from '@taonet/codec';

export const subnetRegistrationApi = {
  name: 'SubnetRegistrationRuntimeApi',
  id: 'c6886e2f8e598b0a',
  version: 1,
  methods: {
    get_network_registration_cost: apiMethod({}, u64),
  },
} as const satisfies ApiDecl;
