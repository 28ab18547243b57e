/** What differs between rule sets, as the assembly sees it: each preset names its own. */

import type { BlockCtx, PalletBehaviour, RuntimeCall, Weight } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import type { EpochKernel } from '@taonet/yuma';

export type Handlers = PalletBehaviour['calls'];

export interface RuleSet {
  /** Calls of pallet SubtensorModule. */
  readonly subtensorCalls: Handlers;
  /** What pallet SubtensorModule does before the extrinsics of a block. */
  onInitialize(ctx: BlockCtx, block: number, kernel: EpochKernel): Weight;
  /** Refuses before dispatch what a signer's call must not do. */
  guard(ctx: BlockCtx, who: AccountId, call: RuntimeCall): void;
}
