/**
 * Places for hashes instead of TAO, under both rule sets: what one costs here, one earned by a hotkey that owns nothing, a search that is stopped and goes on,
 * work that is none, and the difficulty that rises because somebody came.
 */

import { journey, Network, step } from './kit/journey.ts';

const RULES = ['2026-06', '2025-05'] as const;
type Rules = (typeof RULES)[number];
const NO_PURSE = 'SubtensorModule.NotEnoughBalanceToStake';
const WRONG_WORK: Readonly<Record<Rules, readonly string[]>> = {
  '2026-06': [NO_PURSE, NO_PURSE, NO_PURSE],
  '2025-05': ['SubtensorModule.InvalidDifficulty', 'SubtensorModule.InvalidSeal', 'SubtensorModule.InvalidWorkBlock'],
};
const DIFFICULTY = 500_000;
/** Nobody finds that here. */
const OUT_OF_REACH = 10n ** 15n;

interface Estimate {
  readonly hashRate: number;
  readonly difficulty: string;
  readonly byWork: { readonly hashes: number; readonly secondsMean: number; readonly feeRao: string };
  readonly byBurn: { readonly totalRao: string };
  readonly limits: { readonly maxPerBlock: number; readonly maxPerInterval: number; readonly thisInterval: number; readonly blocksToAdjustment: number };
}
interface Search {
  readonly registered: boolean;
  readonly uid: number | null;
  readonly hotkey: string;
  readonly coldkey: string;
  readonly difficulty: string;
  readonly hashes: number;
}

await journey(async () => {
  for (const rules of RULES) {
    const network = await Network.start(['--block-time', 'instant', '--rules', rules]);
    try {
      await places(network, rules);
    } finally {
      await network.stop();
    }
  }
});

function search(who: string): string {
  return `pow register 1 --wallet-name //${who} --hotkey //${who}//worker --threads 1`;
}

/** Rao. */
async function free(network: Network, address: string): Promise<string> {
  return (await network.query<{ readonly data: { readonly free: string } }>(`System.Account ${address}`)).data.free;
}

async function places(network: Network, rules: Rules): Promise<void> {
  const estimate = await network.json<Estimate>('pow estimate 1 --threads 1 --seconds 0.3');
  step(
    `rules of ${rules}: a place on subnet 1 takes ${estimate.byWork.hashes} hashes on average, ${estimate.byWork.secondsMean.toPrecision(2)} s here, and no TAO; bought it costs ${(Number(estimate.byBurn.totalRao) / 1e9).toFixed(4)} TAO`,
    [estimate.difficulty, estimate.byWork.feeRao, estimate.hashRate > 10_000, estimate.limits.maxPerBlock, estimate.limits.maxPerInterval], [String(DIFFICULTY), '0', true, 1, 6],
  );

  const first = await network.json<Search>(search('Poor'));
  step(`//Poor//worker is uid ${first.uid} after ${first.hashes} hashes`, [first.registered, first.uid], [true, 5]);
  step('//Poor owns it, and neither of them ever had TAO', [await network.query(`SubtensorModule.Owner ${first.hotkey}`), await free(network, first.coldkey), await free(network, first.hotkey)], [first.coldkey, '0', '0']);
  const again = await network.run(`${search('Poor')} --json`);
  step('it gets no second one', [again.status === 0, /has a place on subnet 1 already/.test(again.out)], [false, true]);

  await wrongWork(network, rules);
  await stoppedSearch(network);
  await risenDifficulty(network);
}

/** Of a hotkey without TAO: under today's rules work that is none makes the call a purchase, which it cannot pay. */
async function wrongWork(network: Network, rules: Rules): Promise<void> {
  await network.json('advance 1');
  const number = Number(await network.query('System.Number'));
  const coldkey = (await network.json<Search>(`${search('Liar')} --dry-run`)).coldkey;
  const liar = '--wallet-name //Liar --hotkey //Liar//worker --signer hotkey --yes';
  const hotkey = (await network.json<Search>(`${search('Liar')} --dry-run`)).hotkey;
  const register = (block: number, work: string): string => `tx SubtensorModule.register netuid=1 block_number=${block} nonce=1 work=${work} hotkey=${hotkey} coldkey=${coldkey} ${liar} --json`;
  const codeOf = async (line: string): Promise<string> => (JSON.parse((await network.run(line)).out) as { readonly error: { readonly code: string } }).error.code;
  const codes = [await codeOf(register(number, `0x${'ff'.repeat(32)}`)), await codeOf(register(number, `0x${'00'.repeat(32)}`)), await codeOf(register(number + 9, `0x${'00'.repeat(32)}`))];
  step('a seal that is too large, one that is another hotkey\'s, and one on a block to come are refused', codes, WRONG_WORK[rules]);
  step('the liar has no place', await network.query(`SubtensorModule.Uids 1 ${hotkey}`), null);
}

async function stoppedSearch(network: Network): Promise<void> {
  await network.write(`tx AdminUtils.sudo_set_difficulty netuid=1 difficulty=${OUT_OF_REACH} --sudo --wallet-name //Alice`);
  const stopped = await network.interrupted(`${search('Patient')} --json`, /Ctrl-C stops/, 1_500);
  const before = JSON.parse(stopped.out) as Search;
  step(`a search at difficulty ${OUT_OF_REACH} is stopped by Ctrl-C after ${before.hashes} hashes`, [stopped.status, before.registered, before.hashes > 0], [130, false, true]);
  await network.write(`tx AdminUtils.sudo_set_difficulty netuid=1 difficulty=${DIFFICULTY} --sudo --wallet-name //Alice`);
  const resumed = await network.run(`${search('Patient')} --json`);
  const after = JSON.parse(resumed.out) as Search;
  step(`the same command goes on and ends, with ${after.hashes - before.hashes} more`, [/Goes on: /.test(resumed.err), after.registered, after.hashes > before.hashes], [true, true, true]);
}

async function risenDifficulty(network: Network): Promise<void> {
  await network.json('advance 1');
  const { uid } = await network.json<Search>(search('Third'));
  const { limits, difficulty } = await network.json<Estimate>('pow estimate 1 --hash-rate 1000000');
  step(`a third one in this interval, uid ${uid}; its target are two`, [limits.thisInterval, difficulty], [3, String(DIFFICULTY)]);
  await network.json(`advance ${limits.blocksToAdjustment}`);
  const next = await network.json<Estimate>('pow estimate 1 --hash-rate 1000000');
  step('when the interval is over the difficulty is (3 + 2) / (2 × 2) of what it was, and places are counted anew', [next.difficulty, next.limits.thisInterval], [String((DIFFICULTY * 5) / 4), 0]);
}
