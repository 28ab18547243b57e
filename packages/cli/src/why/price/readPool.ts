/** A subnet's pool over the last blocks, as `parts` wants it. */

import type { Client, Snapshot } from '@taonet/sdk';
import type { PoolBlock } from './parts.ts';

interface Read extends Omit<PoolBlock, 'rootSold'> {
  /** May 2025: TAO for root's alpha since the last epoch. */
  readonly pendingRoot: bigint;
  readonly lastStep: bigint;
  /** June 2026: TAO that claims of root's alpha took in this block. */
  readonly claimed: bigint;
}

async function readBlock(client: Client, number: number, netuid: number): Promise<Read> {
  const at: Snapshot = await client.at(number);
  const S = at.query.SubtensorModule;
  const hasPending = at.runtime.namesOf('SubtensorModule', 'storage').includes('PendingRootDivs');
  const [tao, alpha, taoIn, alphaIn, claimed, pendingRoot, lastStep] = await Promise.all([
    S.SubnetTAO(netuid), S.SubnetAlphaIn(netuid), S.SubnetTaoInEmission(netuid), S.SubnetAlphaInEmission(netuid), S.SubnetRootSellTao(netuid),
    hasPending ? S.PendingRootDivs(netuid) : 0n, S.LastMechansimStepBlock(netuid),
  ]);
  return { block: number, tao, alpha, taoIn, alphaIn, pendingRoot, claimed, lastStep };
}

/** The last `count` blocks and the one before them. `sells`: whether root's alpha is sold every block. */
export async function readPool(client: Client, { netuid, head, count, sells }: { readonly netuid: number; readonly head: number; readonly count: number; readonly sells: boolean }): Promise<readonly PoolBlock[]> {
  const first = Math.max(0, head - count);
  const blocks = await Promise.all(Array.from({ length: head - first + 1 }, (_, i) => readBlock(client, first + i, netuid)));
  let last = 0n;
  return blocks.map((now, i): PoolBlock => {
    const { block, tao, alpha, taoIn, alphaIn } = now;
    const before = blocks[i - 1];
    if (!sells || before === undefined) return { block, tao, alpha, taoIn, alphaIn, rootSold: sells ? undefined : now.claimed };
    // An epoch empties what is pending: its own block sold about as much as the one before.
    if (now.lastStep !== BigInt(block)) last = now.pendingRoot - before.pendingRoot;
    return { block, tao, alpha, taoIn, alphaIn, rootSold: last };
  });
}
