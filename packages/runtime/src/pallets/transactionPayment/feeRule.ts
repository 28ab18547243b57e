/** What a rule set says of fees: who pays, when, and what becomes of the money. How high they are is the same for all: `fees.ts`. */

import type { Ctx, RuntimeCall, StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import type { Bill } from './alphaFee.ts';
import type { WithdrawnFee } from './charge.ts';

export interface FeeRule {
  /** Who pays for a transaction of `signer`. */
  payerOf(ctx: StateCtx, signer: AccountId, call: RuntimeCall): AccountId;
  /** While the transaction is checked, before the later checks. What it takes is settled after the call. Throws Payment. */
  validate(ctx: Ctx, payer: AccountId, bill: Bill): WithdrawnFee | undefined;
  /** Before the call. `held`: what `validate` took. Throws Payment. */
  prepare(ctx: Ctx, payer: AccountId, bill: Bill, held: WithdrawnFee | undefined): WithdrawnFee | undefined;
  /** After the call. `actual`: rao it turned out to cost, the tip included. */
  settle(ctx: Ctx, payer: AccountId, withdrawn: WithdrawnFee | undefined, actual: bigint): void;
}
