/** `pow register`: a place on a subnet for the wallet's hotkey, by work. */

import { availableParallelism } from 'node:os';
import type { Client } from '@taonet/sdk';
import { decodeSs58 } from '@taonet/crypto/ss58';
import { amountText } from '../../amounts.ts';
import { netuidOf, withChain, type Chain } from '../../chain.ts';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { EXIT } from '../../exitCodes.ts';
import { UsageError, ValidationError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { chanceWithin, durationText, expectationOf, rateText, wholeText } from '../../pow/expectation.ts';
import { readPowFacts, type PowFacts } from '../../pow/powFacts.ts';
import { powFilePath, readPowFile, removePowFile, writePowFile, type PowRecord } from '../../pow/powFile.ts';
import { registerFeeRao } from '../../pow/registerFee.ts';
import { WorkSearch, type Effort, type PowEnd, type PowWatcher } from '../../pow/searchForWork.ts';
import { threadsOf } from './threads.ts';

export const run: Run = (invocation) => withChain(invocation, (chain) => register(invocation, chain));

const MS_PER_S = 1_000;
/** The account of zeros: whose a hotkey is that nobody owns. */
const NOBODY = '5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM';
/** What shells expect of programs that were interrupted. */
const INTERRUPTED = 130;

interface Subject {
  readonly netuid: number;
  readonly hotkey: string;
  readonly coldkey: string;
}

async function subjectOf(invocation: Invocation, { client, wallet }: Chain): Promise<Subject> {
  const netuid = netuidOf(invocation);
  const [{ address: hotkey }, { address: coldkey }] = await Promise.all([wallet.hotkeypub(), wallet.coldkeypub()]);
  const [uid, owner] = await Promise.all([client.query.SubtensorModule.Uids(netuid, hotkey), client.query.SubtensorModule.Owner(hotkey)]);
  if (uid !== undefined) throw new ValidationError(`${shown(hotkey)} has a place on subnet ${netuid} already: uid ${uid}.`, 'Another hotkey of the wallet: --hotkey NAME.');
  if (owner !== NOBODY && owner !== coldkey) throw new ValidationError(`${shown(hotkey)} belongs to ${shown(owner)}, not to ${shown(coldkey)}.`, 'Name the wallet that owns it, or another hotkey.');
  return { netuid, hotkey, coldkey };
}

async function register(invocation: Invocation, chain: Chain): Promise<Outcome> {
  const { options, output } = invocation;
  const { client } = chain;
  const subject = await subjectOf(invocation, chain);
  const { netuid, hotkey, coldkey } = subject;
  const facts = await readPowFacts(client, netuid, (await client.block()).number);
  const feeRao = await registerFeeRao(client, netuid);
  const { path, record } = recordOf(invocation, client, subject);
  const threads = threadsOf(invocation);
  const dryRun = options['dryRun'] === true;
  // Opened now: nobody should be asked for a password when work is found.
  if (!dryRun) await chain.wallet.hotkey();
  output.endWork();
  output.word(beginning({ subject, facts, feeRao, threads, record }));

  const progress = new Progress(record, output);
  const search = new WorkSearch(client, { netuid, hotkey: accountId(hotkey), coldkey: accountId(coldkey), threads, dryRun, from: record.block }, progress);
  const limit = timeLimit(options['maxTime']);
  try {
    const end = await search.run(limit === undefined ? invocation.signal : AbortSignal.any([invocation.signal, limit]));
    output.endProgress();
    const now = progress.record(search.effort, search.block);
    if (end === undefined) return stopped({ subject, facts: progress.facts ?? facts, path, record: now, status: limit?.aborted === true ? EXIT.timeout : INTERRUPTED });
    removePowFile(path);
    return ended({ subject, end, record: now, path, dryRun });
  } catch (error) {
    output.endProgress();
    // What was looked at is not lost with the connection.
    writePowFile(path, progress.record(search.effort, search.block));
    throw error;
  } finally {
    await search.close();
  }
}

function timeLimit(seconds: unknown): AbortSignal | undefined {
  if (seconds === undefined) return undefined;
  if (!(Number(seconds) > 0)) throw new UsageError(`--max-time ${String(seconds)} is not a time in seconds.`, '--max-time 3600');
  return AbortSignal.timeout(Number(seconds) * MS_PER_S);
}

function accountId(address: string): string {
  const decoded = decodeSs58(address);
  if (!decoded.ok) throw new ValidationError(`${address} is not an address: ${decoded.problem}.`);
  return decoded.accountId;
}

function recordOf({ options }: Invocation, client: Client, { netuid, hotkey }: Subject): { readonly path: string; readonly record: PowRecord } {
  const about = { genesis: client.view.connection.chain.genesisHash, netuid, hotkey };
  const path = typeof options['state'] === 'string' ? options['state'] : powFilePath(about);
  return { path, record: options['fresh'] === true ? { ...about, block: null, hashes: 0, seconds: 0 } : readPowFile(path, about) };
}

/** Tells how it goes, and adds to what an earlier search has done. */
class Progress implements PowWatcher {
  readonly #before: PowRecord;
  readonly #output: Invocation['output'];
  #last: Effort = { hashes: 0, seconds: 0 };
  #told = 0;
  facts: PowFacts | undefined;

  constructor(before: PowRecord, output: Invocation['output']) {
    this.#before = before;
    this.#output = output;
  }

  hashed(effort: Effort, facts: PowFacts): void {
    const rate = (effort.hashes - this.#last.hashes) / (effort.seconds - this.#last.seconds);
    this.#last = effort;
    this.facts = facts;
    // While the subnet takes nobody there is nothing to tell.
    if (!(rate > 0)) return;
    const { hashes, seconds } = this.record(effort, null);
    const line = `${rateText(rate)}, difficulty ${wholeText(facts.difficulty)}, ${durationText(seconds)} of ${durationText(expectationOf(facts.difficulty, rate).secondsMean)} on average, found by now in ${(100 * chanceWithin(hashes, facts.difficulty)).toFixed(0)} % of searches`;
    this.#output.progress(line);
    this.#told += 1;
    // Away from a terminal a line now and then.
    if (!this.#output.isTerminal && this.#told % 10 === 0) this.#output.word(line);
  }

  told(words: string): void {
    this.#output.endProgress();
    this.#output.word(words);
  }

  record({ hashes, seconds }: Effort, block: PowRecord['block']): PowRecord {
    return { ...this.#before, block, hashes: this.#before.hashes + hashes, seconds: this.#before.seconds + seconds };
  }
}

interface Beginning {
  readonly subject: Subject;
  readonly facts: PowFacts;
  readonly feeRao: bigint;
  readonly threads: number;
  readonly record: PowRecord;
}

function beginning({ subject: { netuid, hotkey, coldkey }, facts, feeRao, threads, record }: Beginning): string {
  const spare = threads < availableParallelism() ? '' : ' (all there are; --threads takes fewer)';
  return [
    `Looks for work that gives ${shown(hotkey)} of ${shown(coldkey)} a place on subnet ${netuid}, with ${threads} thread${threads === 1 ? '' : 's'}${spare}.`,
    `Difficulty ${wholeText(facts.difficulty)}: so many hashes on average. Bought, the place costs τ${amountText(facts.burnRao + feeRao, 9)}.`,
    record.hashes === 0 ? 'Ctrl-C stops; the same command goes on.' : `Goes on: ${wholeText(record.hashes)} hashes in ${durationText(record.seconds)} are behind it. Ctrl-C stops.`,
  ].join('\n');
}

interface Stop {
  readonly subject: Subject;
  readonly facts: PowFacts;
  readonly path: string;
  readonly record: PowRecord;
  readonly status: number;
}

function stopped({ subject, facts, path, record, status }: Stop): Outcome {
  writePowFile(path, record);
  return {
    data: { dryRun: false, registered: false, ...subject, uid: null, block: null, difficulty: facts.difficulty, hashes: record.hashes, seconds: record.seconds, hashRate: rateOf(record), work: null, state: path },
    words: `Stopped after ${wholeText(record.hashes)} hashes in ${durationText(record.seconds)} (${rateText(rateOf(record))}). The same command goes on; what it needs is kept in ${path}.`,
    status,
  };
}

const rateOf = ({ hashes, seconds }: PowRecord): number => Math.round(hashes / Math.max(seconds, 0.001));

interface Ending {
  readonly subject: Subject;
  readonly end: PowEnd;
  readonly record: PowRecord;
  readonly path: string;
  readonly dryRun: boolean;
}

function ended({ subject, end: { work, facts, receipt }, record, path, dryRun }: Ending): Outcome {
  const uid = receipt?.find('SubtensorModule.NeuronRegistered')?.[1] ?? null;
  const { challenge: { blockNumber, difficulty }, nonce, seal } = work;
  const found = `work on block ${blockNumber}: nonce ${nonce}, seal 0x${seal.slice(0, 16)}… below 2^256 / ${wholeText(difficulty)}`;
  const effort = `${wholeText(record.hashes)} hashes in ${durationText(record.seconds)} (${rateText(rateOf(record))})`;
  return {
    data: {
      dryRun, registered: receipt !== undefined, ...subject, uid, block: receipt?.block.number ?? null, difficulty, hashes: record.hashes, seconds: record.seconds, hashRate: rateOf(record),
      work: { block: blockNumber, nonce, seal: `0x${seal}` }, state: path,
    },
    words: receipt === undefined
      ? `Found ${found}, after ${effort}. Nothing was sent: it would be taken in the next two blocks, for nothing.`
      : `${shown(subject.hotkey)} is uid ${uid} on subnet ${subject.netuid} since block ${receipt.block.number}, for ${effort} and no TAO; bought, it would have cost τ${amountText(facts.burnRao, 9)}.\n${found[0]!.toUpperCase()}${found.slice(1)}.`,
  };
}
