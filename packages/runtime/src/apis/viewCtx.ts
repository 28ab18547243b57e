/** What runtime API methods run in. They read; whatever they try out is rolled back. */

import type { StateCtx } from '@taonet/frame';

/** A method that works on bytes: arguments as `state_call` gets them, result as it answers. */
export type RawMethod = (ctx: ViewCtx, args: Uint8Array) => Uint8Array;

/** State plus what the runtime knows of itself. The state must be a throwaway overlay. */
export interface ViewCtx extends StateCtx {
  /** Metadata of a version with its prefix (`meta`, version byte); undefined for a version that is not served. */
  metadataAt(version: number): Uint8Array | undefined;
  /** Methods that execute blocks or transactions, by full name (`Core_execute_block`); given by whoever runs the executive. */
  readonly execution?: Readonly<Record<string, RawMethod>>;
}
