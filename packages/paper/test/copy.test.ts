/** Copies of subnets and of weights in process: the figures that the paper's question is answered with. */

import { copySubnet, copyWeights, followEpochs, type CopierOrder, type CopierReport, type Followed } from '@taonet/sdk/copy';
import { beforeAll, describe, expect, test } from 'vitest';
import { onWorld } from '../src/copy/onWorld.ts';
import { createWorlds, type Worlds } from '../src/worlds.ts';

const FIRST = 1;
let worlds: Worlds;
beforeAll(async () => { worlds = await createWorlds(); });

function earned(era: 'then' | 'now', history: 'zero' | 'live'): Followed {
  const world = worlds[era].fork();
  const copy = onWorld(world, copySubnet({ netuid: FIRST, owner: world.account('//Alice'), hotkey: world.account('copy'), history }));
  return onWorld(world, followEpochs({ netuids: [FIRST, copy.netuid], epochs: 10 }));
}

describe.each([['then'], ['now']] as const)('%s: after ten epochs a copy of a subnet', (era) => {
  test('has got nothing of the emission where its price history is its own', () => {
    const [, copy] = earned(era, 'zero').subnets;
    expect([copy!.epochs, copy!.shareMillionths]).toEqual([10, 0n]);
    expect(copy!.taoInRao).toBeLessThan(10_000n);
    expect(copy!.alpha.owner).toBeGreaterThan(16_500_000_000n);
  });

  test('gets a part by its price where a network gives newcomers a price history', () => {
    const [original, copy] = earned(era, 'live').subnets;
    expect(copy!.shareMillionths).toBe(era === 'then' ? 499_999n : 444_444n);
    expect(original!.shareMillionths + copy!.shareMillionths).toBe(999_999n);
  });
});

const copied = (era: 'then' | 'now', order: Omit<CopierOrder, 'netuid' | 'epochs'>, epochs = 10): CopierReport => onWorld(worlds[era].fork(), copyWeights({ ...order, netuid: FIRST, epochs }));

describe.each([['then'], ['now']] as const)('%s: a validator that copies weights', (era) => {
  test.each([[true], [false]])('is paid like those it copied, while weights stand in the open (Yuma 3: %s)', (yuma3) => {
    const { millionths, honest } = copied(era, { way: 'open', yuma3 });
    expect(honest).toHaveLength(10);
    expect(millionths).toBeGreaterThan(999_900n);
    expect(millionths).toBeLessThan(1_000_000n);
  });

  test.each([[true, 740_000n, 760_000n], [false, 880_000n, 895_000n]])('lags behind hidden ones and is paid less, and less with each epoch (Yuma 3: %s)', (yuma3, least, most) => {
    const { millionths, copyist, honest } = copied(era, { way: 'hash', yuma3 });
    expect(millionths).toBeGreaterThan(least);
    expect(millionths).toBeLessThan(most);
    // The first epoch still counts what it found out itself.
    for (let i = 1; i < copyist.length; i++) expect(copyist[i]! * honest[i - 1]!).toBeLessThan(copyist[i - 1]! * honest[i]!);
  });

  test('loses nothing by hidden weights where miners stay as good as they are', () => {
    expect(copied(era, { way: 'hash', moving: false }).millionths).toBeGreaterThan(999_800n);
  });

  test('lags behind sealed weights, which the chain opens itself', () => {
    const { millionths, copyist } = copied(era, { way: 'timelocked' }, 2);
    expect(copyist[1]!).toBeLessThan(copyist[0]!);
    expect(millionths).toBeLessThan(900_000n);
  });
});
