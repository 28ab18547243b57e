import { waitReady } from '@polkadot/wasm-crypto/bundle';
import { OperatingError } from '@taonet/primitives';

/**
 * Starts the WebAssembly of sr25519 and BIP-39 (once per process; later calls return at once).
 * `createCrypto` awaits it; whoever makes keys without `createCrypto` awaits it first.
 *
 * refuses: OperatingError `WasmUnavailable` when the host has no WebAssembly
 */
export async function cryptoReady(): Promise<void> {
  if (!(await waitReady())) throw new OperatingError('WasmUnavailable', 'The sr25519 WebAssembly could not be started.');
}
