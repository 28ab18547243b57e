/** The living network as one tree of processes: the chain here, models, miners, and validators with the gateway beside it. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, devKey, type DevClient } from '@taonet/sdk';
import { startNode, type NodeOptions, type RunningNode } from '@taonet/node';
import type { LlamaFiles } from '@taonet/subnets';
import { bootstrap, type BuiltSubnet } from './bootstrap.ts';
import { createCast, type Cast, type SubnetName } from './cast.ts';
import { joinFull } from './joinFull.ts';
import { createKind, type Models } from './kinds.ts';
import type { Names } from './liveTable.ts';
import { Parts } from './parts.ts';
import { startRole, type RoleProcess } from './roleProcess.ts';
import { readSeats, type SeatedMiner, type Seats } from './seats.ts';
import type { ValidatorsFacts } from './validatorsRole.ts';

export interface NetworkOptions {
  readonly subnets: readonly SubnetName[];
  readonly miners: number;
  readonly validators: number;
  readonly node: Pick<NodeOptions, 'build' | 'rules' | 'beacon' | 'blockTime' | 'port' | 'extraPort'>;
  readonly gatewayPort: number;
  /** Without it everything is temporary. */
  readonly data: string | undefined;
  readonly chat: LlamaFiles | undefined;
  readonly chessEngine: string | undefined;
  /** The folder of WordNet's files. */
  readonly wordnet: string | undefined;
  readonly tell: (step: string) => void;
  /** Ends the start wherever it is. */
  readonly signal: AbortSignal;
}

/** How many newcomers have come, and what each of the others waits for. */
export interface Admitted {
  readonly joined: number;
  readonly waiting: readonly string[];
}

export interface LivingNetwork {
  readonly node: RunningNode;
  readonly client: DevClient;
  readonly subnets: readonly (BuiltSubnet & { readonly title: string })[];
  readonly names: Names;
  /** Undefined when there are no validators. */
  readonly gateway: string | undefined;
  /** Settles when a process of it has ended by itself, with words on which. */
  readonly broken: Promise<string>;
  /** One more miner joins each subnet, which is full by then; nobody who is there already does so again. */
  admitNewcomers(signal: AbortSignal): Promise<Admitted>;
  close(): Promise<void>;
}

/** Wall-clock time between two rounds of examinations; long enough for all miners of one machine. */
const ROUND_MS = 10_000;

export async function startLivingNetwork(options: NetworkOptions): Promise<LivingNetwork> {
  const failure = new AbortController();
  const parts = new Parts(AbortSignal.any([options.signal, failure.signal]));
  const folder = options.data ?? await parts.add(() => mkdtemp(join(tmpdir(), 'taonet-')), (made) => rm(made, { recursive: true, force: true }));
  const building = build(options, folder, parts);
  try {
    return await Promise.race([building, interrupted(options.signal)]);
  } catch (error) {
    failure.abort(error);
    await parts.close();
    // Without its chain it cannot go on.
    await building.catch(() => undefined);
    throw error;
  }
}

const interrupted = (signal: AbortSignal): Promise<never> => new Promise((_, fail) => {
  const end = (): void => fail(signal.reason as Error);
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
});

async function build(options: NetworkOptions, folder: string, parts: Parts): Promise<LivingNetwork> {
  const { data, subnets, miners, validators } = options;
  // Miners complain of the requests that end with everything else.
  const tell = once((text) => { if (!options.signal.aborted) options.tell(text); });
  const cast = createCast({ subnets, miners, validators });
  const node = await parts.add(() => startNode({ ...options.node, preset: 'dev', unsafeRpc: true, ...(data === undefined ? {} : { data: join(data, 'chain') }) }), (one) => one.close());
  const url = node.endpoints[0]!;
  tell(`chain at ${url}`);
  const client = await parts.add(() => connect(url, { dev: true }), (one) => one.close());
  const roles: RoleProcess[] = [];
  const play = async (role: string, config: object): Promise<RoleProcess> => {
    const process = await parts.add(() => startRole({ role, config }, tell, parts.signal), (one) => one.close());
    roles.push(process);
    return process;
  };
  const isUsed = miners + validators > 0;
  const [modelProcess, built] = await Promise.all([
    isUsed ? play('models', { embed: subnets.includes('embed'), ...(options.chat && { chat: options.chat }) }) : undefined,
    bootstrap({ client, cast, kinds: new Map(subnets.map((name) => [name, createKind(name, NO_MODELS, folder)])), tell }),
  ]);
  const models: Models = { ...modelProcess?.facts as Models | undefined, ...(options.chessEngine && { chessEngine: options.chessEngine }), ...(options.wordnet && { wordnet: options.wordnet }) };
  const place = { url, models, folder };
  const seats = await readSeats(client, cast, built);
  if (seats.miners.length > 0) {
    tell('miners start');
    await play('miners', { ...place, miners: seats.miners });
  }
  let gateway: string | undefined;
  if (validators > 0) {
    tell('validators and gateway start');
    gateway = ((await play('validators', { ...place, roundBlocks: roundBlocks(options.node.blockTime), gatewayPort: options.gatewayPort, validators: seats.validators })).facts as ValidatorsFacts).gateway;
  }
  const newcomers = new Set(newcomersOf(built, seats));
  return {
    node, client, gateway,
    close: () => parts.close(),
    subnets: built.map((one) => ({ ...one, title: one.part.name[0]!.toUpperCase() + one.part.name.slice(1) })),
    names: await namesOf(cast),
    broken: Promise.race(roles.map(({ ended }) => ended.then((status) => `A process of the network ended with status ${String(status)}.`))),
    async admitNewcomers(signal) {
      const waiting: string[] = [];
      const joined: SeatedMiner[] = [];
      for (const miner of newcomers) {
        try {
          await joinFull(client, { cast, miner, signal });
          joined.push(miner);
        } catch (error) {
          signal.throwIfAborted();
          waiting.push(error instanceof Error ? error.message : String(error));
        }
      }
      if (joined.length > 0) await play('miners', { ...place, miners: joined });
      for (const miner of joined) newcomers.delete(miner);
      return { joined: joined.length, waiting };
    },
  };
}

/** For what is said about a subnet; nobody works with it. */
const NO_MODELS: Models = { embed: { port: 0, token: '', model: '', dimensions: 0 }, chat: { port: 0, token: '', model: '' }, chessEngine: '' };

/** Those who have no seat yet. */
function newcomersOf(built: readonly BuiltSubnet[], { miners }: Seats): SeatedMiner[] {
  return built.flatMap(({ part, netuid }) => part.miners
    .filter(({ isNewcomer, hotkey }) => isNewcomer && !miners.some((seated) => seated.hotkey === hotkey))
    .map((miner) => ({ ...miner, netuid })));
}

function roundBlocks(blockTime: NodeOptions['blockTime']): number {
  return typeof blockTime === 'number' ? Math.max(2, Math.ceil(ROUND_MS / blockTime)) : 2;
}

async function namesOf(cast: Cast): Promise<Names> {
  const known: (readonly [string, string, string])[] = [
    ...cast.validators.map(({ hotkey, name, isLiar }) => [hotkey, name, isLiar ? 'lies' : 'validates'] as const),
    ...cast.subnets.flatMap(({ ownerHotkey, miners }) => [
      [ownerHotkey, 'owner', cast.validators.length > 0 ? 'validates' : 'owns'] as const,
      ...miners.map(({ hotkey, name, behaviour, isNewcomer }) => [hotkey, name, isNewcomer ? `${behaviour}, new` : behaviour] as const),
    ]),
  ];
  return new Map(await Promise.all(known.map(async ([uri, name, behaviour]) => [(await devKey(uri)).address, { name, behaviour }] as const)));
}

/** What was told already is not told again: loops meet the same trouble at every block. */
function once(tell: (text: string) => void): (text: string) => void {
  const told = new Set<string>();
  return (text) => {
    if (told.has(text) || told.size > 1_000) return;
    told.add(text);
    tell(text);
  };
}
