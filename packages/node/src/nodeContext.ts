/** What RPC methods work with. */

import type { Chain, ParentState } from '@taonet/chain';

/** What the node says of itself. */
export interface NodeInfo {
  readonly name: string;
  readonly version: string;
  readonly chainName: string;
  readonly chainType: 'Live' | 'Local' | 'Development';
  readonly properties: { readonly ss58Format: number; readonly tokenDecimals: number; readonly tokenSymbol: string };
}

/** Controls that need something outside of the chain. */
export interface DeveloperPort {
  /** Lets transactions of `account` pass whatever their signature. */
  impersonate(account: string): void;
  /** Without an account: ends all. */
  stopImpersonating(account: string | undefined): void;
}

export interface NodeContext {
  readonly chain: Chain;
  readonly info: NodeInfo;
  /** Undefined where developer controls are not served: networks with more than one validator. */
  readonly developer: DeveloperPort | undefined;
  /** Bytes served under `:code`; their hash changes with the runtime. Made when first asked for. */
  code(state: ParentState): Uint8Array;
  /** Names of all methods. */
  methodNames(): readonly string[];
  /** Local storage of off-chain workers, by kind and key. */
  readonly offchain: Map<string, Uint8Array>;
  /** A request met a mistake of ours. */
  onDefect(method: string, thrown: unknown): void;
}
