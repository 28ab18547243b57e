/** What signing with sr25519 needs: WebAssembly, loaded when a local key signs for the first time. */

import { waitReady } from '@polkadot/wasm-crypto/bundle';
import { keyFromUri } from '@taonet/crypto/keys';
import { sdkError } from '../errors.ts';

export async function cryptoReady(): Promise<void> {
  if (!(await waitReady())) throw sdkError('NoSigner', {}, { message: 'This host has no WebAssembly, which sr25519 needs.' });
}

export { keyFromUri };
