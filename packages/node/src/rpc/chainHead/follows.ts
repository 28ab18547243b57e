/** The follows of one connection, by the name of their subscription. */

import type { Call } from '../method.ts';
import { tooManyFollows } from '../rpcError.ts';
import type { Sink } from '../session.ts';
import { Follow } from './follow.ts';

export const MAX_FOLLOWS = 4;

const GROUP = Symbol('chainHead_v1');

function followsOf({ connection }: Call): Map<string, Follow> {
  return connection.session!.kept(GROUP, () => new Map<string, Follow>());
}

/** Undefined for one that has ended, by the client or by a `stop` event: what still comes for it is not an error. */
export function followOf(call: Call, id: string): Follow | undefined {
  return followsOf(call).get(id);
}

/** Begins a follow; the answer ends it. */
export function startFollow(call: Call, withRuntime: boolean, sink: Sink): () => void {
  const follows = followsOf(call);
  if (follows.size >= MAX_FOLLOWS) throw tooManyFollows();
  const follow = new Follow({ node: call.node, sink, withRuntime });
  follows.set(sink.id, follow);
  return () => {
    follow.close();
    follows.delete(sink.id);
  };
}
