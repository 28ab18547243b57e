import { bytesToHex, tryHexToBytes } from '@taonet/primitives';
import { PublicKey } from '../../wallet/publicKey.ts';
import type { KeyScheme } from '../../wallet/publicKey.ts';
import type { Signer } from '../../signer.ts';
import { utf8ToBytes } from '@taonet/primitives';

/** `0x` and the hex of a signature over a text's UTF-8. */
export async function signText(key: Signer, message: string): Promise<string> {
  return `0x${bytesToHex(await key.sign(utf8ToBytes(message)))}`;
}

/** Whether `signature` (hex) is that of `address` over a text; anything malformed is false. */
export function verifyText(address: string, message: string, signature: string, scheme: KeyScheme = 'sr25519'): boolean {
  const bytes = tryHexToBytes(signature);
  if (bytes === undefined || bytes.length !== 64) return false;
  try {
    return PublicKey.of(address, scheme).verify(message, bytes);
  } catch {
    return false; // no address, or a key no signature fits
  }
}
