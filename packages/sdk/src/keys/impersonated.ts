/** Signs with zeros, for accounts that a local node impersonates. */

import { accountIdOf, addressOf, type AccountLike } from '../scale/address.ts';
import type { Signer } from '../signer.ts';

const SIGNATURE_BYTES = 64;

export function impersonated(who: AccountLike): Signer {
  const accountId = accountIdOf(who, 'account');
  return { accountId, address: addressOf(accountId), scheme: 'sr25519', sign: () => Promise.resolve(new Uint8Array(SIGNATURE_BYTES)) };
}
