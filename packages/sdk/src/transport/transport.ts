/** How requests reach a node. */

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; the connection's own limit when absent. */
  readonly timeout?: number | undefined;
}

/** Ends a subscription at the node; never fails. */
export type Unsubscribe = () => void;

export interface SubscribeTo {
  readonly method: string;
  readonly unsubscribe: string;
  readonly params: readonly unknown[];
  readonly next: (message: unknown) => void;
  /** The connection is gone. */
  readonly failed: (error: unknown) => void;
}

export interface Transport {
  /** Where it leads, for messages. */
  readonly name: string;
  readonly canSubscribe: boolean;
  request(method: string, params: readonly unknown[], options?: RequestOptions): Promise<unknown>;
  subscribe(to: SubscribeTo, options?: RequestOptions): Promise<Unsubscribe>;
  close(): Promise<void>;
}
