import { balances } from '@taonet/abi';
import { ROOT, signed, type BlockCtx } from '@taonet/frame';
import { RAO_PER_TAO, U64_MAX, type AccountId } from '@taonet/primitives';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { S } from '../../src/pallets/balances/pallet.ts';
import { reserve } from '../../src/pallets/balances/reserve.ts';
import { getAccount } from '../../src/pallets/system/accounts.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { call, id } from '../pallets/createBlockCtx.ts';
import { describeRefusals, type Provocation } from './provoke.ts';

const [ALICE, BOB] = ['a1', 'b2'].map((byte) => byte.repeat(32)) as [AccountId, AccountId];
const TAO = RAO_PER_TAO;
const ED = 500n;

const alice = signed(ALICE);
const has = (rao: bigint, who = ALICE) => (ctx: BlockCtx): void => mintInto(ctx, who, rao);
const both = (ctx: BlockCtx): void => [ALICE, BOB].forEach((who) => mintInto(ctx, who, TAO));

/** Nothing of this chain freezes balances; upstream's code honours it all the same. */
function freeze(ctx: BlockCtx, frozen: bigint): void {
  const account = getAccount(ctx, ALICE);
  System.Account.set(ctx, ALICE, { ...account, data: { ...account.data, frozen } });
}

function frozen(ctx: BlockCtx): void {
  has(TAO)(ctx);
  freeze(ctx, TAO - ED);
}

const send = (value: bigint, name = 'transfer_allow_death', dest: object = id(BOB)) => call('Balances', name, { dest, value });
const addProxy = call('Proxy', 'add_proxy', { delegate: id(BOB), proxy_type: 'Any', delay: 0 });
const issue = (direction: string, delta: bigint) => call('Balances', 'force_adjust_total_issuance', { direction, delta });

const rows: readonly Provocation[] = [
  { error: 'Balances.InsufficientBalance', because: 'a deposit', arrange: has(1_000n), origin: alice, call: addProxy, facts: { who: ALICE, actual: 1_000n, required: 93_000_000n } },
  { error: 'Balances.LiquidityRestrictions', because: 'a deposit out of what is frozen', arrange: frozen, origin: alice, call: addProxy, facts: { actual: TAO - 93_000_000n, required: TAO - ED } },
  { error: 'Balances.DeltaZero', origin: ROOT, call: issue('Increase', 0n), facts: { actual: 0n, required: 1n } },
  {
    error: 'Balances.IssuanceDeactivated', origin: ROOT, call: issue('Decrease', TAO), facts: { actual: 0n, required: 1n },
    arrange: (ctx) => {
      has(TAO)(ctx);
      S.InactiveIssuance.set(ctx, 1n);
    },
  },

  { error: 'Token.FundsUnavailable', because: 'a transfer', arrange: both, origin: alice, call: send(TAO + 1n), facts: { who: ALICE, actual: TAO, required: TAO + 1n } },
  { error: 'Token.FundsUnavailable', because: 'burning', arrange: both, origin: alice, call: call('Balances', 'burn', { value: TAO + 1n, keep_alive: false }), facts: { who: ALICE, actual: TAO, required: TAO + 1n } },
  { error: 'Token.FundsUnavailable', because: 'a hold', arrange: has(TAO), origin: alice, call: call('Preimage', 'note_preimage', { bytes: new Uint8Array(1_000) }), facts: { who: ALICE, actual: TAO - ED, required: 1_104_000_000n } },
  { error: 'Token.CannotCreateHold', because: 'no account', origin: alice, call: call('Preimage', 'note_preimage', { bytes: new Uint8Array(1) }), facts: { who: ALICE, reason: 'Preimage', providers: 0 } },
  { error: 'Token.BelowMinimum', arrange: both, origin: alice, call: send(ED - 1n, undefined, id('c3'.repeat(32))), facts: { who: 'c3'.repeat(32), actual: ED - 1n, required: ED } },
  { error: 'Token.NotExpendable', arrange: both, origin: alice, call: send(TAO, 'transfer_keep_alive'), facts: { who: ALICE, actual: 0n, required: ED } },
  { error: 'Token.Frozen', arrange: (ctx) => { both(ctx); freeze(ctx, TAO); }, origin: alice, call: send(1n), facts: { who: ALICE, actual: 0n, required: 1n } },
  {
    error: 'Token.Frozen', because: 'a reserve needs the account', origin: alice, call: send(TAO - 100n), facts: { who: ALICE, actual: TAO - 100n - ED, required: TAO - 100n },
    arrange: (ctx) => {
      both(ctx);
      reserve(ctx, ALICE, 100n);
    },
  },
  { error: 'Arithmetic.Underflow', because: 'more than all TAO there is', arrange: has(TAO), origin: alice, call: send(TAO + 1n), facts: { who: ALICE, actual: TAO, required: TAO + 1n } },
  {
    error: 'Arithmetic.Overflow', because: 'more than an account can hold', origin: alice, call: send(TAO), facts: { who: BOB, actual: U64_MAX + 1n, required: U64_MAX },
    arrange: (ctx) => {
      has(TAO)(ctx);
      const account = getAccount(ctx, BOB);
      System.Account.set(ctx, BOB, { ...account, providers: 1, data: { ...account.data, free: U64_MAX - TAO + 1n } });
    },
  },
  { error: 'CannotLookup', because: 'an index is no account', arrange: both, origin: alice, call: send(1n, undefined, { type: 'Raw', value: new Uint8Array(3) }), facts: { actual: 'Raw', required: 'Id' } },
  { error: 'BadOrigin', because: 'root\'s call', arrange: both, origin: alice, call: issue('Increase', 1n), facts: { actual: 'signed', required: 'root' } },
  { error: 'BadOrigin', because: 'an account\'s call', origin: ROOT, call: send(1n), facts: { actual: 'root', required: 'signed' } },
];

describeRefusals('Balances', balances.errors, rows, {
  VestingBalance: 'declared and nowhere raised: pallet-balances keeps it for wire compatibility',
  ExistingVestingSchedule: 'declared and nowhere raised: pallet-balances keeps it for wire compatibility',
  ExistentialDeposit: 'raised by Currency::deposit_creating and make_free_balance_be only, which turn it into nothing done; transfers say Token.BelowMinimum',
  Expendability: 'raised by Currency::withdraw with KeepAlive only, which no pallet of this chain calls; transfers say Token.NotExpendable',
  DeadAccount: 'raised by Currency::deposit_into_existing and repatriate_reserved; no pallet of this chain uses them',
  TooManyReserves: 'raised by named reserves; no pallet of this chain has any',
  TooManyHolds: 'a hold asks first whether the list has room and says Token.CannotCreateHold; and there is room for each reason',
  TooManyFreezes: 'raised by freezes; no pallet of this chain has any',
});
