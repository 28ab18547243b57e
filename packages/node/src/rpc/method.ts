/** A row of the registry: from it come the dispatcher, `rpc_methods` and the reference page. */

import type { NodeContext } from '../nodeContext.ts';
import type { ArgsOf, Params } from './params.ts';
import type { Session, Sink } from './session.ts';

/** One client's connection, or one HTTP request. */
export interface Connection {
  /** Whether unsafe methods and developer controls are open to it. */
  readonly trusted: boolean;
  /** Undefined for HTTP: nothing can be sent later. */
  readonly session: Session | undefined;
  /** Whether nobody waits for answers any more. */
  isGone?(): boolean;
}

export interface Call {
  readonly node: NodeContext;
  readonly connection: Connection;
  /** Runs `task` once the answer is on its way. */
  afterAnswer(task: () => void): void;
}

interface Row<P extends Params> {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** By position, in this order. */
  readonly params: P;
  readonly docs: string;
  /** Only for trusted connections. */
  readonly unsafe?: boolean;
}

export interface MethodRow<P extends Params = Params> extends Row<P> {
  readonly kind: 'method';
  readonly returns: string;
  /** Only over a WebSocket. */
  readonly needsSession?: boolean;
  run(call: Call, args: ArgsOf<P>): unknown;
}

export interface SubscriptionRow<P extends Params = Params> extends Row<P> {
  readonly kind: 'subscription';
  readonly unsubscribe: string;
  readonly unsubscribeAliases?: readonly string[];
  /** `method` of the notifications. */
  readonly notification: string;
  readonly sends: string;
  /** What `unsubscribe` answers: the legacy methods say whether there was one, the new ones say null. */
  readonly unsubscribeAnswers?: 'boolean' | 'null';
  start(call: Call, args: ArgsOf<P>, sink: Sink): (() => void) | Promise<() => void>;
}

export type AnyRow = MethodRow | SubscriptionRow;

export function method<const P extends Params>(row: Omit<MethodRow<P>, 'kind'>): MethodRow {
  return { kind: 'method', ...row } as unknown as MethodRow;
}

export function subscription<const P extends Params>(row: Omit<SubscriptionRow<P>, 'kind'>): SubscriptionRow {
  return { kind: 'subscription', ...row } as unknown as SubscriptionRow;
}

/** Methods that belong together, one file each. */
export interface MethodGroup {
  readonly title: string;
  readonly rows: readonly AnyRow[];
}
