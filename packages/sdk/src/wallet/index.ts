/** Entry wallet: key files of the official wallet, keys in memory, mnemonics. Node only. */
export { Key } from './key.ts';
export { PublicKey } from './publicKey.ts';
export type { KeyScheme } from './publicKey.ts';
export { Secret } from './secret.ts';
export { createMnemonic, keyFromMnemonic, keyFromPrivateKey, keyFromSeed, keyFromUri, walletReady } from './keySource.ts';
export type { FromPhrase, WordCount } from './keySource.ts';
export { Wallet, walletsPath } from './wallet.ts';
export type { CreateKey, CreatedKey, SaveKey, WalletFiles, WalletOptions } from './wallet.ts';
export { listWallets } from './listWallets.ts';
export type { ListedHotkey, ListedWallet } from './listWallets.ts';
export { readKeyFile, readSecretKeyFile, writeKeyFile } from './keyFile.ts';
export type { WriteKeyFile } from './keyFile.ts';
export { encryptionOf } from './encryption.ts';
export type { KeyEncryption } from './encryption.ts';
export { passwordFromEnvironment, passwordVariable, setPasswordInEnvironment } from './password.ts';
export type { PasswordSource } from './password.ts';
export { keyFromPolkadotJson } from './polkadotJson.ts';
export type { WalletErrorCode } from './errors.ts';
