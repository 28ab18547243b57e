/** Multisig: storage items. */

import { accountId, blake2Concat, fixedBytes, optionalMap, twoxConcat } from '@taonet/codec';
import { multisigOperation } from '../types/multisig.ts';

export const storage = {
  Multisigs: optionalMap([twoxConcat(accountId), blake2Concat(fixedBytes(32))], multisigOperation),
} as const;
