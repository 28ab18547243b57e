import { createDecipheriv, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

export const FERNET_PREFIX = 'gAAAAA';

const SALT = 'Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins';
const ROUNDS = 10_000_000;
const HEADER_SIZE = 1 + 8 + 16;
const MAC_SIZE = 32;

/** Key of a password for the oldest key files; takes seconds. source: btwallet src/keyfile.rs */
export async function fernetKey(password: string): Promise<Uint8Array> {
  return new Uint8Array(await promisify(pbkdf2)(password, SALT, ROUNDS, 32, 'sha256'));
}

/**
 * Opens a Fernet token (never written): version 0x80, time, IV, AES-128-CBC, HMAC-SHA256; the first half of the key signs.
 *
 * returns: undefined when the key is wrong or the token was changed
 */
export function openFernet(token: string, key: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(token.trim(), 'base64url');
  if (bytes.length < HEADER_SIZE + 16 + MAC_SIZE || bytes[0] !== 0x80) return undefined;
  const signed = bytes.subarray(0, -MAC_SIZE);
  const expected = createHmac('sha256', key.subarray(0, 16)).update(signed).digest();
  if (!timingSafeEqual(bytes.subarray(-MAC_SIZE), expected)) return undefined;
  const decipher = createDecipheriv('aes-128-cbc', key.subarray(16), bytes.subarray(9, HEADER_SIZE));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(signed.subarray(HEADER_SIZE)), decipher.final()]));
  } catch {
    return undefined; // bad padding under a right signature
  }
}
