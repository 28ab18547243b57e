import { bytesToHex, tryHexToBytes, utf8ToBytes } from '@taonet/primitives';
import { walletError } from './errors.ts';
import { Key, keyMaterial } from './key.ts';
import { keyFromMnemonic, keyFromPrivateKey, keyFromSeed } from './keySource.ts';
import { PublicKey } from './publicKey.ts';
import type { KeyScheme } from './publicKey.ts';

/** `cryptoType` of key files (btwallet 4.1): ed25519 0, sr25519 1; missing means sr25519. */
const CRYPTO_TYPES = { ed25519: 0, sr25519: 1 } as const;

type Fields = Readonly<Record<string, unknown>>;

/** JSON bytes of a key file: everything known about a key, or the public half. */
export function encodeKeyData(key: PublicKey): Uint8Array {
  const publicKey = `0x${key.accountId}`;
  const open = { accountId: publicKey, publicKey, ss58Address: key.address, cryptoType: CRYPTO_TYPES[key.scheme] };
  if (!(key instanceof Key)) return utf8ToBytes(JSON.stringify(open));
  const { privateKey, seed, phrase } = keyMaterial(key);
  return utf8ToBytes(JSON.stringify({
    accountId: publicKey,
    publicKey,
    privateKey: `0x${bytesToHex(privateKey)}`,
    ...(phrase === undefined ? {} : { secretPhrase: phrase }),
    ...(seed === undefined ? {} : { secretSeed: `0x${bytesToHex(seed)}` }),
    ss58Address: key.address,
    cryptoType: CRYPTO_TYPES[key.scheme],
  }));
}

/**
 * Key of decrypted file bytes: JSON of any btwallet version, or a bare hex seed or mnemonic of the oldest files.
 * The secret is taken from the phrase, else the seed, else the private key; where a stored address disagrees, the other
 * scheme is tried before the file is refused.
 *
 * returns: a PublicKey when the file holds no secret
 * refuses: BadKeyFile, KeyFileMismatch
 */
export function decodeKeyData(data: Uint8Array): Key | PublicKey {
  const text = new TextDecoder().decode(data).trim();
  if (!text.startsWith('{')) return decodeBare(text);
  const fields = parseFields(text);
  const declared = schemeOf(fields);
  const address = textField(fields, 'ss58Address') ?? textField(fields, ' ss58Address');
  const schemes: readonly KeyScheme[] = declared === 'sr25519' ? ['sr25519', 'ed25519'] : ['ed25519', 'sr25519'];
  let mismatch = false;
  for (const scheme of schemes) {
    const key = secretOf(fields, scheme);
    if (key === undefined) continue;
    if (address === undefined || key.address === address) return key;
    mismatch = true;
  }
  if (mismatch) throw walletError('KeyFileMismatch', { address });
  return publicOf(fields, address, declared);
}

function decodeBare(text: string): Key {
  const seed = tryHexToBytes(text);
  if (seed !== undefined && seed.length === 32) return keyFromSeed(seed);
  if (text.split(/\s+/).length >= 12) return keyFromMnemonic(text);
  throw walletError('BadKeyFile');
}

function parseFields(text: string): Fields {
  try {
    return JSON.parse(text) as Fields;
  } catch {
    // Without the cause: V8 quotes the text, which may hold a secret.
    throw walletError('BadKeyFile');
  }
}

function schemeOf(fields: Fields): KeyScheme {
  const type = fields['cryptoType'] ?? CRYPTO_TYPES.sr25519;
  if (type === CRYPTO_TYPES.sr25519) return 'sr25519';
  if (type === CRYPTO_TYPES.ed25519) return 'ed25519';
  throw walletError('BadKeyFile', { cryptoType: String(type) });
}

function secretOf(fields: Fields, scheme: KeyScheme): Key | undefined {
  const phrase = textField(fields, 'secretPhrase');
  if (phrase !== undefined) return keyFromMnemonic(phrase, { scheme });
  // btwallet 4.1 writes a seed given as text as raw characters: such a field is no hex, and the private key is taken.
  const seed = tryHexToBytes(textField(fields, 'secretSeed') ?? '');
  if (seed !== undefined && seed.length === 32) return keyFromSeed(seed, scheme);
  const privateKey = textField(fields, 'privateKey');
  const fits = privateKey !== undefined && (scheme === 'ed25519' || privateKey.replace(/^0x/, '').length === 128);
  return fits ? keyFromPrivateKey(privateKey, scheme) : undefined;
}

function publicOf(fields: Fields, address: string | undefined, scheme: KeyScheme): PublicKey {
  const id = tryHexToBytes(textField(fields, 'publicKey') ?? textField(fields, 'accountId') ?? '');
  const key = id !== undefined && id.length === 32 ? new PublicKey(bytesToHex(id), scheme) : undefined;
  if (key !== undefined && address !== undefined && key.address !== address) throw walletError('KeyFileMismatch', { address });
  if (key !== undefined) return key;
  if (address === undefined) throw walletError('BadKeyFile');
  return PublicKey.of(address, scheme);
}

function textField(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
