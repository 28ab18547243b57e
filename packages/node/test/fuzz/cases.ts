/** Case `number` of a run: one thing that a stranger might do to a node, made from the seed alone. */

import { wrongIn } from './answers.ts';
import { breakIn, brokenPieces } from './brokenSockets.ts';
import type { Door } from './door.ts';
import type { MadeExtrinsic } from './extrinsics.ts';
import { hostileText } from './hostileTexts.ts';
import { Random } from './random.ts';
import { randomRequest, randomStateCall, randomSubmission, type ChainFacts, type Request } from './requests.ts';
import { playStorm, randomStorm } from './storms.ts';

export type CaseKind = 'method' | 'stateCall' | 'extrinsic' | 'text' | 'socket' | 'storm';

export interface FuzzCase {
  readonly number: number;
  readonly kind: CaseKind;
  /** What is sent, for people. */
  readonly shown: string;
  /** Set where it is a single request, which can be tried again and made smaller. */
  readonly request?: Request;
  readonly extrinsics: readonly MadeExtrinsic[];
  /** Does it; answers what was wrong. */
  run(door: Door): Promise<string | undefined>;
}

const KINDS: readonly (readonly [number, CaseKind])[] = [[30, 'method'], [25, 'stateCall'], [30, 'extrinsic'], [20, 'text'], [6, 'socket'], [2, 'storm']];
const SHOWN_CHARS = 4000;

export function makeCase(seed: number, number: number, facts: ChainFacts): FuzzCase {
  const random = new Random(seed, number);
  const kind = random.weighted(KINDS);
  switch (kind) {
    case 'method': return requestCase(number, kind, randomRequest(random, facts));
    case 'stateCall': return requestCase(number, kind, randomStateCall(random, facts));
    case 'extrinsic': return requestCase(number, kind, randomSubmission(random, facts));
    case 'text': {
      const made: MadeExtrinsic[] = [];
      const text = hostileText(random, facts, made);
      return { ...textCase(number, text, random.oneIn(2)), extrinsics: made };
    }
    case 'socket': return socketCase(number, random);
    case 'storm': {
      const storm = randomStorm(random, facts);
      const { steps, deaf, ending, extrinsics } = storm;
      const shown = `${deaf ? 'deaf, ' : ''}${ending}: ${steps.map(({ method, params }) => `${method}(${JSON.stringify(params([]))})`).join(' ')}`;
      return { number, kind, shown: shown.slice(0, SHOWN_CHARS), extrinsics, run: (door) => playStorm(door, storm) };
    }
  }
}

function requestCase(number: number, kind: CaseKind, request: Request): FuzzCase {
  return { number, kind, request, extrinsics: request.extrinsics, shown: shownRequest(request), run: (door) => tryRequest(door, request) };
}

export const shownRequest = ({ method, params }: Pick<Request, 'method' | 'params'>): string => JSON.stringify({ method, params }).slice(0, SHOWN_CHARS);

export async function tryRequest(door: Door, { method, params }: Pick<Request, 'method' | 'params'>): Promise<string | undefined> {
  return wrongIn((await door.ask(method, params)).text);
}

/** Over HTTP one answer is due; over a WebSocket what comes before the next answer is looked at. */
function textCase(number: number, text: string, overHttp: boolean): Omit<FuzzCase, 'extrinsics'> {
  return {
    number, kind: 'text', shown: `${overHttp ? 'HTTP' : 'WebSocket'}, ${text.length} characters: ${text.slice(0, SHOWN_CHARS)}`,
    run: async (door) => {
      if (overHttp) return wrongIn((await door.post(text))?.text ?? '');
      const socket = await door.connect();
      let wrong: string | undefined;
      socket.on('message', (data: Buffer) => { wrong ??= wrongIn(data.toString()); });
      socket.send(text);
      await door.ask('system_health', []);
      socket.terminate();
      return wrong;
    },
  };
}

function socketCase(number: number, random: Random): FuzzCase {
  const pieces = brokenPieces(random);
  const ending = random.pick(['end', 'reset', 'linger'] as const);
  const shown = `${ending}: ${pieces.map((piece) => (typeof piece === 'string' ? JSON.stringify(piece) : `0x${Buffer.from(piece).toString('hex')}`)).join(' ')}`;
  return {
    number, kind: 'socket', shown: shown.slice(0, SHOWN_CHARS), extrinsics: [],
    run: async (door) => {
      await breakIn(door, pieces, ending, (socket) => setTimeout(() => socket.destroy(), 2000).unref());
      return undefined;
    },
  };
}
