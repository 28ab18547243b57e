/** `wallet sign`, `wallet verify`. */

import { PublicKey, walletReady } from '@taonet/sdk/wallet';
import { bytesToHex, tryHexToBytes } from '@taonet/primitives';
import { askText } from '../../ask.ts';
import type { Run } from '../../command.ts';
import { EXIT } from '../../exitCodes.ts';
import { UsageError } from '../../failure.ts';
import { accountAddress, walletOf } from '../../wallets.ts';

export const runSign: Run = async (invocation) => {
  const { options } = invocation;
  const message = typeof options['message'] === 'string' ? options['message'] : await askText(invocation, 'Message', '--message TEXT');
  const wallet = walletOf(invocation);
  await walletReady();
  const key = await (options['useHotkey'] === true ? wallet.hotkey() : wallet.coldkey());
  const signature = `0x${bytesToHex(await key.sign(new TextEncoder().encode(message)))}`;
  return { data: { address: key.address, message, signature, scheme: key.scheme }, words: `${signature}\nby ${key.address}` };
};

export const runVerify: Run = async (invocation) => {
  const { options } = invocation;
  const message = typeof options['message'] === 'string' ? options['message'] : await askText(invocation, 'Message', '--message TEXT');
  const signature = typeof options['signature'] === 'string' ? options['signature'] : await askText(invocation, 'Signature', '--signature 0x…');
  const bytes = tryHexToBytes(signature);
  if (bytes === undefined) throw new UsageError('A signature is hex.', '--signature 0x…');
  const address = typeof options['address'] === 'string' ? await accountAddress(options['address'], invocation) : (await walletOf(invocation).coldkeypub()).address;
  await walletReady();
  const verified = PublicKey.of(address, options['scheme'] === 'ed25519' ? 'ed25519' : 'sr25519').verify(message, bytes);
  return { data: { verified, address, message }, words: verified ? `Right: ${address} signed it.` : `Wrong: this is not a signature of ${address} over this message.`, status: verified ? EXIT.done : EXIT.validation };
};
