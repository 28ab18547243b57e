import { inflateSync } from 'node:zlib';

/*
 * Node's own base64 and zlib under the names that `@polkadot/wasm-crypto-wasm` imports from `@polkadot/wasm-util`. The bundler puts this file in that
 * package's place: unpacking the WebAssembly then takes 2 ms of the start instead of 15. The sources themselves do not need it.
 */

export function base64Decode(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}

export function unzlibSync(packed: Uint8Array): Uint8Array {
  return inflateSync(packed);
}
