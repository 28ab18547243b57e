/** What becomes of a subnet's alpha: owner, miners, validators, root. */

import { alpha, decimal, percent, RAO_PER_TAO, share, tao } from '../amounts.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, priceRao, ROOT_NETUID, runEpoch, seat, stakeOf, validatorsOf } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

const OWNER_PART = 0.18;
const HALF_OF_REST = 0.41;
const NEAR = 0.001;
const BLOCKS = 100;

function parts(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const miners = ['the better miner', 'the other miner'].map((name) => seat(world, name));
  world.run(1);
  for (const validator of validatorsOf(world)) judge(world, validator, new Map([[miners[0]!.uid, 0.75], [miners[1]!.uid, 0.25]]));
  runEpoch(world);
  world.run(1);
  const sold = (): bigint => S.PendingAlphaSwapped.get(world, FIRST) + S.PendingRootAlphaDivs.get(world, FIRST);
  const before = { cut: S.PendingOwnerCut.get(world, FIRST), root: sold() };
  world.run(1);
  const owner = share(S.PendingOwnerCut.get(world, FIRST) - before.cut, RAO_PER_TAO);
  const root = share(sold() - before.root, RAO_PER_TAO);
  runEpoch(world);
  const blocks = runEpoch(world);
  const paid = S.Emission.get(world, FIRST);
  const isMiner = (uid: number): boolean => miners.some((miner) => miner.uid === uid);
  const sum = (which: (uid: number) => boolean): number => paid.reduce((total, rao, uid) => total + (which(uid) ? share(rao, BigInt(blocks) * RAO_PER_TAO) : 0), 0);
  const [toMiners, toValidators] = [sum(isMiner), sum((uid) => !isMiner(uid))];
  bears(Math.abs(owner - OWNER_PART) < NEAR && Math.abs(toMiners - HALF_OF_REST) < NEAR && Math.abs(toValidators - HALF_OF_REST) < NEAR, `owner ${owner}, miners ${toMiners}, validators ${toValidators}`);
  bears(root > 0 && root < toValidators, `root ${root}`);
  return {
    'the owner': percent(owner),
    'miners': percent(toMiners),
    'validators and who stakes on them': percent(toValidators),
    'of which root\'s part, here': `${percent(root)}: ${share(S.SubnetTAO.get(world, ROOT_NETUID), RAO_PER_TAO).toLocaleString('en-US', { maximumFractionDigits: 0 })} TAO on root beside a young subnet`,
  };
}

/** C11 */
export const WHO_SHARES: PaperRow = {
  id: 'C11', kind: 'claim', title: 'Owner, validators and miners share the emission',
  says: 'A subnet\'s emission is shared by its owner, its validators and its miners.',
  then: { verdict: 'holds', words: '18 % to the owner, 41 % to miners, 41 % to validators with those who stake on them. Root\'s part comes out of the validators\' 41 %, and is large while a subnet is young.' },
  now: { verdict: 'holds', words: 'The same three parts; the owner\'s cut can be switched off, and what the owner\'s own miners earn is burned or recycled instead of paid.' },
  command: 'taonet query SubtensorModule.Emission 1 && taonet query SubtensorModule.PendingOwnerCut 1',
  test: heldBy('C11'),
  show: (worlds) => onBoth(worlds, parts),
};

/** C12 */
export const ROOT_SELLS: PaperRow = {
  id: 'C12', kind: 'claim', title: 'Root stake is paid in TAO by selling alpha',
  says: 'Who stakes on root receives alpha of every subnet, which is sold for TAO in each block: a steady pressure to sell.',
  then: { verdict: 'holds', words: 'So it was: in every block root\'s part of the alpha went into the pool and came out as TAO, paid at the next epoch, in TAO alone.' },
  now: { verdict: 'holds in part', words: 'No longer in every block. Root\'s part gathers as a claim in alpha; each holder chooses to have it sold for TAO or to keep it. Sold is what one gets without choosing, so the pressure remains where nobody chooses.' },
  command: 'taonet stake set-claim Keep --wallet-name //Alice && taonet query SubtensorModule.RootClaimable',
  test: heldBy('C12'),
  show({ then, now }) {
    const was = then.fork();
    was.run(1);
    const before = { sold: was.S.PendingAlphaSwapped.get(was, FIRST), tao: was.S.PendingRootDivs.get(was, FIRST) };
    was.run(1);
    const sold = was.S.PendingAlphaSwapped.get(was, FIRST) - before.sold;
    const gained = was.S.PendingRootDivs.get(was, FIRST) - before.tao;
    bears(sold > 0n && gained > 0n, `sold ${sold} for ${gained}`);
    const [pressed, free] = [then.fork(), then.fork()];
    free.S.TaoWeight.set(free, 0n);
    const [withRoot, without] = [pressed, free].map((world) => priceRao(world.run(BLOCKS))) as [bigint, bigint];
    bears(withRoot < without, `price ${withRoot} with root, ${without} without`);

    const block = now.fork().run(2);
    const gathers = block.S.PendingRootAlphaDivs.get(block, FIRST);
    bears(gathers > 0n && block.S.PendingAlphaSwapped.get(block, FIRST) === 0n, `gathered ${gathers}`);
    const [swaps, keeps] = (['Swap', 'Keep'] as const).map((type) => {
      const world = now.fork();
      const [holder] = validatorsOf(world);
      world.call(holder!.coldkey, 'SubtensorModule.set_root_claim_type', { new_root_claim_type: { type } });
      const [root, inAlpha] = [stakeOf(world, holder!, ROOT_NETUID), stakeOf(world, holder!)];
      world.run(BLOCKS);
      return { root: stakeOf(world, holder!, ROOT_NETUID) - root, inAlpha: stakeOf(world, holder!) - inAlpha };
    }) as [{ root: bigint; inAlpha: bigint }, { root: bigint; inAlpha: bigint }];
    bears(swaps.root > 0n && keeps.root === 0n && keeps.inAlpha > swaps.inAlpha, `swap ${swaps.root}, ${swaps.inAlpha}; keep ${keeps.root}, ${keeps.inAlpha}`);
    return figures({
      then: {
        'sold in one block': `${alpha(sold)} for ${tao(gained)}`,
        [`price after ${BLOCKS} blocks, with root's part`]: `${decimal(withRoot)} TAO`,
        [`price after ${BLOCKS} blocks, if root had none`]: `${decimal(without)} TAO`,
      },
      now: {
        'gathered in two blocks, none of it sold': alpha(gathers),
        [`a holder of a third of root, ${BLOCKS} blocks, having it sold`]: `${tao(swaps.root)} on root, ${alpha(swaps.inAlpha)} as its take`,
        [`the same, keeping it`]: `${tao(keeps.root)} on root, ${alpha(keeps.inAlpha)}`,
      },
    });
  },
};
