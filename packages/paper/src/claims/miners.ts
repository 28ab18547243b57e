/** Miners: how they get a seat and lose it, what they are paid in, and with which hardware. */

import { hashMeetsDifficulty, sealHash } from '@taonet/runtime';
import { alpha, count, decimal, tao } from '../amounts.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, newcomer, runEpoch, seat, sell, stakeOf, validatorsOf } from '../scene.ts';
import { Aura, System } from '../storage.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

const SEATS = 7;
const IMMUNITY = 30;
/** Low enough to be met by some hundred tries. */
const EASY_DIFFICULTY = 200n;

/** A subnet that is full: newcomers take the seats of those who earned least, old ones first. */
function turnover(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const price = S.Burn.get(world, FIRST);
  const usual = S.ImmunityPeriod.get(world, FIRST);
  const [better, weaker] = [seat(world, 'the better miner'), seat(world, 'the weaker miner')];
  world.run(1);
  for (const validator of validatorsOf(world)) judge(world, validator, new Map([[better.uid, 0.9], [weaker.uid, 0.1]]));
  S.MaxAllowedUids.set(world, FIRST, SEATS);
  S.ImmunityPeriod.set(world, FIRST, IMMUNITY);
  S.MinNonImmuneUids.set(world, FIRST, 0);
  world.run(IMMUNITY);
  runEpoch(world);
  const earned = S.Emission.get(world, FIRST);
  // The two who earn nothing go first, then the weaker miner.
  const taken = ['first', 'second', 'third'].map((name) => seat(world, `the ${name} newcomer`).uid);
  bears(new Set(taken).size === 3 && taken.slice(0, 2).every((uid) => earned[uid] === 0n) && taken[2] === weaker.uid, `seats taken: ${taken.join(', ')}`);
  const stays = S.Uids.has(world, FIRST, better.hotkey);
  bears(stays && !S.Uids.has(world, FIRST, weaker.hotkey), 'the better miner lost its seat');
  return {
    'a seat costs': tao(price),
    'nobody loses a new seat for': `${count(usual)} blocks; ${IMMUNITY} for this trial`,
    'paid by the last epoch, of the two miners': `${alpha(earned[better.uid]!)} and ${alpha(earned[weaker.uid]!)}`,
    'three newcomers on a full subnet take the seats of': taken.map((uid) => `uid ${uid} (${alpha(earned[uid]!)})`).join(', '),
  };
}

/** C20 */
export const SEATS_BY_WORK: PaperRow = {
  id: 'C20', kind: 'claim', title: 'A miner registers for a UID and keeps it by performance',
  says: 'Miners register a hotkey for a UID; who performs badly is deregistered.',
  then: { verdict: 'holds', words: 'A seat costs TAO, which buys alpha from the pool that is destroyed, or it costs work. Once all seats are taken the newcomer gets the seat of whoever earned least and is past its immunity; a newer one goes only where all are still immune.' },
  now: { verdict: 'holds', words: 'As then. The price of a seat rises by about a quarter with each registration and halves again with time; old ones go only while more than ten of them are left, which this trial sets to none, and then a new one may.' },
  command: 'taonet subnets register 1 --wallet-name //Dave --hotkey //Dave//miner --dry-run && taonet why pruned 1 0',
  test: heldBy('C20'),
  show: (worlds) => onBoth(worlds, turnover),
};

function pay(base: World): Shown {
  const world = base.fork();
  const miner = seat(world, 'the miner');
  world.run(1);
  for (const validator of validatorsOf(world)) judge(world, validator, new Map([[miner.uid, 1]]));
  runEpoch(world);
  const before = { free: world.free(miner.coldkey), inAlpha: stakeOf(world, miner) };
  runEpoch(world);
  const paid = stakeOf(world, miner) - before.inAlpha;
  const free = world.free(miner.coldkey) - before.free;
  bears(paid > 0n && free === 0n, `paid ${paid} alpha and ${free} rao`);
  const sold = sell(world, miner, paid);
  bears(sold > 0n && world.free(miner.coldkey) === before.free + sold, `sold for ${sold}`);
  return { 'paid by one epoch': `${alpha(paid)} and ${tao(free)}`, 'after unstaking it': tao(sold), 'that is': `${decimal((sold * 1_000_000_000n) / paid)} TAO for an alpha` };
}

/** C21 */
export const PAID_IN_ALPHA: PaperRow = {
  id: 'C21', kind: 'claim', title: 'Miners are rewarded in TAO',
  says: 'Miners are rewarded with TAO for their work.',
  then: { verdict: 'misread', words: 'True before February 2025. Since dTAO a miner is paid in its subnet\'s alpha, as stake on its own hotkey; TAO it has when it unstakes, at the pool\'s price and at the pool\'s cost.' },
  now: { verdict: 'misread', words: 'In alpha as well. A miner may name another hotkey that its pay is staked on.' },
  command: 'taonet stake list //Alice && taonet stake remove 1 --amount 1 --hotkey //Alice//validator --wallet-name //Alice --dry-run',
  test: heldBy('C21'),
  show: (worlds) => onBoth(worlds, pay),
};

/** Looks for a proof of work and registers with it; returns how many hashes it took, or the refusal. */
function registerByWork(base: World): { readonly hashes: number; readonly refusal: string | undefined } {
  const world = base.fork().run(3);
  world.S.Difficulty.set(world, FIRST, EASY_DIFFICULTY);
  const { coldkey, hotkey } = newcomer(world, 'the solver');
  const block = world.block - 1;
  for (let nonce = 0n; ; nonce++) {
    const work = sealHash(world.crypto, System.BlockHash.get(world, block), nonce, hotkey);
    if (!hashMeetsDifficulty(work, EASY_DIFFICULTY)) continue;
    const refusal = world.refusal(hotkey, 'SubtensorModule.register', { netuid: FIRST, block_number: BigInt(block), nonce, work, hotkey, coldkey });
    return { hashes: Number(nonce) + 1, refusal: refusal ?? (world.S.Uids.has(world, FIRST, hotkey) ? undefined : 'no seat') };
  }
}

/** How many of the largest hold more than half. */
export function nakamoto(parts: readonly bigint[]): number {
  const total = parts.reduce((sum, part) => sum + part, 0n);
  let sum = 0n;
  return 1 + [...parts].sort((a, b) => (a < b ? 1 : -1)).findIndex((part) => (sum += part) * 2n > total);
}

function concentration(base: World): Shown {
  const { S } = base;
  const owners = S.Keys.entries(base, FIRST).map(([, hotkey]) => S.Owner.get(base, hotkey));
  const root = validatorsOf(base).map(({ hotkey }) => S.TotalHotkeyAlpha.get(base, hotkey, 0));
  return {
    'UIDs of subnet 1, and coldkeys behind them': `${owners.length}, ${new Set(owners).size}`,
    'validators that hold more than half of root\'s stake': `${nakamoto(root)} of ${root.length}`,
    'who makes blocks': `${Aura.Authorities.get(base).length} authorities in turn, whatever their stake or hash rate`,
  };
}

/** C26 */
export const WORK_AND_STAKE: PaperRow = {
  id: 'C26', kind: 'claim', title: 'Mining is proof of work and stake, by former Ethereum miners',
  says: 'Mining combines proof of work and proof of stake; many miners came from Ethereum, many sit in Asia.',
  then: { verdict: 'holds in part', words: 'Proof of work bought a seat where a subnet allowed it, nothing else; stake weighs opinions. Blocks were made by a few authorities. Where miners come from is on no chain; how seats are spread over coldkeys is.' },
  now: { verdict: 'does not hold', words: 'Upstream\'s chain takes no work any more: the call of that name charges the price of a seat. Later client releases have it again, so it is a switch here. Blocks are still made by authorities.' },
  command: 'taonet pow estimate 1 && taonet pow register 1 && taonet query Aura.Authorities',
  test: heldBy('C26'),
  show(worlds) {
    const was = registerByWork(worlds.then);
    bears(was.refusal === undefined, `by work, then: ${was.refusal}`);
    const switched = registerByWork(worlds.now);
    bears(switched.refusal === undefined, `by work, with the switch: ${switched.refusal}`);
    const upstream = worlds.create({ rules: '2026-06', dev: false }).run(3);
    const hotkey = newcomer(upstream, 'the solver').hotkey;
    upstream.fund(hotkey, 10n);
    const before = upstream.free(hotkey);
    // No work at all: an empty proof.
    upstream.call(hotkey, 'SubtensorModule.register', { netuid: FIRST, block_number: 2n, nonce: 0n, work: new Uint8Array(32), hotkey, coldkey: hotkey });
    const charged = before - upstream.free(hotkey);
    bears(charged > 0n && upstream.S.Uids.has(upstream, FIRST, hotkey), `charged ${charged}`);
    const luck = `${count(was.hashes)} hashes at a difficulty of ${count(EASY_DIFFICULTY)}`;
    return figures({
      then: { 'a seat by work': luck, 'usual difficulty here': count(worlds.then.S.Difficulty.get(worlds.then, FIRST)), ...concentration(worlds.then) },
      now: {
        'the same call on upstream\'s chain, with no work in it': `a seat for ${tao(charged)}`,
        'a seat by work, with the switch on': `${count(switched.hashes)} hashes at a difficulty of ${count(EASY_DIFFICULTY)}`,
        ...concentration(worlds.now),
      },
    });
  },
};

