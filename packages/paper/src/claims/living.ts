/** The living network: what subnets make, how one builds on another, and how prompts become pay. Models are loaded when a row is shown. */

import { join } from 'node:path';
import type { Behaviour, MinerRoute, SubnetKind } from '@taonet/subnets';
import { count, decimal, percent, RAO_PER_TAO, share } from '../amounts.ts';
import { inFolder } from '../inFolder.ts';
import { bears, figures, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, runEpoch, seat, validatorsOf, WHOLE_U16 } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';
import { CHUTES } from './mainnet.ts';
import { playRounds, type Examined } from './rounds.ts';

const STORE_ROUNDS = 4;
const EMBED_ROUNDS = 2;

const marksText = (results: readonly Examined[]): string => results.map(({ behaviour, mark, share: part }) => `${behaviour}: mark ${mark.toFixed(2)}, weight ${percent(part, 1)}`).join(' · ');

/** What a validator's weights from those rounds pay on chain, by miner. */
function paidFor(base: World, results: readonly Examined[]): readonly number[] {
  const world = base.fork();
  const miners = results.map(({ behaviour }) => seat(world, `the ${behaviour} miner`));
  world.run(1);
  const parts = new Map(miners.map(({ uid }, i) => [uid, results[i]!.share] as const).filter(([, part]) => part > 0));
  for (const validator of validatorsOf(world)) judge(world, validator, parts);
  runEpoch(world);
  return miners.map(({ uid }) => share(world.S.Incentive.get(world, FIRST)[uid]!, WHOLE_U16));
}

const paidText = (results: readonly Examined[], paid: readonly number[]): string => results.map(({ behaviour }, i) => `${behaviour} ${percent(paid[i]!, 1)}`).join(' · ');

/** Nothing for who cheats, most for who does most. */
function bearsDesert(results: readonly Examined[], paid: readonly number[]): void {
  const [honest, small, ...cheats] = paid as [number, number, ...number[]];
  bears(honest > small && small > 0 && cheats.every((part) => part === 0), `paid: ${paidText(results, paid)}`);
}

/** C23 */
export const OPEN_REWARDS: PaperRow = {
  id: 'C23', kind: 'claim', title: 'Anyone contributes, subnets define the reward: compute, storage, intelligence',
  says: 'Anyone can contribute a model or a machine, and each subnet defines what it rewards: computing, storage, intelligence.',
  then: { verdict: 'holds', words: 'The chain knows seats and weights, and nothing of the work. What is rewarded stands in a subnet\'s own program; here are four: embeddings, storage, chess, answers of a language model.' },
  now: { verdict: 'holds', words: 'As then; the same programs run under both rule sets.' },
  command: 'taonet up --subnets embed,store,board && taonet subnets audit 2',
  test: heldBy('C23'),
  async show({ then, now }) {
    const { createBoardSubnet, createChatSubnet, createEmbedSubnet, createStoreSubnet } = await import('@taonet/subnets');
    const nothing = (): Promise<never> => Promise.reject(new Error('not opened'));
    const kinds: readonly SubnetKind[] = [createEmbedSubnet(nothing), createStoreSubnet(''), createBoardSubnet(''), createChatSubnet(nothing)];
    const behaviours: readonly Behaviour[] = ['honest', 'small', 'lazy', 'garbage'];
    const results = await inFolder((folder) => playRounds(createStoreSubnet(folder), behaviours, STORE_ROUNDS));
    const [was, is] = [then, now].map((world) => paidFor(world, results)) as [readonly number[], readonly number[]];
    for (const paid of [was, is]) bearsDesert(results, paid);
    return figures({
      both: {
        ...Object.fromEntries(kinds.map(({ title, purpose, minimumHardware }) => [title, `${purpose} Needs ${minimumHardware}.`])) as Shown,
        [`Store, ${STORE_ROUNDS} rounds just now`]: marksText(results),
      },
      then: { 'miners\' pay for that': paidText(results, was) },
      now: { 'miners\' pay for that': paidText(results, is) },
    });
  },
};

/** A service built of two subnets: a text is embedded by one, what comes out is kept by the other. */
async function embedAndKeep(folder: string): Promise<{ readonly floats: number; readonly by: string; readonly shards: number; readonly copies: number; readonly same: boolean }> {
  const { createEmbedSubnet, createGateway, createStoreSubnet, createUseLite, USE_LITE } = await import('@taonet/subnets');
  const [embed, store] = [createEmbedSubnet(createUseLite), createStoreSubnet(join(folder, 'shards'))];
  const workers: { close(): Promise<void> }[] = [];
  const miner = async (kind: SubnetKind, uid: number): Promise<MinerRoute> => {
    const worker = await kind.createWorker('honest', String(uid));
    workers.push(worker);
    return { netuid: kind === embed ? 2 : 3, uid, hotkey: `uid ${uid}`, ask: async (request) => ({ body: await worker.answer(request), receipt: '' }) };
  };
  const routes: Readonly<Record<string, readonly MinerRoute[]>> = { embed: [await miner(embed, 5)], store: [await miner(store, 7), await miner(store, 8)] };
  const gateway = createGateway({ miners: { best: (name) => routes[name] ?? [] }, models: { [USE_LITE]: 'embed' }, objectsFolder: join(folder, 'objects') });
  const at = (path: string): string => `http://gateway/v1/${path}`;
  const embedded = await gateway.fetch(new Request(at('embeddings'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ model: USE_LITE, input: 'a snake eating its own tail', encoding_format: 'float' }) }));
  const by = embedded.headers.get('x-taonet-uid') ?? '';
  const { data } = await embedded.json() as { readonly data: readonly { readonly embedding: readonly number[] }[] };
  const floats = data[0]!.embedding;
  const file = JSON.stringify(floats);
  const kept = await (await gateway.fetch(new Request(at('objects/notes/1.json'), { method: 'PUT', body: file }))).json() as { readonly shards: number; readonly copies: number };
  const back = await (await gateway.fetch(new Request(at('objects/notes/1.json')))).text();
  await Promise.all(workers.map((worker) => worker.close()));
  return { floats: floats.length, by, shards: kept.shards, copies: kept.copies, same: back === file };
}

/** C24 */
export const COMPOSABLE: PaperRow = {
  id: 'C24', kind: 'claim', title: 'Composable mini-networks',
  says: 'Subnets are small networks that can be put together into larger services.',
  then: { verdict: 'not on chain', words: 'No rule joins subnets: each has its own pool, weights and epochs. They compose off chain, where one service calls another, and here one does.' },
  now: { verdict: 'not on chain', words: 'As then. A gateway gives programs one address for all of them, so a service may use several in a row.' },
  command: 'taonet up --subnets embed,store',
  test: heldBy('C24'),
  async show() {
    const made = await inFolder(embedAndKeep);
    bears(made.same && made.floats > 0 && made.copies > 0, `what came back is ${made.same ? 'the same' : 'another'}`);
    return figures({
      both: {
        'a text, embedded by subnet Embed': `${made.floats} numbers, by uid ${made.by}`,
        'those numbers, kept by subnet Store': `${made.shards} shard, ${made.copies} copies; read back the same: ${made.same ? 'yes' : 'no'}`,
      },
    });
  },
};

/** C25 */
export const PROMPTS: PaperRow = {
  id: 'C25', kind: 'claim', title: 'Example Chutes: prompts, scores, better miners earn more',
  says: 'As in Chutes: validators send prompts to miners, score what comes back, and submit the scores; better miners earn more. Text, translation, images.',
  then: { verdict: 'holds', words: 'That is the way of it: ask, mark, set weights, be paid at the epoch. Prompts and scores stay off chain; the chain sees weights only, so whether the marks are fair has to be checked by who repeats them.' },
  now: { verdict: 'holds', words: 'As then. Here embeddings and a small language model stand in for Chutes\' large ones; translation and images are other programs of the same kind.' },
  command: 'taonet up --subnets embed && taonet subnets audit 2 && taonet weights show 2',
  test: heldBy('C25'),
  async show({ then, now }) {
    const { createEmbedSubnet, createUseLite } = await import('@taonet/subnets');
    const model = createUseLite();
    const shared = { ...await model, close: () => Promise.resolve() };
    const results = await playRounds(createEmbedSubnet(() => Promise.resolve(shared)), ['honest', 'small', 'garbage'], EMBED_ROUNDS);
    await (await model).close();
    const [was, is] = [then, now].map((world) => paidFor(world, results)) as [readonly number[], readonly number[]];
    for (const paid of [was, is]) bearsDesert(results, paid);
    const { taoIn, alphaIn, alphaOut } = CHUTES;
    return figures({
      both: {
        [`Embed, ${EMBED_ROUNDS} rounds just now`]: marksText(results),
        [`Chutes (subnet ${CHUTES.netuid}) on the real network, block ${count(CHUTES.block)}, ${CHUTES.date}`]:
          `${decimal(taoIn)} TAO and ${decimal(alphaIn)} alpha into the pool, ${decimal(alphaOut)} alpha to its people: a price of ${share(taoIn, alphaIn).toFixed(4)}, ${percent(share(taoIn, RAO_PER_TAO), 1)} of all TAO made`,
      },
      then: { 'miners\' pay for that': paidText(results, was) },
      now: { 'miners\' pay for that': paidText(results, is) },
    });
  },
};
