import { bytesEqual } from '@taonet/primitives';
import { ANSIBLE_PREFIX, openAnsibleVault } from './ansibleVault.ts';
import { FERNET_PREFIX, fernetKey, openFernet } from './fernet.ts';
import { NACL_PREFIX, naclKey, openNacl, sealNacl } from './nacl.ts';
import { walletError } from './errors.ts';

/** How key file bytes are encrypted. Only `none` and `nacl` are written. */
export type KeyEncryption = 'none' | 'nacl' | 'ansible' | 'fernet';

/** By the first bytes. */
export function encryptionOf(data: Uint8Array): KeyEncryption {
  if (bytesEqual(data.subarray(0, NACL_PREFIX.length), NACL_PREFIX)) return 'nacl';
  const head = Buffer.from(data.subarray(0, ANSIBLE_PREFIX.length)).toString('latin1');
  if (head === ANSIBLE_PREFIX) return 'ansible';
  return head.startsWith(FERNET_PREFIX) ? 'fernet' : 'none';
}

/** `$NACL` bytes under a password; seconds and 512 MiB of memory, off the caller's stack but not off its thread. */
export async function encryptKeyData(data: Uint8Array, password: string): Promise<Uint8Array> {
  return sealNacl(data, await naclKey(password));
}

/**
 * Bytes of an encrypted key file of any age.
 *
 * refuses: WrongPassword (also when the file was changed)
 */
export async function decryptKeyData(data: Uint8Array, password: string): Promise<Uint8Array> {
  const opened = await open(data, password);
  if (opened === undefined) throw walletError('WrongPassword');
  return opened;
}

async function open(data: Uint8Array, password: string): Promise<Uint8Array | undefined> {
  const encryption = encryptionOf(data);
  switch (encryption) {
    case 'none':
      return data;
    case 'nacl':
      return openNacl(data, await naclKey(password));
    case 'ansible':
      return openAnsibleVault(Buffer.from(data).toString('latin1'), password);
    case 'fernet':
      return openFernet(Buffer.from(data).toString('latin1'), await fernetKey(password));
  }
}
