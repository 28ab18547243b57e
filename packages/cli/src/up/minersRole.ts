/** The process of a machine's miners: each one behind an axon of its own. */

import { connect, devKey } from '@taonet/sdk';
import { chainOf } from '@taonet/sdk/neuron';
import { walletReady } from '@taonet/sdk/wallet';
import { startMiner } from '@taonet/subnets';
import type { MinerPart } from './cast.ts';
import { createKind, type Models } from './kinds.ts';
import type { Playing } from './roles.ts';

export interface MinersRole {
  readonly url: string;
  readonly models: Models;
  readonly folder: string;
  readonly miners: readonly (MinerPart & { readonly netuid: number })[];
}

/** The chain refuses 127.0.0.1 as a neuron's address, as upstream does; the rest of 127/8 is this machine too, but not on macOS. */
const [ADDRESS, LISTENS_ON] = process.platform === 'darwin' ? ['::ffff:127.0.0.1', '127.0.0.1'] as const : ['127.0.0.2', '127.0.0.2'] as const;

export async function playMiners({ url, models, folder, miners }: MinersRole, note: (text: string) => void): Promise<Playing<Readonly<Record<string, number>>>> {
  await walletReady();
  const client = await connect(url);
  const playing = await Promise.all(miners.map(async ({ subnet, name, hotkey, behaviour, netuid }) => {
    const key = await devKey(hotkey);
    const miner = await startMiner({
      client: chainOf(client, key), key, netuid, kind: createKind(subnet, models, folder), behaviour, name, ip: ADDRESS, host: LISTENS_ON, port: 0,
      onError: (error) => note(`${name}: ${error instanceof Error ? error.message : String(error)}`),
    });
    return { name, miner };
  }));
  return {
    facts: Object.fromEntries(playing.map(({ name, miner }) => [name, miner.port])),
    async close() {
      await Promise.all(playing.map(({ miner }) => miner.close()));
      await client.close();
    },
  };
}
