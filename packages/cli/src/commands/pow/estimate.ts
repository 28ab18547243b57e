/** `pow estimate`: what a place costs by work, and by burn beside it. */

import { amountText } from '../../amounts.ts';
import { netuidOf, withChain } from '../../chain.ts';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { durationText, energyOf, energyText, expectationOf, rateText, significant, wholeText } from '../../pow/expectation.ts';
import { readPowFacts, type PowFacts } from '../../pow/powFacts.ts';
import { registerFeeRao } from '../../pow/registerFee.ts';
import { measureHashRate, threadsOf } from './threads.ts';

export const run: Run = (invocation) => withChain(invocation, async ({ client }): Promise<Outcome> => {
  const { output, signal } = invocation;
  const netuid = netuidOf(invocation);
  const { number } = await client.block();
  const facts = await readPowFacts(client, netuid, number);
  const burnFeeRao = await registerFeeRao(client, netuid);
  const threads = threadsOf(invocation);
  const given = positive(invocation, 'hashRate');
  output.doing('measuring this machine');
  const hashRate = given ?? await measureHashRate(threads, positive(invocation, 'seconds') ?? 1, signal);
  const cost = costOf(invocation, facts.difficulty, hashRate, threads);
  return { data: json({ facts, threads: given === undefined ? threads : null, hashRate, burnFeeRao, cost }), words: words({ facts, threads: given === undefined ? threads : null, hashRate, burnFeeRao, cost }) };
});

interface Cost {
  readonly watts: number;
  readonly kWh: number;
  /** In the money of `--price`, when that was given. */
  readonly money: number | null;
  readonly tao: number | null;
}

/** More for a thread that works than for one that waits; what a laptop's core takes. */
const WATTS_PER_THREAD = 8;

function costOf(invocation: Invocation, difficulty: bigint, hashRate: number, threads: number): Cost {
  const watts = positive(invocation, 'watts') ?? WATTS_PER_THREAD * threads;
  const kWh = energyOf(expectationOf(difficulty, hashRate).secondsMean, watts);
  const [price, taoPrice] = [positive(invocation, 'kwhPrice'), positive(invocation, 'taoPrice')];
  const money = price === undefined ? null : kWh * price;
  return { watts, kWh, money, tao: money === null || taoPrice === undefined ? null : money / taoPrice };
}

function positive({ options }: Pick<Invocation, 'options'>, name: string): number | undefined {
  const given = options[name];
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!(value > 0) || !Number.isFinite(value)) throw new UsageError(`${String(given)} is not a number above 0.`);
  return value;
}

interface Estimate {
  readonly facts: PowFacts;
  readonly threads: number | null;
  readonly hashRate: number;
  readonly burnFeeRao: bigint;
  readonly cost: Cost;
}

function json({ facts, threads, hashRate, burnFeeRao, cost }: Estimate): unknown {
  const { netuid, block, difficulty, burnRao, minDifficulty, maxDifficulty, maxPerBlock, maxPerInterval, thisInterval, intervalBlocks, blocksToAdjustment, freePlaces } = facts;
  return {
    netuid, block, threads, hashRate, difficulty,
    byWork: { ...expectationOf(difficulty, hashRate), watts: cost.watts, kWh: cost.kWh, money: cost.money, tao: cost.tao, feeRao: 0n },
    byBurn: { burnRao, feeRao: burnFeeRao, totalRao: burnRao + burnFeeRao },
    limits: { minDifficulty, maxDifficulty, maxPerBlock, maxPerInterval, thisInterval, intervalBlocks, blocksToAdjustment, freePlaces },
  };
}

function words({ facts, threads, hashRate, burnFeeRao, cost }: Estimate): string {
  const { netuid, difficulty, burnRao, maxPerBlock, maxPerInterval, thisInterval, blocksToAdjustment, freePlaces } = facts;
  const { secondsMean, secondsMedian, seconds95 } = expectationOf(difficulty, hashRate);
  const money = cost.money === null ? '' : `, ${significant(cost.money)} for power${cost.tao === null ? '' : ` = τ${significant(cost.tao)}`}`;
  const machine = threads === null ? '' : ` with ${threads} thread${threads === 1 ? '' : 's'}`;
  return [
    `A place on subnet ${netuid}:`,
    `by work  ${durationText(secondsMean)} on average at ${rateText(hashRate)}${machine}, difficulty ${wholeText(difficulty)}`,
    `         half of all searches end within ${durationText(secondsMedian)}, 95 % within ${durationText(seconds95)}`,
    `         ${energyText(cost.kWh)} at ${significant(cost.watts)} W${money}; no TAO, no fee`,
    `by burn  τ${amountText(burnRao, 9)} and a fee of τ${amountText(burnFeeRao, 9)}: τ${amountText(burnRao + burnFeeRao, 9)}`,
    `limits   ${maxPerBlock} in a block, ${maxPerInterval} in an interval; ${thisInterval} of this one are taken, it ends in ${blocksToAdjustment} blocks, then the difficulty moves`,
    `places   ${freePlaces === 0 ? 'none free: a newcomer replaces the neuron that earns least' : `${freePlaces} free`}`,
  ].join('\n');
}
