/** Refusals of the other pallets: that they carry what was compared. Upstream's block scenarios have most of them too, without facts. */

import { ROOT, signed, type BlockCtx, type RuntimeCall } from '@taonet/frame';
import { RAO_PER_TAO, type AccountId } from '@taonet/primitives';
import { describe, expect } from 'vitest';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { S as LimitOrders } from '../../src/pallets/limitOrders/pallet.ts';
import { multiAccountId } from '../../src/pallets/multisig/accountId.ts';
import { S as Multisig } from '../../src/pallets/multisig/pallet.ts';
import { S as Preimage } from '../../src/pallets/preimage/pallet.ts';
import { S as Proxy } from '../../src/pallets/proxy/pallet.ts';
import { S as SafeMode } from '../../src/pallets/safeMode/pallet.ts';
import { S as Sudo } from '../../src/pallets/sudo/pallet.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { S as Crowdloan } from '../../src/pallets/crowdloan/pallet.ts';
import { S as MevShield } from '../../src/pallets/mevShield/pallet.ts';
import { S as Grandpa } from '../../src/pallets/grandpa/pallet.ts';
import { call, id } from '../pallets/createBlockCtx.ts';
import { provokeEach, type Provocation } from './provoke.ts';

const [ALICE, BOB, CAROL] = ['a1', 'b2', 'c3'].map((byte) => byte.repeat(32)) as [AccountId, AccountId, AccountId];
const alice = signed(ALICE);
const HASH = 'ab'.repeat(32);
const remark: RuntimeCall = call('System', 'remark', { remark: new Uint8Array(1) });
const WEIGHT = { ref_time: 1n, proof_size: 1n };

const row = (error: string, facts: Provocation['facts'], what: RuntimeCall, more: Partial<Provocation> = {}): Provocation => ({ error, facts, call: what, origin: alice, ...more });
const rich = (ctx: BlockCtx): void => mintInto(ctx, ALICE, 100n * RAO_PER_TAO);

const isProxy = (delay: number, proxy_type: 'Any' | 'Staking' = 'Any') => (ctx: BlockCtx): void => Proxy.Proxies.set(ctx, BOB, [[{ delegate: ALICE, proxy_type, delay }], 0n]);
const byProxy = call('Proxy', 'proxy', { real: id(BOB), force_proxy_type: undefined, call: remark });

describe('Proxy', () => provokeEach([
  row('Proxy.NotProxy', { real: BOB, delegate: ALICE }, byProxy),
  row('Proxy.Unannounced', { real: BOB, delegate: ALICE, actual: 0, required: 7 }, byProxy, { arrange: isProxy(7) }),
  row('Proxy.NoSelfProxy', { delegator: ALICE, delegatee: ALICE }, call('Proxy', 'add_proxy', { delegate: id(ALICE), proxy_type: 'Any', delay: 0 })),
  row('Proxy.NotFound', { delegator: ALICE, delegatee: BOB, proxy_type: 'Any', delay: 0 }, call('Proxy', 'remove_proxy', { delegate: id(BOB), proxy_type: 'Any', delay: 0 })),
  row('Proxy.Duplicate', { delegator: BOB, delegatee: ALICE }, call('Proxy', 'add_proxy', { delegate: id(ALICE), proxy_type: 'Any', delay: 0 }), { arrange: isProxy(0), origin: signed(BOB) }),
]));

const others = [BOB, CAROL];
/** Alice, Bob and Carol's operation that Bob opened. */
function opened(ctx: BlockCtx): void {
  const multisig = multiAccountId(ctx, [ALICE, BOB, CAROL], 2);
  Multisig.Multisigs.set(ctx, multisig, ctx.crypto.blake2b256(ctx.encodeCall(remark)), { when: { height: 990, index: 2 }, deposit: 0n, depositor: BOB, approvals: [BOB] });
}
const multi = (args: object = {}): RuntimeCall =>
  call('Multisig', 'as_multi', { threshold: 2, other_signatories: others, maybe_timepoint: undefined, call: remark, max_weight: WEIGHT, ...args });

describe('Multisig', () => provokeEach([
  row('Multisig.MinimumThreshold', { actual: 1, required: 2 }, multi({ threshold: 1 })),
  row('Multisig.TooFewSignatories', { actual: 0, required: 1 }, multi({ other_signatories: [] })),
  row('Multisig.SignatoriesOutOfOrder', { index: 1, who: BOB }, multi({ other_signatories: [CAROL, BOB] })),
  row('Multisig.SenderInSignatories', { who: ALICE }, multi({ other_signatories: [ALICE, BOB] })),
  row('Multisig.UnexpectedTimepoint', { actual: '5/1', required: 'none' }, multi({ maybe_timepoint: { height: 5, index: 1 } })),
  row('Multisig.NoTimepoint', { actual: 'none', required: '990/2' }, multi(), { arrange: opened }),
  row('Multisig.WrongTimepoint', { actual: '5/1', required: '990/2' }, multi({ maybe_timepoint: { height: 5, index: 1 } }), { arrange: opened }),
  row('Multisig.MaxWeightTooLow', { actual: '1 ps, 1 bytes', required: expect.stringMatching(/^\d{4,} ps, /) as unknown }, multi({ maybe_timepoint: { height: 990, index: 2 } }), { arrange: opened }),
]));

describe('Sudo, Utility, System', () => provokeEach([
  row('Sudo.RequireSudo', { actual: ALICE, required: BOB }, call('Sudo', 'sudo', { call: remark }), { arrange: (ctx) => Sudo.Key.set(ctx, BOB) }),
  row('Utility.TooManyCalls', { actual: 10_923, required: 10_922 }, call('Utility', 'batch', { calls: Array.from({ length: 10_923 }, () => remark) })),
  row('System.NothingAuthorized', { bytes: 3 }, call('System', 'apply_authorized_upgrade', { code: new Uint8Array(3) })),
  row('System.Unauthorized', { required: HASH }, call('System', 'apply_authorized_upgrade', { code: new Uint8Array(3) }), { arrange: (ctx) => System.AuthorizedUpgrade.set(ctx, { code_hash: HASH, check_version: false }) }),
  row('System.FailedToExtractRuntimeVersion', { bytes: 3 }, call('System', 'set_code', { code: new Uint8Array(3) }), { origin: ROOT }),
  row('System.CallFiltered', { call: 'Balances.transfer_all' }, call('Balances', 'transfer_all', { dest: id(BOB), keep_alive: false }), { arrange: (ctx) => SafeMode.EnteredUntil.set(ctx, 2_000) }),
]));

describe('Preimage, Scheduler', () => provokeEach([
  row('Preimage.NotNoted', { hash: HASH }, call('Preimage', 'unnote_preimage', { hash: HASH })),
  row('Preimage.NotAuthorized', { hash: HASH, actual: ALICE, required: BOB }, call('Preimage', 'unnote_preimage', { hash: HASH }), {
    arrange: (ctx) => Preimage.RequestStatusFor.set(ctx, HASH, { type: 'Unrequested', value: { ticket: [BOB, 1n], len: 1 } }),
  }),
  row('Preimage.TooFew', { actual: 0, required: 1 }, call('Preimage', 'ensure_updated', { hashes: [] })),
  row('Scheduler.TargetBlockNumberInPast', { actual: 1_000, required: 1_001 }, call('Scheduler', 'schedule', { when: 1_000, maybe_periodic: undefined, priority: 0, call: remark }), { origin: ROOT }),
  row('Scheduler.NotFound', { when: 2_000, index: 0 }, call('Scheduler', 'cancel', { when: 2_000, index: 0 }), { origin: ROOT }),
]));

const loan = { deposit: 10n * RAO_PER_TAO, min_contribution: RAO_PER_TAO / 10n, cap: 100n * RAO_PER_TAO, end: 60_000, call: undefined, target_address: BOB };
const createLoan = (changes: object): RuntimeCall => call('Crowdloan', 'create', { ...loan, ...changes });

describe('Crowdloan', () => provokeEach([
  row('Crowdloan.DepositTooLow', { actual: 1n, required: 10n * RAO_PER_TAO }, createLoan({ deposit: 1n })),
  row('Crowdloan.CapTooLow', { actual: loan.deposit, required: loan.deposit + 1n }, createLoan({ cap: loan.deposit })),
  row('Crowdloan.CannotEndInPast', { actual: 1_000, required: 1_001 }, createLoan({ end: 1_000 })),
  row('Crowdloan.BlockDurationTooShort', { actual: 1 }, createLoan({ end: 1_001 })),
  row('Crowdloan.InsufficientBalance', { actual: 0n, required: loan.deposit }, createLoan({})),
  row('Crowdloan.InvalidFinalizationConfig', { call: false }, createLoan({ target_address: undefined }), { arrange: rich }),
  row('Crowdloan.InvalidCrowdloanId', { crowdloan_id: 7 }, call('Crowdloan', 'contribute', { crowdloan_id: 7, amount: 1n })),
  row('Crowdloan.Overflow', { actual: 0xffff_ffff }, createLoan({}), {
    arrange: (ctx) => {
      rich(ctx);
      Crowdloan.NextCrowdloanId.set(ctx, 0xffff_ffff);
    },
  }),
]));

describe('chain parts', () => provokeEach([
  row('SafeMode.Exited', { block: 1_000 }, call('SafeMode', 'force_exit'), { origin: ROOT }),
  row('SafeMode.NotConfigured', { who: ALICE }, call('SafeMode', 'enter')),
  row('Commitments.AccountNotAllowedCommit', { netuid: 1, hotkey: ALICE }, call('Commitments', 'set_commitment', { netuid: 1, info: { fields: [] } })),
  row('MevShield.WeightExceedsAbsoluteMax', { actual: 2_000_000_000_001n, required: 2_000_000_000_000n }, call('MevShield', 'set_on_initialize_weight', { value: 2_000_000_000_001n }), { origin: ROOT }),
  row('MevShield.TooManyPendingExtrinsics', { actual: 5, required: 4 }, call('MevShield', 'store_encrypted', { encrypted_call: new Uint8Array(1) }), {
    arrange: (ctx) => {
      MevShield.MaxPendingExtrinsicsLimit.set(ctx, 5);
      MevShield.CounterForPendingExtrinsics.set(ctx, 5);
    },
  }),
  row('Grandpa.ChangePending', { block: 1_000 }, call('AdminUtils', 'schedule_grandpa_change', { next_authorities: [[ALICE, 1n]], in_blocks: 2, forced: undefined }), {
    origin: ROOT, arrange: (ctx) => Grandpa.PendingChange.set(ctx, { scheduled_at: 1, delay: 1, next_authorities: [], forced: undefined }),
  }),
  row('LimitOrders.LimitOrdersDisabled', { enabled: false }, call('LimitOrders', 'execute_batched_orders', { netuid: 1, orders: [] }), { arrange: (ctx) => LimitOrders.LimitOrdersEnabled.set(ctx, false) }),
  row('LimitOrders.RootNetUidNotAllowed', { netuid: 0 }, call('LimitOrders', 'execute_batched_orders', { netuid: 0, orders: [] }), { arrange: (ctx) => LimitOrders.LimitOrdersEnabled.set(ctx, true) }),
  row('BadOrigin', { actual: HASH.slice(0, 40), required: ALICE.slice(0, 40) }, call('EVM', 'withdraw', { address: HASH.slice(0, 40), value: 1n })),
]));
