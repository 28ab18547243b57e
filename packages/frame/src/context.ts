/** What runtime code gets to work with: state, hash functions, the build, the event sink. */

import type { Build } from '@taonet/codec';
import type { Crypto } from '@taonet/primitives';
import type { Overlay } from './state/overlay.ts';

/** Enough to read and write storage. */
export interface StateCtx {
  readonly state: Overlay;
  readonly crypto: Crypto;
  readonly build: Build;
}

/** One event, already encoded: pallet index ‖ variant index ‖ fields. */
export type EncodedEvent = Uint8Array;

/** What hooks and calls run in. */
export interface Ctx extends StateCtx {
  /** Appends an event to the block's list; undone when its layer is rolled back. */
  deposit(event: EncodedEvent): void;
}
