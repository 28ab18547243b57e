import { OperatingError } from '@taonet/primitives';
import type { Facts } from '@taonet/primitives';

/** Every way a wallet can fail: what is said and what to do. No row ever carries a secret. */
const WALLET_ERRORS = {
  BadKeyUri: ['The key URI is not phrase//hard/soft///password.', 'Examples: //Alice, word word …//stash/0, 0x and 64 hex digits.'],
  BadPhrase: ['The phrase is not an English BIP-39 mnemonic.', 'Check the words, their number (12, 15, 18, 21 or 24) and their order.'],
  BadSeed: ['The seed is not 32 bytes.', 'A seed is 0x and 64 hex digits.'],
  BadPrivateKey: ['The private key does not fit the scheme.', 'sr25519: 64 bytes, ed25519: 32 or 64 bytes.'],
  BadAddress: ['The text is not an SS58 address.', 'Bittensor addresses begin with 5.'],
  SoftJunction: ['ed25519 keys have hard junctions (//) only.', 'Write //name instead of /name.'],
  BadKeyFile: ['The file holds no key in a known form.', 'Restore it from its mnemonic.'],
  KeyFileMismatch: ['The address in the file is not the one its secret gives.', 'The file was changed, or belongs to another scheme; restore it from its mnemonic.'],
  PublicOnly: ['The file holds a public key only.', 'Signing needs the file without "pub" in its name.'],
  NoKeyFile: ['There is no such key file.', 'Create the key, or name another wallet, hotkey or path (BT_WALLET_NAME, BT_WALLET_HOTKEY, BT_WALLET_PATH).'],
  KeyFileExists: ['There is a key file already; it stays as it is.', 'Pass overwrite: true only when its mnemonic is kept somewhere.'],
  PasswordRequired: ['The key file is encrypted and no password was given.', 'Pass a password, or set the variable in the facts (setPasswordInEnvironment writes its form).'],
  WrongPassword: ['The password does not open this key file.', undefined],
  WeakPassword: ['The password is too weak for a key.', 'At least six characters, no blanks at its ends, and the longer or more mixed the more of it repeats.'],
  BadWalletName: ['The name cannot be a folder of its own.', 'No slashes, no dots alone, not empty.'],
} as const satisfies Record<string, readonly [string, string | undefined]>;

export type WalletErrorCode = keyof typeof WALLET_ERRORS;

/** An OperatingError of the table above. */
export function walletError(code: WalletErrorCode, facts: Facts = {}, cause?: unknown): OperatingError {
  const [message, hint] = WALLET_ERRORS[code];
  return new OperatingError(code, message, { facts, ...(hint === undefined ? {} : { hint }), ...(cause === undefined ? {} : { cause }) });
}
