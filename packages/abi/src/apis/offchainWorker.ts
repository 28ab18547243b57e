/** Runtime API OffchainWorkerApi. */

import { apiMethod, header, type ApiDecl, unit } from '@taonet/codec';

export const offchainWorkerApi = {
  name: 'OffchainWorkerApi',
  id: 'f78b278be53f454c',
  version: 2,
  methods: {
    offchain_worker: apiMethod({ header }, unit),
  },
} as const satisfies ApiDecl;
