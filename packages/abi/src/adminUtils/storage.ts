/** AdminUtils: storage items. */

import { blake2Concat, bool, map } from '@taonet/codec';
import { precompileEnum } from '../types/adminUtils.ts';

export const storage = {
  PrecompileEnable: map([blake2Concat(precompileEnum)], bool, true),
} as const;
