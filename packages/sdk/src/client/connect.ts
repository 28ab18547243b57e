/** One way in. */

import { wallet as wallets } from '../keys/dev.ts';
import type { Signer, WalletLike } from '../signer.ts';
import { openTransport, type ListeningNode, type Target } from '../transport/endpoints.ts';
import type { NodeLike } from '../transport/inProcess.ts';
import type { RequestOptions } from '../transport/transport.ts';
import { Client, DevClient } from './client.ts';
import { Connection } from './connection.ts';
import { View } from './view.ts';

export interface ConnectOptions extends RequestOptions {
  /** Whose keys sign: `wallet.dev('alice')`, a `Wallet` of entry `./wallet`, or one signer for all. */
  readonly wallet?: WalletLike | Signer;
  /** Whether the node is a local one of ours, with developer controls. */
  readonly dev?: boolean;
}

/**
 * Connects to a node: a network's name (`local`, `finney`, `test`, `archive`), an address with ws:// or http://, or a node in this process. Names and
 * types of the chain are read from it; nothing is generated.
 *
 * refuses: CannotConnect, Timeout, Aborted, BadInput
 */
export function connect(target: 'local' | NodeLike | ListeningNode, options?: ConnectOptions): Promise<DevClient>;
export function connect(target: Target, options: ConnectOptions & { readonly dev: true }): Promise<DevClient>;
export function connect(target: Target, options?: ConnectOptions): Promise<Client>;
export async function connect(target: Target, { wallet, dev, signal, timeout }: ConnectOptions = {}): Promise<Client> {
  const transport = await openTransport(target, { signal, timeout });
  try {
    const connection = await Connection.over(transport, { signal, timeout });
    // The signal ends connecting; later work takes its own.
    const view = new View(connection, { timeout });
    const keys = wallet !== undefined && 'sign' in wallet ? wallets.of(wallet) : wallet;
    return dev === true || target === 'local' || typeof target === 'object' ? new DevClient(view, keys) : new Client(view, keys);
  } catch (error) {
    await transport.close();
    throw error;
  }
}
