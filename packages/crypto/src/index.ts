export { createCrypto } from './createCrypto.ts';
export { createHashers } from './nodeHashers.ts';
export { cryptoReady } from './wasm.ts';
export { SS58_PREFIX, decodeSs58, encodeSs58 } from './ss58.ts';
export type { Ss58Decoded, Ss58Problem } from './ss58.ts';
export { DEV_PHRASE, parseKeyUri } from './keyUri.ts';
export type { Junction, KeyUri } from './keyUri.ts';
export { generateMnemonic, isMnemonic, keyFromUri, mnemonicToSeed, tryKeyFromUri } from './keyring.ts';
export type { KeyPair, KeyProblem } from './keyring.ts';
