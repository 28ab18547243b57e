/** Starts a whole node: store, chain, RPC, production. Prints nothing. */

import { BittensorRuntime, Chain, type Block, type SealMode } from '@taonet/chain';
import { docs } from '@taonet/abi/docs';
import type { Build } from '@taonet/codec';
import { createCrypto, createVerifier } from '@taonet/crypto';
import { createEpochKernel } from '@taonet/kernel';
import { concatBytes, OperatingError, utf8ToBytes, type Crypto } from '@taonet/primitives';
import { openBeacon, pulseBringer, type Beacon, type BeaconChoice, type BeaconOptions } from './beacon/beacon.ts';
import { Listeners } from './listeners.ts';
import { labelOf, networkOf, type Network, type NetworkName, type RulesName } from './networks.ts';
import type { NodeContext } from './nodeContext.ts';
import { Dispatcher } from './rpc/dispatcher.ts';
import { ROWS } from './rpc/registry.ts';
import { InProcessDoor } from './rpc/inProcessDoor.ts';
import { startRpcServer } from './rpc/server/rpcServer.ts';
import { ShieldKeys } from './shieldKeys.ts';
import { readStateFile, withState } from './stateFile.ts';
import { openDataFolder } from './store/dataFolder.ts';
import { LmdbStore } from './store/lmdbStore.ts';

export interface NodeOptions {
  readonly preset: NetworkName;
  readonly build: Build;
  /** Undefined: those of June 2026. */
  readonly rules?: RulesName | undefined;
  /** Milliseconds between blocks, one block per transaction, or by request only. */
  readonly blockTime: number | 'instant' | 'manual';
  /** 0 takes a free one; undefined: none, and the node is reached in this process only. */
  readonly port?: number | undefined;
  readonly extraPort?: number | undefined;
  /** Undefined: 127.0.0.1 and ::1. */
  readonly host?: string | undefined;
  /** Developer controls and unsafe methods also on an opened host. */
  readonly unsafeRpc?: boolean | undefined;
  /** Web pages that may connect besides those of this machine. */
  readonly origins?: readonly string[] | undefined;
  /** Undefined: everything is temporary. */
  readonly data?: string | undefined;
  readonly seed?: number | undefined;
  /** Where rounds of randomness come from. Undefined: on the developer network the node's own beacon, else nowhere. */
  readonly beacon?: BeaconChoice | undefined;
  /** File of storage values that block 0 has instead of the preset's. */
  readonly state?: string | undefined;
  /** Another state of block 0 than the preset's. */
  readonly genesis?: (() => Iterable<readonly [string, Uint8Array]>) | undefined;
}

/** A block in a line. */
export interface BlockSummary {
  readonly number: number;
  readonly hash: string;
  /** How many extrinsics it holds. */
  readonly extrinsics: number;
}

export interface RunningNode {
  /** `ws://127.0.0.1:9944`, one for each port. */
  readonly endpoints: readonly string[];
  readonly ports: readonly number[];
  readonly chain: Chain;
  /** JSON-RPC in this process, without a port: `request('system_health')`. refuses: RpcError, NodeClosed */
  request(method: string, params?: readonly unknown[]): Promise<unknown>;
  /** The same for subscriptions: calls `listener` with each message until the returned function is called; `failed` when the node ends first. */
  subscribe(method: string, params: readonly unknown[], listener: (message: unknown) => void, failed?: (error: unknown) => void): Promise<() => void>;
  /** Calls `listener` with each imported block, beginning with those imported since the start. */
  onBlock(listener: (block: BlockSummary) => void): () => void;
  /** Calls `listener` when a mistake of ours was met: in a request, in a transaction, or one that ends production. */
  onDefect(listener: (where: string, thrown: unknown) => void): () => void;
  /** Calls `listener` with what the node has to say to whoever runs it: pulses that it leaves out. */
  onNotice(listener: (text: string) => void): () => void;
  /** Stores the last block, frees the ports. */
  close(): Promise<void>;
}

const TOKEN = { ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' };
/** One core runs the chain. */
const SIGNATURE_THREADS = 1;
const NODE_VERSION = '0.1.0';
const CODE_MARK = 'no WebAssembly here: this chain runs natively. Metadata: ';

export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const crypto = await createCrypto();
  let folder = options.data === undefined ? undefined : openDataFolder(options.data);
  const defects = new Listeners<[where: string, thrown: unknown]>();
  const notices = new Listeners<[text: string]>();
  const report = (where: string, thrown: unknown): void => defects.tell(where, thrown);
  try {
    const network = networkOf(options.preset, options.rules);
    const state = options.state === undefined ? undefined : readStateFile(options.state, crypto);
    const beacon = beaconOf(options, network, { verify: (...pulse) => runtime.pulses.verify(...pulse), notice: (text) => notices.tell(text) });
    const store = folder === undefined
      ? LmdbStore.temporary({ hashers: crypto, path: () => (folder = openDataFolder(undefined)).path })
      : await LmdbStore.kept({ path: folder.path, hashers: crypto, label: labelOf(options.preset, options.build, options.rules, state) });
    const build: Build = { ...options.build, ...network.build };
    const shield = new ShieldKeys({ hashers: crypto, seed: options.seed });
    const runtime: BittensorRuntime = new BittensorRuntime({
      epochKernel: createEpochKernel(),
      build, crypto, docs,
      genesis: (spec) => withState(options.genesis?.() ?? network.genesis(spec, beacon?.config), state ?? { changes: [] }),
      openShielded: (parts, secretKey) => shield.openWith(parts, secretKey),
    });
    const verifier = createVerifier({ workers: SIGNATURE_THREADS, crypto });
    const chain: Chain = new Chain({
      runtime, store, hashers: crypto, shield, seal: sealOf(options.blockTime),
      prepare: async (extrinsic) => {
        const job = runtime.signatureOf(chain.stateAt(chain.head.number), extrinsic, chain.head.hash);
        if (job !== undefined) runtime.rememberSignature(job, await verifier.verify(job.scheme, job.message, job.signature, job.publicKey));
      },
      onDefect: (found) => report('transaction', found),
      ...(beacon === undefined ? {} : { brings: pulseBringer(runtime, beacon) }),
    });
    try {
      beacon?.ensureFits(runtime.pulses.needs(chain.stateAt(chain.head.number)));
    } catch (error) {
      await chain.close();
      await verifier.close();
      throw error;
    }
    // the next block's key, made after this one was told of
    chain.events.on('imported', ({ block }) => setImmediate(() => shield.prepare(block.number + 1)));
    chain.events.on('stopped', ({ reason }) => report('production', reason));
    const context = contextOf({ chain, runtime, crypto, options, report });
    const dispatcher = new Dispatcher(context, ROWS);
    context.methodNames = () => dispatcher.names;
    const door = new InProcessDoor(dispatcher);
    const ports = [options.port, options.extraPort].filter((port) => port !== undefined);
    const server = await startRpcServer({ dispatcher, ports, host: options.host, unsafeRpc: options.unsafeRpc, origins: options.origins });
    const startedAt = chain.head.number;
    chain.producer.start();
    return {
      ports: server.ports,
      endpoints: server.ports.map((port) => `ws://${shownHost(options.host)}:${port}`),
      chain,
      request: (method, params) => door.request(method, params),
      subscribe: (method, params, listener, failed) => door.subscribe(method, params, listener, failed),
      onBlock: (listener) => followBlocks(chain, startedAt, listener),
      onDefect: (listener) => defects.add(listener),
      onNotice: (listener) => notices.add(listener),
      close: async () => {
        door.close();
        await server.close();
        try {
          await chain.close();
        } finally {
          await verifier.close();
          folder?.release();
        }
      },
    };
  } catch (error) {
    folder?.release();
    throw error;
  }
}

/** refuses: NoBeaconHere for the built-in one on upstream's own networks */
function beaconOf({ beacon: choice, seed }: NodeOptions, { usualBeacon: usual, build }: Network, ports: Pick<BeaconOptions, 'verify' | 'notice'>): Beacon | undefined {
  if (choice === 'builtin' && !build.extended) {
    throw new OperatingError('NoBeaconHere', 'Upstream\'s networks follow drand\'s quicknet alone.', { hint: 'Take preset dev or --rules 2025-05, or --beacon file:PATH with pulses of quicknet.' });
  }
  return openBeacon({ choice, usual, seed, ...ports });
}

function sealOf(blockTime: NodeOptions['blockTime']): SealMode {
  return typeof blockTime === 'number' ? { kind: 'interval', ms: blockTime } : { kind: blockTime };
}

const summary = ({ number, hash, extrinsics }: Block): BlockSummary => ({ number, hash: `0x${hash}`, extrinsics: extrinsics.length });

function followBlocks(chain: Chain, after: number, listener: (block: BlockSummary) => void): () => void {
  for (let number = after + 1; number <= chain.head.number; number++) listener(summary(chain.blockAt(number)!));
  return chain.events.on('imported', ({ block }) => listener(summary(block)));
}

interface ContextParts {
  readonly chain: Chain;
  readonly runtime: BittensorRuntime;
  readonly crypto: Crypto;
  readonly options: NodeOptions;
  readonly report: (where: string, thrown: unknown) => void;
}

function contextOf({ chain, runtime, crypto, options, report }: ContextParts): NodeContext & { methodNames: () => readonly string[] } {
  const { chainName, chainType } = networkOf(options.preset, options.rules);
  return {
    chain,
    info: { name: 'taonet', version: NODE_VERSION, chainName, chainType, properties: TOKEN },
    developer: {
      impersonate: (account) => runtime.impersonate(account),
      stopImpersonating: (account) => runtime.stopImpersonating(account),
    },
    code: (state) => concatBytes(utf8ToBytes(CODE_MARK), crypto.blake2b256(runtime.metadata(15, state)!)),
    methodNames: () => [],
    offchain: new Map(),
    onDefect: report,
  };
}

/** Where a client on this machine finds the node. */
function shownHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
