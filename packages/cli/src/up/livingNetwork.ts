/** The living network as one tree of processes: the chain here, models, miners, and validators with the gateway beside it. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, devKey, type DevClient } from '@taonet/sdk';
import { startNode, type NodeOptions, type RunningNode } from '@taonet/node';
import type { LlamaFiles } from '@taonet/subnets';
import { bootstrap, joinFull, type BuiltSubnet } from './bootstrap.ts';
import { createCast, type Cast, type MinerPart, type SubnetName } from './cast.ts';
import { createKind, type Models } from './kinds.ts';
import type { Names } from './liveTable.ts';
import { startRole, type RoleProcess } from './roleProcess.ts';
import type { ValidatorsFacts } from './validatorsRole.ts';

export interface NetworkOptions {
  readonly subnets: readonly SubnetName[];
  readonly miners: number;
  readonly validators: number;
  readonly node: Pick<NodeOptions, 'build' | 'blockTime' | 'port' | 'extraPort'>;
  readonly gatewayPort: number;
  /** Without it everything is temporary. */
  readonly data: string | undefined;
  readonly chat: LlamaFiles | undefined;
  readonly chessEngine: string | undefined;
  readonly tell: (step: string) => void;
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
  /** One more miner joins each subnet, which is full by then. */
  admitNewcomers(): Promise<void>;
  close(): Promise<void>;
}

/** Wall-clock time between two rounds of examinations; long enough for all miners of one machine. */
const ROUND_MS = 10_000;

export async function startLivingNetwork(options: NetworkOptions): Promise<LivingNetwork> {
  const { data } = options;
  const folder = data ?? await mkdtemp(join(tmpdir(), 'taonet-'));
  const closers: (() => Promise<unknown>)[] = data === undefined ? [() => rm(folder, { recursive: true, force: true })] : [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    return await build(options, folder, closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(options: NetworkOptions, folder: string, closers: (() => Promise<unknown>)[], close: () => Promise<void>): Promise<LivingNetwork> {
  const { data, subnets, miners, validators } = options;
  const tell = once(options.tell);
  const cast = createCast({ subnets, miners, validators });
  const node = await startNode({ ...options.node, preset: 'dev', unsafeRpc: true, ...(data === undefined ? {} : { data: join(data, 'chain') }) });
  closers.push(() => node.close());
  const url = node.endpoints[0]!;
  tell(`chain at ${url}`);
  const client = await connect(url, { dev: true });
  closers.push(() => client.close());
  const isUsed = miners + validators > 0;
  const [modelProcess, built] = await Promise.all([
    isUsed ? startRole({ role: 'models', config: { embed: subnets.includes('embed'), ...(options.chat && { chat: options.chat }) } }, tell) : undefined,
    bootstrap({ client, cast, kinds: new Map(subnets.map((name) => [name, createKind(name, NO_MODELS, folder)])), tell }),
  ]);
  if (modelProcess !== undefined) closers.push(() => modelProcess.close());
  const models: Models = { ...modelProcess?.facts as Models | undefined, ...(options.chessEngine && { chessEngine: options.chessEngine }) };
  const place = { url, models, folder };
  const roles: RoleProcess[] = modelProcess === undefined ? [] : [modelProcess];
  const play = async (role: string, config: object): Promise<RoleProcess> => {
    const process = await startRole({ role, config: { ...place, ...config } }, tell);
    closers.push(() => process.close());
    roles.push(process);
    return process;
  };
  if (miners > 0) {
    tell('miners start');
    await play('miners', { miners: minersOf(built, ({ isNewcomer }) => !isNewcomer) });
  }
  let gateway: string | undefined;
  if (validators > 0) {
    tell('validators and gateway start');
    const facts = (await play('validators', { roundBlocks: roundBlocks(options.node.blockTime), gatewayPort: options.gatewayPort, validators: validatorsOf(cast, built) })).facts as ValidatorsFacts;
    gateway = facts.gateway;
  }
  return {
    node, client, gateway, close,
    subnets: built.map((one) => ({ ...one, title: one.part.name[0]!.toUpperCase() + one.part.name.slice(1) })),
    names: await namesOf(cast),
    broken: Promise.race(roles.map(({ ended }) => ended.then((status) => `A process of the network ended with status ${String(status)}.`))),
    async admitNewcomers() {
      for (const { part, netuid } of built) for (const miner of part.miners.filter(({ isNewcomer }) => isNewcomer)) await joinFull(client, netuid, miner);
      await play('miners', { miners: minersOf(built, ({ isNewcomer }) => isNewcomer) });
    },
  };
}

/** For what is said about a subnet; nobody works with it. */
const NO_MODELS: Models = { embed: { port: 0, token: '', model: '', dimensions: 0 }, chat: { port: 0, token: '', model: '' }, chessEngine: '' };

function minersOf(built: readonly BuiltSubnet[], wanted: (miner: MinerPart) => boolean): (MinerPart & { netuid: number })[] {
  return built.flatMap(({ part, netuid }) => part.miners.filter(wanted).map((miner) => ({ ...miner, netuid })));
}

/** A subnet's owner and all validators work on each subnet. A liar favours the first cheat. */
function validatorsOf(cast: Cast, built: readonly BuiltSubnet[]): object[] {
  return built.flatMap(({ part, netuid }) => {
    const favoured = part.miners.find(({ behaviour }) => behaviour === 'garbage') ?? part.miners[0];
    return [
      { name: 'owner', hotkey: part.ownerHotkey, subnet: part.name, netuid },
      ...cast.validators.map(({ name, hotkey, isLiar }) => ({ name, hotkey, subnet: part.name, netuid, ...(isLiar && favoured !== undefined ? { favours: favoured.hotkey } : {}) })),
    ];
  });
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
