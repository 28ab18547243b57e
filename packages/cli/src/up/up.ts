/** `taonet up`: the living network in front of somebody. */

import { OperatingError } from '@taonet/primitives';
import { InvalidArgumentError } from 'commander';
import { fundedKeyLines } from '../welcome.ts';
import type { Invocation, Outcome } from '../command.ts';
import { parseBeacon } from '../beaconFlag.ts';
import { parseBlockTime } from '../blockTime.ts';
import { UsageError } from '../failure.ts';
import type { Output } from '../output.ts';
import { DEFAULT_MODELS_FOLDER, findModel, findWordnet } from '@taonet/subnets';
import { SUBNET_NAMES, type SubnetName } from './cast.ts';
import { startLivingNetwork, type LivingNetwork } from './livingNetwork.ts';
import { renderNetwork } from './liveTable.ts';

const CHAT_MODEL = 'smollm2';

export async function run({ options, output, signal }: Invocation): Promise<Outcome | void> {
  // It tells each of its steps itself.
  output.endWork();
  const subnets = readSubnets(String(options['subnets']));
  const [miners, validators] = [readCount('--miners', options['miners'], 64), readCount('--validators', options['validators'], 16)];
  const fast = options['fast'] !== false;
  const blockTime = options['blockTime'] === undefined ? (fast ? 250 : 12_000) : readBy(parseBlockTime, '--block-time', options['blockTime']);
  const chat = subnets.includes('chat') ? await findModel(CHAT_MODEL, DEFAULT_MODELS_FOLDER) : undefined;
  const chess = subnets.includes('board') ? await findModel('stockfish', DEFAULT_MODELS_FOLDER) : undefined;
  for (const [name, model, found] of [['chat', CHAT_MODEL, chat], ['board', 'stockfish', chess]] as const) {
    if (subnets.includes(name) && found === undefined) throw new OperatingError('ModelMissing', `Subnet ${name} needs the model ${model}, which is not installed.`, { hint: `taonet models add ${model}` });
  }
  const wordnet = subnets.includes('embed') ? await findWordnet(DEFAULT_MODELS_FOLDER) : undefined;
  const started = Date.now();
  const tell = (step: string): void => output.word(`${((Date.now() - started) / 1_000).toFixed(1).padStart(5)} s  ${step}`);
  if (wordnet === undefined && subnets.includes('embed')) tell('Embed has no open track: WordNet is not installed (taonet models add wordnet)');
  const network = await startLivingNetwork({
    subnets, miners, validators, tell, signal,
    node: {
      build: { fast, powFaucet: false }, rules: readRules(String(options['rules'])), blockTime, ...(options['beacon'] === undefined ? {} : { beacon: readBy(parseBeacon, '--beacon', options['beacon']) }),
      port: readPort('--port', options['port']), ...(options['extraPort'] === undefined ? {} : { extraPort: readPort('--extra-port', options['extraPort']) }),
    },
    gatewayPort: readPort('--gateway-port', options['gatewayPort']),
    data: options['data'] === undefined ? undefined : String(options['data']),
    chat: chat === undefined ? undefined : { model: CHAT_MODEL, gguf: chat.weights!, engine: chat.entry },
    chessEngine: chess?.entry,
    wordnet,
  }).catch((error: unknown) => {
    if (signal.aborted) return undefined;
    throw error;
  });
  if (network === undefined) return;
  try {
    tell('everything runs');
    output.data(describe(network), welcome(network, miners));
    await live(network, { output, signal, hasMiners: miners > 0 && validators > 0, tell });
  } catch (error) {
    // What was under way when the user ended it fails.
    if (!signal.aborted) throw error;
  } finally {
    output.endProgress();
    await network.close();
  }
}

function readSubnets(text: string): SubnetName[] {
  const names = text.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const wrong = names.find((name) => !SUBNET_NAMES.includes(name as SubnetName));
  if (wrong !== undefined || names.length === 0) throw new UsageError(`--subnets: ${wrong === undefined ? 'at least one is wanted' : `${JSON.stringify(wrong)} is not one`}`, `Give some of: ${SUBNET_NAMES.join(', ')}.`);
  return [...new Set(names)] as SubnetName[];
}

function readRules(text: string): '2026-06' | '2025-05' {
  if (text !== '2026-06' && text !== '2025-05') throw new UsageError(`--rules: ${JSON.stringify(text)} is not a rule set`, 'Give 2026-06 or 2025-05.');
  return text;
}

/** By a parser that the program's other commands hand to commander. */
function readBy<T>(parse: (text: string) => T, flag: string, value: unknown): T {
  try {
    return parse(String(value));
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw new UsageError(`${flag}: ${JSON.stringify(value)} will not do`, error.message);
    throw error;
  }
}

function readCount(flag: string, value: unknown, most: number): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0 || count > most) throw new UsageError(`${flag}: ${String(value)} is not a number from 0 to ${most}`);
  return count;
}

function readPort(flag: string, value: unknown): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`${flag}: ${String(value)} is not a port`, 'Give a number from 0 (any free port) to 65535.');
  return port;
}

function describe({ node, gateway, subnets }: LivingNetwork): object {
  return { endpoints: node.endpoints, gateway: gateway ?? null, subnets: subnets.map(({ netuid, title }) => ({ netuid, title })) };
}

function welcome({ node, gateway, subnets }: LivingNetwork, miners: number): string {
  const [endpoint] = node.endpoints;
  const store = subnets.find(({ part }) => part.name === 'store');
  return [
    'The network lives. Its chain speaks to every Bittensor client:',
    ...node.endpoints.map((url) => `  ${url}`),
    'Funded keys',
    ...fundedKeyLines(),
    ...(gateway === undefined ? [] : [
      'Its miners work for you:',
      ...(subnets.some(({ part }) => part.name === 'embed') ? [`  curl ${gateway}/embeddings -H 'content-type: application/json' -d '{"model":"use-lite-en","input":"hello"}'`] : []),
      ...(store === undefined ? [] : [`  curl -T FILE ${gateway}/objects/FILE`, `  curl ${gateway}/objects/FILE`]),
    ]),
    ...(miners === 0 && store !== undefined ? [
      'Join with a miner of your own, from the folder of the repository, in Python (pip install bittensor==10.5.0) or in TypeScript:',
      `  python examples/store_miner.py ${endpoint!} ${store.netuid}`,
      `  node tools/run.mjs examples/storeMiner.ts ${endpoint!} ${store.netuid}`,
    ] : []),
    'Ctrl-C ends it.',
    '',
  ].join('\n');
}

interface Life {
  readonly output: Output;
  readonly signal: AbortSignal;
  readonly hasMiners: boolean;
  readonly tell: (step: string) => void;
}

const CLEAR = '\u001b[H\u001b[J';

/** Shows the table until the user ends it: again and again on a terminal, elsewhere once an epoch has paid and once the worst has gone. */
async function live(network: LivingNetwork, { output, signal, hasMiners, tell }: Life): Promise<void> {
  const { client, subnets, names } = network;
  const broken = network.broken.then((words) => { throw new OperatingError('NetworkBroken', words); });
  broken.catch(() => undefined);
  let isPaid = !hasMiners;
  let newcomersAt: number | undefined;
  let shownAt = 0;
  const blocks = client.blocks({ signal });
  for (;;) {
    const next = await Promise.race([blocks.next(), broken]);
    if (next.done === true) return;
    const { number } = next.value;
    if (output.isTerminal && !output.json && Date.now() - shownAt > 1_000) {
      shownAt = Date.now();
      process.stderr.write(`${CLEAR}${await renderNetwork(client, subnets, names, process.stderr.columns)}\nCtrl-C ends it.\n`);
    }
    if (isPaid && newcomersAt === undefined) continue;
    if (!isPaid && await everySubnetPays(network)) {
      isPaid = true;
      newcomersAt = number + NEWCOMERS_AFTER_BLOCKS;
      tell('an epoch has paid on every subnet');
      if (!output.isTerminal && !output.json) output.word(await renderNetwork(client, subnets, names, output.columns));
    }
    if (newcomersAt !== undefined && number >= newcomersAt) {
      newcomersAt = undefined;
      const { joined, waiting } = await network.admitNewcomers(signal);
      for (const why of waiting) tell(`a newcomer must wait: ${why}`);
      if (waiting.length > 0) newcomersAt = number + NEWCOMERS_AFTER_BLOCKS;
      if (joined === 0) continue;
      tell('newcomers have taken the places of the worst');
      if (!output.isTerminal && !output.json) output.word(await renderNetwork(client, subnets, names, output.columns));
    }
  }
}

/** An immunity period: by then every miner has been examined several times. */
const NEWCOMERS_AFTER_BLOCKS = 120;

async function everySubnetPays({ client, subnets }: LivingNetwork): Promise<boolean> {
  const paid = await Promise.all(subnets.map(async ({ netuid }) => (await client.query.SubtensorModule.Incentive(netuid)).some((share) => share > 0)));
  return paid.every(Boolean);
}
