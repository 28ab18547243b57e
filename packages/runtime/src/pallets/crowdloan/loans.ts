/** Crowdloans as they stand in storage, and what is asked of them before each change. source: pallets/crowdloan/src/lib.rs @ 14bc6f9 */

import type { CrowdloanInfo } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { bytesToHex, ensure, refuse, utf8ToBytes, type AccountId } from '@taonet/primitives';
import { S as System } from '../system/pallet.ts';
import { C, E, S } from './pallet.ts';

/** "modl" ‖ pallet id, as hex; the loan's number follows. */
const FUNDS_HEAD = bytesToHex(utf8ToBytes('modlbt/cloan'));
const ACCOUNT_HEX_CHARS = 64;

/** The account that keeps what a loan has raised. source: funds_account */
export function fundsAccount(id: number): AccountId {
  const number = Uint8Array.of(id & 0xff, (id >> 8) & 0xff, (id >> 16) & 0xff, id >>> 24);
  return (FUNDS_HEAD + bytesToHex(number)).padEnd(ACCOUNT_HEX_CHARS, '0');
}

/** refuses InvalidCrowdloanId */
export function getCrowdloan(ctx: StateCtx, id: number): CrowdloanInfo {
  return S.Crowdloans.get(ctx, id) ?? refuse(E.InvalidCrowdloanId, { crowdloan_id: id });
}

/** A loan that its creator may still change. refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin */
export function getOpenCrowdloanOf(ctx: StateCtx, id: number, who: AccountId): CrowdloanInfo {
  const loan = getCrowdloan(ctx, id);
  ensure(!loan.finalized, E.AlreadyFinalized, { crowdloan_id: id });
  ensure(who === loan.creator, E.InvalidOrigin, { actual: who, required: loan.creator });
  return loan;
}

/** refuses CannotEndInPast, BlockDurationTooShort, BlockDurationTooLong; source: ensure_valid_end */
export function ensureValidEnd(ctx: StateCtx, end: number): void {
  const now = System.Number.get(ctx);
  ensure(now < end, E.CannotEndInPast, { actual: end, required: now + 1 });
  const blocks = end - now;
  ensure(blocks >= C.MinimumBlockDuration(ctx), E.BlockDurationTooShort, { actual: blocks, required: C.MinimumBlockDuration(ctx) });
  ensure(blocks <= C.MaximumBlockDuration(ctx), E.BlockDurationTooLong, { actual: blocks, required: C.MaximumBlockDuration(ctx) });
}
