/** Subscriptions come and go at random on one connection; some of these clients never read. */

import { ROWS } from '@taonet/node';
import type { WebSocket } from 'ws';
import { wrongIn } from './answers.ts';
import { within, type Door } from './door.ts';
import type { Random } from './random.ts';
import { randomExtrinsic, type MadeExtrinsic } from './extrinsics.ts';
import { oddValue } from './mutations.ts';
import type { ChainFacts } from './requests.ts';

const SUBSCRIPTIONS = ROWS.filter((row) => row.kind === 'subscription');
const UNSUBSCRIBES = SUBSCRIPTIONS.map(({ unsubscribe }) => unsubscribe);
const OPERATIONS = ['header', 'body', 'call', 'storage', 'unpin', 'continue', 'stopOperation'] as const;

interface Step {
  readonly method: string;
  /** Made when it is sent: it may name subscriptions that are open by then. */
  params(open: readonly string[]): unknown;
}

/** The steps of a storm, and the extrinsics in them. */
export interface Storm {
  readonly steps: readonly Step[];
  readonly extrinsics: readonly MadeExtrinsic[];
  /** Stops reading before the first step. */
  readonly deaf: boolean;
  readonly ending: 'terminate' | 'close' | 'answered';
}

export function randomStorm(random: Random, facts: ChainFacts): Storm {
  const extrinsics: MadeExtrinsic[] = [];
  const deaf = random.oneIn(8);
  const count = random.oneIn(30) ? 1500 : 1 + random.size(120);
  const steps = Array.from({ length: count }, () => randomStep(random, facts, extrinsics));
  return { steps, extrinsics, deaf, ending: deaf ? 'terminate' : random.pick(['terminate', 'close', 'answered', 'answered']) };
}

function randomStep(random: Random, facts: ChainFacts, extrinsics: MadeExtrinsic[]): Step {
  // chosen now, so that a storm is the same whatever the node answers
  const which = random.u32();
  const id = (open: readonly string[]): unknown => (open.length === 0 || which % 5 === 0 ? (which % 50).toString(36).padStart(16, '0') : open[which % open.length]);
  switch (random.below(6)) {
    case 0:
    case 1: {
      const { name } = random.pick(SUBSCRIPTIONS);
      const params = subscriptionParams(name, random, facts, extrinsics);
      return { method: name, params: () => params };
    }
    case 2: {
      const method = random.pick(UNSUBSCRIBES);
      return { method, params: (open) => [id(open)] };
    }
    case 3: return { method: random.pick(UNSUBSCRIBES), params: () => oddParams };
    case 4: return operation(random, facts, id);
    default: {
      const keys = Array.from({ length: random.size(400) }, () => random.pick(facts.storageKeys));
      return { method: 'state_queryStorageAt', params: () => [keys] };
    }
  }
}

const oddParams: unknown[] = [{}];

function subscriptionParams(name: string, random: Random, facts: ChainFacts, extrinsics: MadeExtrinsic[]): unknown {
  if (name.includes('xtrinsic') || name.startsWith('transaction')) {
    const made = randomExtrinsic(random, facts, facts);
    extrinsics.push(made);
    return [made.hex];
  }
  if (name === 'chainHead_v1_follow') return [random.oneIn(2)];
  if (name === 'state_subscribeStorage') return random.oneIn(4) ? [null] : [Array.from({ length: random.size(60) }, () => random.pick(facts.storageKeys))];
  if (name === 'archive_v1_storage') return [random.pick(facts.blockHashes), [{ key: random.pick(facts.storageKeys), type: random.pick(['value', 'hash', 'descendantsValues', 'descendantsHashes', 'closestDescendantMerkleValue']) }]];
  return random.oneIn(6) ? oddValue(random) : [];
}

function operation(random: Random, facts: ChainFacts, id: (open: readonly string[]) => unknown): Step {
  const kind = random.pick(OPERATIONS);
  const block = random.pick(facts.blockHashes);
  const key = random.pick(facts.storageKeys).slice(0, 2 + 2 * random.below(40));
  const type = random.pick(['value', 'hash', 'closestDescendantMerkleValue', 'descendantsValues', 'descendantsHashes']);
  const rest = {
    header: [block], body: [block], call: [block, random.pick(['Core_version', 'Metadata_metadata', 'x']), '0x'], storage: [block, [{ key, type }], null],
    unpin: [random.oneIn(2) ? block : [block, block]], continue: [String(random.below(9))], stopOperation: [String(random.below(9))],
  }[kind];
  return { method: `chainHead_v1_${kind}`, params: (open) => [id(open), ...rest] };
}

/** Plays a storm; answers what was wrong in what the node sent. */
export async function playStorm(door: Door, { steps, deaf, ending }: Storm): Promise<string | undefined> {
  const socket: WebSocket = await door.connect();
  const open: string[] = [];
  let wrong: string | undefined;
  let owed = steps.length;
  let settled = (): void => undefined;
  const allAnswered = new Promise<void>((resolve) => { settled = resolve; });
  const isClosed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    wrong ??= wrongIn(text);
    if (!text.startsWith('{"jsonrpc":"2.0","id":')) return;
    const { result } = JSON.parse(text) as { result?: unknown };
    if (typeof result === 'string' && result.length === 16) open.push(result);
    owed -= 1;
    if (owed === 0) settled();
  });
  if (deaf) socket.pause();
  for (const [i, { method, params }] of steps.entries()) {
    if (socket.readyState !== socket.OPEN) break;
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: i, method, params: params(open) }));
    // now and then the answers so far come in, so that later steps know open subscriptions
    if (i % 16 === 15) await door.ask('system_health', []);
  }
  if (ending === 'answered') await within(Promise.race([allAnswered, isClosed]), 'the answers of a storm');
  if (ending === 'terminate') socket.terminate();
  else socket.close();
  socket.resume();
  await within(isClosed, 'the end of a socket');
  return wrong;
}
