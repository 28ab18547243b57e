/** What differs between rule sets, as the assembly sees it: each preset names its own. */

import type { PalletDecl } from '@taonet/codec';
import type { BlockCtx, Ctx, DispatchInfo, PalletBehaviour, RuntimeCall, StateCtx, ValidTransaction, Weight } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import type { EpochKernel } from '@taonet/yuma';
import type { Views } from '../apis/views.ts';
import type { ProxyFilter } from '../pallets/proxy/filterTable.ts';
import type { FeeRule } from '../pallets/transactionPayment/feeRule.ts';
import type { WeightTables } from '../weights/callWeights.ts';
import type { DoneWeights } from '../weights/doneWeights.ts';
import type { WeighCtx } from '../weights/weightRow.ts';

export type Handlers = PalletBehaviour['calls'];

export interface RuleSet {
  /** What the runtime calls its version; clients learn metadata anew when it changes. */
  readonly specVersion: number;
  /** Storage items of SubtensorModule that read as something else where nothing is stored. */
  readonly defaults: PalletDecl['storage'];
  /** Calls of the pallets whose behaviour is the rule set's; what is not among a pallet's calls is refused. */
  readonly calls: Readonly<Record<string, Handlers>>;
  /** Takes over a state of today's form when these rules begin. */
  enter(ctx: Ctx): void;
  /** Pays what is pending and leaves a state of today's form when they end. */
  leave(ctx: Ctx): void;
  /** What pallet SubtensorModule starts with. */
  writeGenesis(ctx: StateCtx): void;
  /** What pallet SubtensorModule does before the extrinsics of a block. */
  onInitialize(ctx: BlockCtx, block: number, kernel: EpochKernel): Weight;
  /** Number of the subnet's running epoch, as pallet Commitments counts space by. */
  epochIndex(ctx: StateCtx, netuid: NetUid): bigint;
  /** Whether weights of the subnet are committed first and come to light later. */
  hidesWeights(ctx: StateCtx, netuid: NetUid): boolean;
  /** Refuses before dispatch what a signer's call must not do. */
  guard(ctx: BlockCtx, who: AccountId, call: RuntimeCall): void;
  /** What the pool learns of a signer's transaction with this call. Throws an Invalidity; what it refuses is told by the number of a custom error. */
  validateSigned(ctx: BlockCtx, who: AccountId, call: RuntimeCall): Partial<ValidTransaction>;
  /** Whether a transaction with a call of pallet Sudo may come from anybody. Throws an Invalidity. */
  checkSudoSender(ctx: StateCtx, who: AccountId): void;
  /** What each kind of proxy lets through. */
  readonly proxyFilters: readonly ProxyFilter[];
  /** What calls weigh by themselves, before and after they ran. */
  readonly weights: { readonly calls: WeightTables; readonly done: DoneWeights };
  readonly fees: FeeRule;
  /** How runtime APIs show a state. */
  readonly views: Views;
  /** Weight, class and fee flag of a call before it runs. */
  announce(call: RuntimeCall, ctx: WeighCtx & StateCtx): DispatchInfo;
}
