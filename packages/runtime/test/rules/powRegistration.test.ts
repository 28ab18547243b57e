import { createCrypto } from '@taonet/crypto';
import { BlockCtx, MemoryState, Overlay, signed, type DispatchResult } from '@taonet/frame';
import { bytesToHex, type AccountId } from '@taonet/primitives';
import { beforeEach, describe, expect, test } from 'vitest';
import { adjustToDevPreset, buildGenesis, createSpec, hashMeetsDifficulty, LOCAL_CONFIG, LOCALNET_ENDOWMENTS, RULES_OF_JUNE_2026, sealHash } from '../../src/index.ts';
import { S as Rules } from '../../src/pallets/rules/pallet.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { settleRegistrations } from '../../src/rules/powRegistration/settleRegistrations.ts';
import { account } from '../createTestCtx.ts';

const crypto = await createCrypto();
const spec = createSpec({ fast: true, powFaucet: false, liveBirth: true, extended: true }, crypto);
const genesis = buildGenesis(spec, LOCAL_CONFIG, adjustToDevPreset);
const NETUID = 1;
const DIFFICULTY = 50n;
const BLOCK = 1_000;
const HOTKEY = account(0xa1);
const COLDKEY = LOCALNET_ENDOWMENTS[3]!.account;

/** The developer network in block 1,000, every block's hash being its number. */
function fresh(powRegistration: boolean): BlockCtx {
  const ctx = new BlockCtx(spec as never, new Overlay(new MemoryState(genesis.state)), { rootOf: () => '' });
  Rules.Active.set(ctx, { ...RULES_OF_JUNE_2026, pow_registration: powRegistration });
  System.Number.set(ctx, BLOCK);
  for (let number = BLOCK - 5; number < BLOCK; number++) System.BlockHash.set(ctx, number, hashOf(number));
  S.Difficulty.set(ctx, NETUID, DIFFICULTY);
  S.MinDifficulty.set(ctx, NETUID, 10n);
  S.MaxDifficulty.set(ctx, NETUID, 10_000n);
  S.AdjustmentInterval.set(ctx, NETUID, 20);
  S.LastAdjustmentBlock.set(ctx, NETUID, BigInt(BLOCK));
  S.TargetRegistrationsPerInterval.set(ctx, NETUID, 1);
  S.MaxRegistrationsPerBlock.set(ctx, NETUID, 1);
  return ctx;
}

const hashOf = (number: number): string => number.toString(16).padStart(64, '0');

interface Work { readonly block_number: bigint; readonly nonce: bigint; readonly work: Uint8Array }

function workOf(hotkey: AccountId, number = BLOCK - 1, isWanted = (hash: Uint8Array): boolean => hashMeetsDifficulty(hash, DIFFICULTY)): Work {
  for (let nonce = 0n; ; nonce++) {
    const work = sealHash(crypto, hashOf(number), nonce, hotkey);
    if (isWanted(work)) return { block_number: BigInt(number), nonce, work };
  }
}

interface Sent { readonly signer?: AccountId; readonly hotkey?: AccountId; readonly coldkey?: AccountId; readonly netuid?: number; readonly work?: Work }

const callOf = ({ hotkey = HOTKEY, coldkey = COLDKEY, netuid = NETUID, work = workOf(hotkey) }: Sent): { type: string; value: { type: string; value: unknown } } =>
  ({ type: 'SubtensorModule', value: { type: 'register', value: { netuid, ...work, hotkey, coldkey } } });

function register(ctx: BlockCtx, sent: Sent = {}): DispatchResult {
  return ctx.dispatch(callOf(sent), signed(sent.signer ?? sent.hotkey ?? HOTKEY));
}

const refusalOf = (result: DispatchResult): string => (result.ok ? 'none' : result.refusal.name.replace('SubtensorModule.', ''));

describe('register with real work', () => {
  let ctx: BlockCtx;
  beforeEach(() => {
    ctx = fresh(true);
  });

  test('costs nothing, seats the hotkey, makes the named coldkey its owner', () => {
    const [money, burn] = [System.Account.get(ctx, COLDKEY).data.free, S.Burn.get(ctx, NETUID)];
    const uid = S.SubnetworkN.get(ctx, NETUID);
    expect(register(ctx)).toMatchObject({ ok: true });
    expect(S.Uids.get(ctx, NETUID, HOTKEY)).toBe(uid);
    expect(S.Owner.get(ctx, HOTKEY)).toBe(COLDKEY);
    expect(System.Account.get(ctx, COLDKEY).data.free).toBe(money);
    expect(S.Burn.get(ctx, NETUID)).toBe(burn);
    expect([S.POWRegistrationsThisInterval.get(ctx, NETUID), S.RegistrationsThisBlock.get(ctx, NETUID)]).toEqual([1, 1]);
  });

  test('has no fee before the hotkey owns anything; without work it has the usual one', () => {
    expect(ctx.dispatchInfo(callOf({})).paysFee).toBe(false);
    expect(ctx.dispatchInfo(callOf({ work: workOf(HOTKEY, BLOCK - 4) })).paysFee).toBe(true);
    Rules.Active.set(ctx, RULES_OF_JUNE_2026);
    expect(ctx.dispatchInfo(callOf({})).paysFee).toBe(true);
  });

  test('is the hotkey\'s to sign', () => {
    expect(refusalOf(register(ctx, { signer: COLDKEY }))).toBe('TransactorAccountShouldBeHotKey');
  });

  test('is taken once per block and three times the target per interval', () => {
    const hotkeys = [0xb1, 0xb2, 0xb3, 0xb4].map(account);
    expect(refusalOf(register(ctx, { hotkey: hotkeys[0]! }))).toBe('none');
    expect(refusalOf(register(ctx, { hotkey: hotkeys[1]! }))).toBe('TooManyRegistrationsThisBlock');
    for (const hotkey of hotkeys.slice(1, 3)) {
      settleRegistrations(ctx);
      S.RegistrationsThisBlock.set(ctx, NETUID, 0);
      expect(refusalOf(register(ctx, { hotkey }))).toBe('none');
    }
    settleRegistrations(ctx);
    S.RegistrationsThisBlock.set(ctx, NETUID, 0);
    expect(refusalOf(register(ctx, { hotkey: hotkeys[3]! }))).toBe('TooManyRegistrationsThisInterval');
  });

  test('needs an owner that the hotkey has', () => {
    S.Owner.set(ctx, HOTKEY, account(0xcc));
    expect(refusalOf(register(ctx))).toBe('NonAssociatedColdKey');
  });
});

describe('register without real work is what it is upstream, to the last byte of the state', () => {
  const rich = LOCALNET_ENDOWMENTS[3]!.account;
  const flip = (work: Work): Work => ({ ...work, work: work.work.map((byte, i) => (i === 31 ? byte ^ 1 : byte)) });
  const cases: readonly (readonly [string, Sent, ((ctx: BlockCtx) => void)?])[] = [
    ['no work at all', { signer: rich, work: { block_number: 0n, nonce: 0n, work: new Uint8Array() } }],
    ['work that is no hash', { signer: rich, work: { ...workOf(HOTKEY), work: new Uint8Array(31) } }],
    ['a seal that is not the hotkey\'s', { signer: rich, work: workOf(account(0xa2)) }],
    ['another hash below the limit', { signer: rich, work: flip(workOf(HOTKEY)) }],
    ['work that is too easy', { signer: rich, work: workOf(HOTKEY, BLOCK - 1, (hash) => !hashMeetsDifficulty(hash, DIFFICULTY)) }],
    ['work on an old block', { signer: rich, work: workOf(HOTKEY, BLOCK - 3) }],
    ['work on a block to come', { signer: rich, work: { ...workOf(HOTKEY), block_number: BigInt(BLOCK + 1) } }],
    ['work that was used', { signer: rich }, (ctx) => S.UsedWork.set(ctx, workOf(HOTKEY).work, 1n)],
    ['a subnet that takes no work', { signer: rich }, (ctx) => S.NetworkPowRegistrationAllowed.set(ctx, NETUID, false)],
    ['root', { signer: rich, netuid: 0 }],
    ['no such subnet', { signer: rich, netuid: 77 }],
    ['a signer without TAO', { work: workOf(HOTKEY, BLOCK - 4) }],
  ];
  for (const [what, sent, prepare] of cases) {
    test(what, () => {
      const outcomes = [true, false].map((switched) => {
        const ctx = fresh(switched);
        prepare?.(ctx);
        const before = new Map(ctx.state.changes());
        const result = register(ctx, sent);
        const changes = ctx.state.changes().filter(([key, value]) => before.get(key) !== value).map(([key, value]) => [key, value === null ? null : bytesToHex(value)]);
        return { refusal: refusalOf(result), changes, events: ctx.events.records.map(({ event }) => bytesToHex(event)) };
      });
      expect(outcomes[0]).toEqual(outcomes[1]);
      if (outcomes[0]!.refusal === 'none') expect(outcomes[0]!.changes.length).toBeGreaterThan(10);
    });
  }
});

describe('the difficulty', () => {
  const run = (ctx: BlockCtx, blocks: number): void => {
    for (let i = 0; i < blocks; i++) {
      System.Number.set(ctx, System.Number.get(ctx) + 1);
      settleRegistrations(ctx);
      S.RegistrationsThisBlock.set(ctx, NETUID, 0);
    }
  };
  const withCounts = (byWork: number, byBurn: number): BlockCtx => {
    const ctx = fresh(true);
    for (let i = 0; i < byWork + byBurn; i++) {
      if (i < byWork) S.POWRegistrationsThisInterval.mutate(ctx, NETUID, (count) => count + 1);
      S.RegistrationsThisBlock.set(ctx, NETUID, 1);
      run(ctx, 1);
    }
    run(ctx, 20);
    return ctx;
  };

  test.each([
    ['nobody came', 0, 0, 25n],
    ['mostly work, enough', 1, 0, 50n],
    ['mostly bought, enough', 0, 1, 50n],
    ['mostly work, too many', 2, 1, 100n],
    ['mostly bought, too many', 1, 2, 50n],
    ['equally many, too many', 1, 1, 75n],
  ] as const)('%s', (_what, byWork, byBurn, difficulty) => {
    const ctx = withCounts(byWork, byBurn);
    // One bought registration within the target lowers it as much as none: 50 × (1 + 1) / 2 = 50.
    expect(S.Difficulty.get(ctx, NETUID)).toBe(difficulty);
    expect([S.RegistrationsThisInterval, S.POWRegistrationsThisInterval, S.BurnRegistrationsThisInterval].map((counter) => counter.get(ctx, NETUID))).toEqual([0, 0, 0]);
  });

  test('stays where it is without the switch', () => {
    const ctx = fresh(false);
    run(ctx, 40);
    expect([S.Difficulty.get(ctx, NETUID), S.LastAdjustmentBlock.get(ctx, NETUID)]).toEqual([DIFFICULTY, BigInt(BLOCK)]);
  });
});

test('owners say whether their subnets take work', () => {
  const call = (allowed: boolean) => ({ type: 'AdminUtils', value: { type: 'sudo_set_network_pow_registration_allowed', value: { netuid: NETUID, registration_allowed: allowed } } });
  const ctx = fresh(true);
  S.SubnetOwner.set(ctx, NETUID, COLDKEY);
  expect(refusalOf(ctx.dispatch(call(false), signed(HOTKEY)))).toBe('BadOrigin');
  expect(refusalOf(ctx.dispatch(call(false), signed(COLDKEY)))).toBe('none');
  expect(S.NetworkPowRegistrationAllowed.get(ctx, NETUID)).toBe(false);
  const today = fresh(false);
  S.SubnetOwner.set(today, NETUID, COLDKEY);
  expect(refusalOf(today.dispatch(call(false), signed(COLDKEY)))).toBe('AdminUtils.POWRegistrationDisabled');
});
