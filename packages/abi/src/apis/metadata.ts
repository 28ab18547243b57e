/** Runtime API Metadata. */

import { apiMethod, option, type ApiDecl, u32, vec } from '@taonet/codec';
import { opaqueMetadata } from '../types/api.ts';

export const metadataApi = {
  name: 'Metadata',
  id: '37e397fc7c91f5e4',
  version: 2,
  methods: {
    metadata: apiMethod({}, opaqueMetadata),
    metadata_at_version: apiMethod({ version: u32 }, option(opaqueMetadata)),
    metadata_versions: apiMethod({}, vec(u32)),
  },
} as const satisfies ApiDecl;
