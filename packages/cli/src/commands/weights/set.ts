/** `weights set`, `commit`, `reveal`: a validator's opinion of miners. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WeightsCommit, WeightsPath } from '@taonet/sdk';
import { netuidOf, wholeNumber, withChain, type Chain } from '../../chain.ts';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { UsageError, ValidationError } from '../../failure.ts';
import { configPath } from '../../settings.ts';
import { accountAddress, isAddress } from '../../wallets.ts';
import { runWrite } from '../../write.ts';

/** `uid=score` arguments, or the lists of --uids and --weights. */
async function scoresOf(invocation: Invocation): Promise<readonly (readonly [number | string, number])[]> {
  const { args, options } = invocation;
  const given = (args['scores'] ?? []) as readonly string[];
  const { uids, weights } = options;
  const pairs = typeof uids === 'string' && typeof weights === 'string'
    ? paired(uids.split(','), weights.split(','))
    : given.map((text) => {
      const found = /^(.+)[=:]([\d.eE+-]+)$/.exec(text);
      if (found === null) throw new UsageError(`${text} is not uid=score.`, 'taonet weights set 1 0=0.5 1=0.5');
      return [found[1]!, found[2]!] as const;
    });
  if (pairs.length === 0) throw new UsageError('Which weights?', 'taonet weights set 1 0=0.5 1=0.5, or --uids 0,1 --weights 0.5,0.5');
  return Promise.all(pairs.map(async ([who, score]) => {
    const value = Number(score);
    if (!(value >= 0)) throw new UsageError(`${score} is not a score: a number of 0 or more.`);
    return [/^\d+$/.test(who) ? Number(who) : isAddress(who) ? who : await accountAddress(who, invocation, 'hotkey'), value] as const;
  }));
}

function paired(uids: readonly string[], weights: readonly string[]): (readonly [string, string])[] {
  if (uids.length !== weights.length) throw new UsageError(`${uids.length} uids want ${uids.length} weights, not ${weights.length}.`, '--uids 0,1 --weights 0.5,0.5');
  return uids.map((uid, i) => [uid.trim(), weights[i]!.trim()]);
}

async function put(invocation: Invocation, path: WeightsPath | undefined): Promise<Outcome> {
  const netuid = netuidOf(invocation);
  const scores = await scoresOf(invocation);
  const mechanism = wholeNumber(invocation.options['mechanism'], '--mechanism', 0);
  const version = invocation.options['versionKey'];
  return withChain(invocation, async (chain) => {
    const plan = await chain.client.weights({ netuid, mechanism, weights: scores, ...(path === undefined ? {} : { path }), ...(version === undefined ? {} : { version: BigInt(String(version)) }) }).plan();
    const way = { path: plan.path, uids: plan.uids, values: plan.values, revealsAt: plan.revealsAt ?? null, revealRound: plan.revealRound ?? null };
    const how = { plain: 'They count at once', hash: `They are committed by hash and can be revealed from block ${String(plan.revealsAt)} on`, timelock: `They are sealed; the chain opens them at about block ${String(plan.revealsAt)}` }[plan.path];
    return runWrite(invocation, chain, {
      what: `Sets ${plan.uids.length} weights in subnet ${netuid} (${plan.path})`,
      write: chain.client.call(plan.call),
      tell: async () => {
        const file = plan.commit === undefined ? undefined : await keepCommit(invocation, plan.commit);
        return { result: { ...way, commit: plan.commit ?? null, keptIn: file ?? null }, words: `${how}.${file === undefined ? '' : `\nWhat reveals them is kept in ${file}: taonet weights reveal ${netuid}`}` };
      },
    });
  });
}

export const runSet: Run = (invocation) => put(invocation, invocation.options['path'] as WeightsPath | undefined);
export const runCommit: Run = (invocation) => put(invocation, 'hash');

/** Where the salt of a commit is kept until it is revealed; readable by its owner only. */
const keptPath = ({ options }: Invocation, hotkey: string, netuid: number, mechanism: number): string =>
  (typeof options['keep'] === 'string' ? options['keep'] : join(dirname(configPath()), 'taonet', 'commits', `${hotkey}-${netuid}-${mechanism}.json`));

async function keepCommit(invocation: Invocation, commit: WeightsCommit): Promise<string> {
  const file = keptPath(invocation, commit.hotkey, commit.netuid, commit.mechanism);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(commit, null, 2)}\n`, { mode: 0o600 });
  return file;
}

export const runReveal: Run = (invocation) => withChain(invocation, async (chain) => {
  const netuid = netuidOf(invocation);
  const mechanism = wholeNumber(invocation.options['mechanism'], '--mechanism', 0);
  const commit = await commitToReveal(invocation, chain, netuid, mechanism);
  const { uids, values, salt } = commit;
  const version = BigInt(commit.versionKey);
  const value = mechanism === 0 ? { netuid, uids, values, salt, version_key: version } : { netuid, mecid: mechanism, uids, values, salt, version_key: version };
  return runWrite(invocation, chain, {
    what: `Reveals ${uids.length} weights in subnet ${netuid}`,
    write: chain.client.call({ type: 'SubtensorModule', value: { type: mechanism === 0 ? 'reveal_weights' : 'reveal_mechanism_weights', value } }),
    tell: () => ({ result: { netuid, mechanism, uids, values } }),
  });
});

type Revealed = Pick<WeightsCommit, 'uids' | 'values' | 'salt' | 'versionKey'>;
const U16_MAX = 65_535;

/** From the options, or from the file that the commit left. */
async function commitToReveal(invocation: Invocation, { client, wallet }: Chain, netuid: number, mechanism: number): Promise<Revealed> {
  const { options } = invocation;
  if (typeof options['salt'] === 'string') {
    const scores = await scoresOf(invocation);
    const largest = Math.max(...scores.map(([, score]) => score));
    const scaled = scores.map(([uid, score]) => [Number(uid), Math.round((score / largest) * U16_MAX)] as const).filter(([, value]) => value > 0).sort(([a], [b]) => a - b);
    return { uids: scaled.map(([uid]) => uid), values: scaled.map(([, value]) => value), salt: options['salt'].split(',').map(Number), versionKey: String(options['versionKey'] ?? await client.query.SubtensorModule.WeightsVersionKey(netuid)) };
  }
  const hotkey = (await wallet.hotkeypub()).address;
  const file = keptPath(invocation, hotkey, netuid, mechanism);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new ValidationError(`No commit of this hotkey is kept in ${file}.`, 'Give --uids, --weights and --salt as they were committed, or --keep FILE.');
  return JSON.parse(text) as WeightsCommit;
}
