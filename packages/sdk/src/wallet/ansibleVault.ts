import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { tryHexToBytes } from '@taonet/primitives';

export const ANSIBLE_PREFIX = '$ANSIBLE_VAULT';

const ROUNDS = 10_000;

/**
 * Opens an Ansible vault 1.1/1.2 (AES256), the format of key files before 2023; never written.
 * The body is hex of three lines in hex: salt, HMAC, ciphertext. PBKDF2-SHA256 gives cipher key, HMAC key and counter block.
 *
 * returns: undefined when the password is wrong or the text was changed
 */
export function openAnsibleVault(text: string, password: string): Uint8Array | undefined {
  const outer = tryHexToBytes(text.slice(text.indexOf('\n') + 1).replace(/\s+/g, ''));
  if (outer === undefined) return undefined;
  const [salt, mac, sealed] = Buffer.from(outer).toString('latin1').split('\n').map((line) => tryHexToBytes(line));
  if (salt === undefined || mac === undefined || sealed === undefined) return undefined;
  const keys = pbkdf2Sync(password, salt, ROUNDS, 80, 'sha256');
  const expected = createHmac('sha256', keys.subarray(32, 64)).update(sealed).digest();
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) return undefined;
  const decipher = createDecipheriv('aes-256-ctr', keys.subarray(0, 32), keys.subarray(64));
  return withoutPadding(Buffer.concat([decipher.update(sealed), decipher.final()]));
}

/** PKCS #7 of 16-byte blocks. */
function withoutPadding(bytes: Uint8Array): Uint8Array | undefined {
  const size = bytes.at(-1) ?? 0;
  return size >= 1 && size <= 16 && size <= bytes.length ? new Uint8Array(bytes.subarray(0, bytes.length - size)) : undefined;
}
