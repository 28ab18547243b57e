/** Runtime API GenesisBuilder. */

import { apiMethod, bytes, option, result, str, type ApiDecl, unit, vec } from '@taonet/codec';

export const genesisBuilderApi = {
  name: 'GenesisBuilder',
  id: 'fbc577b9d747efd6',
  version: 1,
  methods: {
    build_state: apiMethod({ json: bytes }, result(unit, str)),
    get_preset: apiMethod({ id: option(str) }, option(bytes)),
    preset_names: apiMethod({}, vec(str)),
  },
} as const satisfies ApiDecl;
