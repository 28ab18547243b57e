/** `taonet-trace/1`: blocks of upstream's whole runtime. All bytes are hex with `0x`. */

export interface TraceExtrinsic {
  readonly hex: string;
  readonly inherent?: boolean | string | undefined;
  readonly label?: string | undefined;
  readonly signer?: string | undefined;
  /** SCALE TransactionValidity on the parent's state; inherents have none. */
  readonly validity?: string | undefined;
  /** SCALE ApplyExtrinsicResult. */
  readonly apply: string;
}

export interface TraceBlock {
  readonly number: number;
  readonly parentHash: string;
  readonly stateRoot: string;
  readonly extrinsicsRoot: string;
  /** SCALE digest items. */
  readonly digest: readonly string[];
  readonly hash: string;
  readonly extrinsics: readonly TraceExtrinsic[];
  /** Refused when applied, not in the block. */
  readonly excluded: readonly TraceExtrinsic[];
  /** Raw System.Events; light blocks have their hash only. */
  readonly events?: string | undefined;
  readonly eventsBlake2?: string | undefined;
  /** Changed keys other than System.Events, null = removed; light blocks have their number only. */
  readonly diff?: Readonly<Record<string, string | null>> | undefined;
  readonly diffKeys?: number | undefined;
}

export interface TraceFile {
  readonly trace: string;
  readonly specVersion: number;
  readonly fastRuntime: boolean;
  readonly genesisHash: string;
  readonly blocks: readonly TraceBlock[];
}

/** Hex without its prefix. */
export const bare = (hex: string): string => (hex.startsWith('0x') ? hex.slice(2) : hex);
