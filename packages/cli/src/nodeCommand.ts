/** `taonet node`: starts a chain and serves it until SIGINT or SIGTERM. */

import { InvalidArgumentError, Option, type Command } from 'commander';
import type { BeaconChoice, NodeOptions, RunningNode } from '@taonet/node';
import { Defect, OperatingError } from '@taonet/primitives';
import { BEACON_FLAG, BEACON_MEANING, parseBeacon } from './beaconFlag.ts';
import { parseBlockTime, type BlockTime } from './blockTime.ts';
import { EXIT } from './exitCodes.ts';

interface Flags {
  readonly preset: 'dev' | 'localnet' | 'upstream-dev';
  readonly rules: '2026-06' | '2025-05';
  readonly fast: boolean;
  readonly powFaucet?: boolean;
  readonly blockTime?: BlockTime;
  readonly port: number;
  readonly extraPort?: number;
  readonly host?: string;
  readonly unsafeRpc?: boolean;
  readonly data?: string;
  readonly state?: string;
  readonly seed?: number;
  readonly beacon?: BeaconChoice;
  readonly explain?: boolean;
  readonly verbose?: boolean;
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('Give a number from 0 (any free port) to 65535.');
  return value;
}

export function registerNodeCommand(program: Command): void {
  program
    .command('node')
    .description('start a chain and serve it over JSON-RPC')
    .addOption(new Option('--preset <name>', 'which network').choices(['dev', 'localnet', 'upstream-dev']).default('dev'))
    .addOption(new Option('--rules <era>', 'rule set').choices(['2026-06', '2025-05']).default('2026-06'))
    .option('--fast', "upstream's fast-runtime values (250 ms slots, short tempos)", true)
    .option('--no-fast', 'production values (12 s slots, tempo 360)')
    .addOption(new Option('--pow-faucet', "upstream's pow-faucet build").hideHelp())
    .option('--block-time <time>', '12s, 250ms, …, instant (a block per transaction) or manual', parseBlockTime)
    .option('--port <port>', 'HTTP and WebSocket on one port, on 127.0.0.1 and ::1; 0 picks a free one', port, 9944)
    .option('--extra-port <port>', 'the same on a second port', port)
    .option('--host <address>', 'listen on this address; turns developer controls off')
    .option('--unsafe-rpc', 'keep developer controls on with --host')
    .option('--data <dir>', 'keep the chain in this folder; without it everything is temporary')
    .option('--state <file>', "begin with the storage values of this file over the preset's: examples/alphaHalving.json")
    .option('--seed <n>', 'makes anything random reproducible', Number)
    .option(BEACON_FLAG, BEACON_MEANING, parseBeacon)
    .option('--explain', 'list what the preset sets, and stop')
    .option('-v, --verbose', 'one line per block')
    .action(run);
}

async function run(flags: Flags): Promise<void> {
  // Loaded here, so that help and mistyped options answer at once.
  const [{ startNode }, { explainPreset, welcome }] = await Promise.all([import('@taonet/node'), import('./welcome.ts')]);
  if (flags.explain === true) return void process.stdout.write(explainPreset(flags.preset, flags.rules));
  const options: NodeOptions = {
    preset: flags.preset,
    rules: flags.rules,
    build: { fast: flags.fast, powFaucet: flags.powFaucet === true },
    blockTime: flags.blockTime ?? (flags.fast ? 250 : 12_000),
    port: flags.port,
    ...(flags.extraPort === undefined ? {} : { extraPort: flags.extraPort }),
    ...(flags.host === undefined ? {} : { host: flags.host }),
    ...(flags.data === undefined ? {} : { data: flags.data }),
    ...(flags.state === undefined ? {} : { state: flags.state }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.beacon === undefined ? {} : { beacon: flags.beacon }),
    unsafeRpc: flags.host === undefined || flags.unsafeRpc === true,
  };
  let node: RunningNode;
  try {
    node = await startNode(options);
  } catch (error) {
    if (!(error instanceof OperatingError)) throw error;
    process.stderr.write(`${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`);
    process.exitCode = error.code.startsWith('Disk') ? EXIT.disk : EXIT.network;
    return;
  }
  const closed = untilSignal(node);
  process.stdout.write(welcome(flags.preset, node));
  // A kept chain has its first block already; scripts wait for this line all the same.
  let told = false;
  const tellFirst = (): void => {
    if (!told) process.stdout.write('Imported #1\n');
    told = true;
  };
  if (node.chain.head.number > 0) tellFirst();
  node.onDefect((where, thrown) => process.stderr.write(`A mistake of this program in ${where}: ${describe(thrown)}\n`));
  node.onNotice((text) => process.stderr.write(`${text}\n`));
  node.onBlock((block) => {
    if (block.number === 1) tellFirst();
    if (flags.verbose === true) process.stdout.write(`#${block.number} ${block.hash} ${block.extrinsics} extrinsics\n`);
  });
  await closed;
}

function untilSignal(node: RunningNode): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      node.close().then(resolve, (error: unknown) => {
        process.stderr.write(`The node did not end cleanly: ${String(error)}\n`);
        process.exitCode = EXIT.defect;
        resolve();
      });
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

/** A defect with its facts and place, as it should be reported. */
function describe(thrown: unknown): string {
  if (thrown instanceof Defect) return `${thrown.message}\n${thrown.stack ?? ''}`;
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
