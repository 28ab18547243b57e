/** Who mines, and with what: claims, places, hashes. */

import { commitments } from '@taonet/abi';
import { bindStorage } from '@taonet/frame';
import { hashBlockAndHotkey, sealPreimage } from '@taonet/runtime';
import { nakamoto } from '../claims/miners.ts';
import { count, tao } from '../amounts.ts';
import { bears, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, runEpoch, seat, validatorsOf } from '../scene.ts';
import { System } from '../storage.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

const Commitments = bindStorage(commitments);
const CLAIM = 'hardware: 8 cores, 1 GPU of the year 2022';
const TRIED_HASHES = 4_000;

/** Hashes a second of one core here, tried just now. */
function hashRate(world: World): number {
  const { hotkey } = validatorsOf(world)[0]!;
  const fixed = hashBlockAndHotkey(world.crypto, System.BlockHash.get(world, 1), hotkey);
  const search = (): void => {
    for (let nonce = 0n; nonce < TRIED_HASHES; nonce++) world.crypto.keccak256(world.crypto.sha2b256(sealPreimage(nonce, fixed)));
  };
  // The first time the code is still being compiled.
  search();
  const start = performance.now();
  search();
  return TRIED_HASHES / ((performance.now() - start) / 1000);
}

function whoMines(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  // Three places, two of them one coldkey's.
  const [first, second] = [seat(world, 'first miner'), seat(world, 'second miner')];
  world.run(1);
  const another = world.account('first miner\'s other hotkey');
  world.call(first.coldkey, 'SubtensorModule.burned_register', { netuid: FIRST, hotkey: another });
  const third = { uid: S.Uids.get(world, FIRST, another)!, coldkey: first.coldkey };
  const said = { fields: [{ type: 'BigRaw', value: new TextEncoder().encode(CLAIM) }] };
  world.call(first.hotkey, 'Commitments.set_commitment', { netuid: FIRST, info: said });
  world.run(1);
  const miners = [first, second, third];
  for (const validator of validatorsOf(world)) judge(world, validator, new Map(miners.map(({ uid }, i) => [uid, [0.5, 0.3, 0.2][i]!])));
  runEpoch(world);
  runEpoch(world);
  const paid = S.Emission.get(world, FIRST);
  const byColdkey = new Map<string, bigint>();
  for (const { uid, coldkey } of miners) byColdkey.set(coldkey, (byColdkey.get(coldkey) ?? 0n) + paid[uid]!);
  const claims = Commitments.CommitmentOf.keys(world, FIRST).length;
  bears(claims === 1 && byColdkey.size === 2 && nakamoto([...byColdkey.values()]) === 1, `${claims} claims, ${byColdkey.size} coldkeys`);
  const difficulty = S.Difficulty.get(world, FIRST);
  const rate = hashRate(world);
  return {
    'what a miner says of its machine': `"${CLAIM.slice('hardware: '.length)}"; unchecked, ${claims} of ${S.SubnetworkN.get(world, FIRST)} neurons say anything`,
    'miners, and coldkeys behind them': `${miners.length}, ${byColdkey.size}`,
    'coldkeys that get more than half of miners\' pay (Nakamoto coefficient)': count(nakamoto([...byColdkey.values()])),
    'a seat by work takes, on average': `${count(difficulty)} hashes (sha2-256, then keccak-256)`,
    'one core of this machine, in plain JavaScript, tries': `about ${count(Math.round(rate / 1000))},000 a second: ${count(Math.max(1, Math.round(Number(difficulty) / rate)))} s for a seat`,
    'a seat by payment': tao(S.Burn.get(world, FIRST)),
  };
}

/** Q1 */
export const WHO_MINES: PaperRow = {
  id: 'Q1', kind: 'question', title: 'Who are the miners, in which pools, with which GPUs, with ASICs?',
  says: 'Who mines, are there mining pools, and is it GPUs of which generation, or chips made for it?',
  then: { verdict: 'not on chain', words: 'A miner is a key. What machine is behind it only the miner says, and nobody checks. Visible are keys: how many places one coldkey has and what it earns. ASICs could only help where a seat is bought by hashing; the work itself is whatever a subnet asks.' },
  now: { verdict: 'not on chain', words: 'As then; upstream takes no hashing any more, here it is a switch.' },
  command: 'taonet subnets show 1 && taonet subnets claim-hardware 1 --wallet-name //Alice --dry-run && taonet pow estimate 1',
  test: heldBy('Q1'),
  show: (worlds) => onBoth(worlds, whoMines),
};
