import { runtimeCall, type RuntimeCall as AnyCall } from '@taonet/abi';
import { encode } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { BlockCtx, MemoryState, Overlay, ROOT, signed, type Origin, type RuntimeCall } from '@taonet/frame';
import { bytesToHex, type AccountId } from '@taonet/primitives';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeGovernanceGenesis } from '../../src/genesis/governanceGenesis.ts';
import { LOCALNET_ENDOWMENTS } from '../../src/genesis/genesisConfig.ts';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { S as Balances } from '../../src/pallets/balances/pallet.ts';
import { senate, triumvirateSeats } from '../../src/pallets/membership/pallet.ts';
import { passesProxyType } from '../../src/pallets/proxy/filter.ts';
import { S as Rules } from '../../src/pallets/rules/pallet.ts';
import { S as Subtensor } from '../../src/pallets/subtensor/pallet.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { S } from '../../src/pallets/triumvirate/pallet.ts';
import { RULES_OF_JUNE_2026, RULES_OF_MAY_2025 } from '../../src/rules/activeRules.ts';
import { proxyFiltersOf } from '../../src/rules/proxyFiltersOf.ts';
import { createSpec } from '../../src/spec.ts';
import { account } from '../createTestCtx.ts';
import { call, eventsOf, id, outcomeOf } from './createBlockCtx.ts';

const crypto = await createCrypto();
const spec = createSpec({ fast: false, powFaucet: false, extended: true }, crypto);
const [ALICE, BOB, CHARLIE, DAVE, EVE, FERDIE] = LOCALNET_ENDOWMENTS.map((one) => one.account) as [AccountId, AccountId, AccountId, AccountId, AccountId, AccountId];
const NOBODY = account(0x77);
const ENOUGH = { ref_time: 10_000_000_000n, proof_size: 100_000n };
const MOTION = 3600;

const GOVERNED_JUNE = { ...RULES_OF_JUNE_2026, governance: true };

function chain(rules: typeof RULES_OF_JUNE_2026): BlockCtx {
  const ctx = new BlockCtx(spec, new Overlay(new MemoryState()), { rootOf: () => '' });
  Rules.Active.set(ctx, rules);
  System.Number.set(ctx, 1_000);
  writeGovernanceGenesis(ctx);
  return ctx;
}

const FORCE_BALANCE = call('Balances', 'force_set_balance', { who: id(NOBODY), new_free: 1_000_000n });
const CHANGE = call('SubtensorModule', 'sudo', { call: FORCE_BALANCE });
const hashOf = (proposal: RuntimeCall): string => bytesToHex(crypto.blake2b256(encode(runtimeCall, proposal as AnyCall)));

const propose = (proposal: RuntimeCall, options: { duration?: number; length_bound?: number } = {}): RuntimeCall =>
  call('Triumvirate', 'propose', { proposal, length_bound: options.length_bound ?? 1_000, duration: options.duration ?? MOTION });
const vote = (hotkey: AccountId, approve: boolean, options: { proposal?: RuntimeCall; index?: number } = {}): RuntimeCall =>
  call('SubtensorModule', 'vote', { hotkey, proposal: hashOf(options.proposal ?? CHANGE), index: options.index ?? 0, approve });
const close = (options: { proposal?: RuntimeCall; index?: number; length_bound?: number; weight?: typeof ENOUGH } = {}): RuntimeCall =>
  call('Triumvirate', 'close', {
    proposal_hash: hashOf(options.proposal ?? CHANGE), index: options.index ?? 0, proposal_weight_bound: options.weight ?? ENOUGH, length_bound: options.length_bound ?? 1_000,
  });

describe.each([['June 2026 with governance', GOVERNED_JUNE], ['May 2025', RULES_OF_MAY_2025]])('a motion under the rules of %s', (_, rules) => {
  let ctx: BlockCtx;
  const done = (origin: Origin, inner: RuntimeCall): string => outcomeOf(ctx, origin, inner);
  const votes = (): { ayes: readonly string[]; nays: readonly string[] } | undefined => {
    const voting = S.Voting.get(ctx, hashOf(CHANGE));
    return voting && { ayes: voting.ayes, nays: voting.nays };
  };

  beforeEach(() => {
    ctx = chain(rules);
    expect(done(signed(ALICE), propose(CHANGE))).toBe('ok');
  });

  it('behavior: from proposal to execution, by two of three senators', () => {
    expect(S.Voting.get(ctx, hashOf(CHANGE))).toEqual({ index: 0, threshold: 2, ayes: [], nays: [], end: 1_000 + MOTION });
    expect(done(ROOT, close())).toBe('Triumvirate.TooEarlyToCloseProposal');
    expect(done(signed(DAVE), vote(DAVE, true))).toBe('ok');
    expect(done(signed(EVE), vote(EVE, true))).toBe('ok');
    const events = eventsOf(ctx, () => expect(done(ROOT, close())).toBe('ok'));
    expect(events.map(({ name }) => name).filter((name) => !name.startsWith('Balances') && !name.startsWith('System'))).toEqual(['Triumvirate.Closed', 'Triumvirate.Approved', 'SubtensorModule.Sudid', 'Triumvirate.Executed']);
    expect(events.at(-1)!.fields).toMatchObject({ result: { type: 'Ok' } });
    expect(Balances.TotalIssuance.get(ctx)).toBe(1_000_000n);
    expect([S.Proposals.get(ctx), S.ProposalOf.rawKeys(ctx), S.Voting.rawKeys(ctx)]).toEqual([[], [], []]);
    expect(done(ROOT, close())).toBe('Triumvirate.ProposalNotExists');
  });

  it('behavior: what the proposal refuses stands in the event, and closes it', () => {
    const refused = call('SubtensorModule', 'sudo', { call: call('SubtensorModule', 'register_network', { hotkey: NOBODY }) });
    done(signed(BOB), propose(refused));
    for (const who of [DAVE, EVE]) expect(done(signed(who), vote(who, true, { proposal: refused, index: 1 }))).toBe('ok');
    const events = eventsOf(ctx, () => expect(done(ROOT, close({ proposal: refused, index: 1 }))).toBe('ok'));
    expect(events.map(({ name }) => name)).toEqual(['Triumvirate.Closed', 'Triumvirate.Approved', 'Triumvirate.Executed']);
    expect(events.at(-1)!.fields).toMatchObject({ result: { type: 'Err', value: { kind: 'BadOrigin' } } });
  });

  it('behavior: two against drop it early, and closing is free', () => {
    for (const who of [DAVE, FERDIE]) done(signed(who), vote(who, false));
    const result = ctx.dispatch(close(), ROOT);
    expect(result).toMatchObject({ ok: true, post: { paysFee: false } });
    expect(S.Proposals.get(ctx)).toEqual([]);
    expect(Balances.TotalIssuance.get(ctx)).toBe(0n);
  });

  it('behavior: after the end missing votes are against, or as the prime member voted', () => {
    done(signed(DAVE), vote(DAVE, true));
    System.Number.set(ctx, 1_000 + MOTION);
    expect(eventsOf(ctx, () => done(ROOT, close()))[0]).toEqual({ name: 'Triumvirate.Closed', fields: { proposal_hash: hashOf(CHANGE), yes: 1, no: 2 } });
    done(signed(ALICE), propose(CHANGE));
    done(signed(DAVE), vote(DAVE, true, { index: 1 }));
    S.Prime.set(ctx, DAVE);
    System.Number.set(ctx, 1_000 + 2 * MOTION);
    expect(eventsOf(ctx, () => done(ROOT, close({ index: 1 })))[0]!.fields).toMatchObject({ yes: 3, no: 0 });
  });

  it('behavior: the first vote is free, a changed one pays and moves', () => {
    expect(ctx.dispatch(vote(DAVE, true), signed(DAVE))).toMatchObject({ ok: true, post: { paysFee: false } });
    expect(done(signed(DAVE), vote(DAVE, true))).toBe('Triumvirate.DuplicateVote');
    expect(ctx.dispatch(vote(DAVE, false), signed(DAVE))).toMatchObject({ ok: true, post: { paysFee: true } });
    expect(votes()).toEqual({ ayes: [], nays: [DAVE] });
  });

  it('behavior: with no senators a motion needs one vote and is dropped at once', () => {
    for (const who of [DAVE, EVE, FERDIE]) expect(done(ROOT, call('SenateMembers', 'remove_member', { who: id(who) }))).toBe('ok');
    const other = call('SubtensorModule', 'sudo', { call: call('System', 'remark', { remark: new Uint8Array(1) }) });
    done(signed(CHARLIE), propose(other));
    expect(S.Voting.get(ctx, hashOf(other))).toMatchObject({ threshold: 1 });
    expect(eventsOf(ctx, () => done(ROOT, close({ proposal: other, index: 1 }))).map(({ name }) => name)).toEqual(['Triumvirate.Closed', 'Triumvirate.Disapproved']);
  });

  it.each([
    { why: 'proposed by a senator', origin: signed(DAVE), inner: propose(FORCE_BALANCE), refused: 'Triumvirate.NotMember' },
    { why: 'for less than 12 hours', origin: signed(ALICE), inner: propose(FORCE_BALANCE, { duration: MOTION - 1 }), refused: 'Triumvirate.DurationLowerThanConfiguredMotionDuration' },
    { why: 'longer than its bound', origin: signed(ALICE), inner: propose(FORCE_BALANCE, { length_bound: 10 }), refused: 'Triumvirate.ProposalLengthBoundLessThanProposalLength' },
    { why: 'open already', origin: signed(BOB), inner: propose(CHANGE), refused: 'Triumvirate.DuplicateProposal' },
    { why: 'voted on directly', origin: signed(DAVE), inner: call('Triumvirate', 'vote', { proposal: hashOf(CHANGE), index: 0, approve: true }), refused: 'Triumvirate.NotMember' },
    { why: 'voted on for another\'s hotkey', origin: signed(EVE), inner: vote(DAVE, true), refused: 'SubtensorModule.NonAssociatedColdKey' },
    { why: 'voted on without a seat', origin: signed(NOBODY), inner: vote(NOBODY, true), refused: 'SubtensorModule.NonAssociatedColdKey' },
    { why: 'under another index', origin: signed(DAVE), inner: vote(DAVE, true, { index: 1 }), refused: 'Triumvirate.IndexMismatchProposalHash' },
    { why: 'that does not exist', origin: signed(DAVE), inner: vote(DAVE, true, { proposal: FORCE_BALANCE }), refused: 'Triumvirate.ProposalNotExists' },
    { why: 'closed by a member', origin: signed(ALICE), inner: close(), refused: 'BadOrigin' },
    { why: 'dropped by a member', origin: signed(ALICE), inner: call('Triumvirate', 'disapprove_proposal', { proposal_hash: hashOf(CHANGE) }), refused: 'BadOrigin' },
    { why: 'seated by call', origin: ROOT, inner: call('Triumvirate', 'set_members', { new_members: [EVE], prime: undefined, old_count: 3 }), refused: 'BadOrigin' },
    { why: 'acting as root by itself', origin: signed(ALICE), inner: CHANGE, refused: 'BadOrigin' },
    { why: 'acting as root, by root', origin: ROOT, inner: CHANGE, refused: 'BadOrigin' },
    { why: 'acting as root, by half of the seats', origin: { kind: 'members', yes: 6, seats: 12 } as const, inner: CHANGE, refused: 'BadOrigin' },
    { why: 'acting as root, by one member', origin: { kind: 'member', who: ALICE } as const, inner: CHANGE, refused: 'BadOrigin' },
  ])('refuses: $why', ({ origin, inner, refused }) => {
    expect(done(origin, inner)).toBe(refused);
  });

  it('refuses: a vote of a hotkey that owns itself but has no seat', () => {
    Subtensor.Owner.set(ctx, NOBODY, NOBODY);
    expect(done(signed(NOBODY), vote(NOBODY, true))).toBe('SubtensorModule.NotSenateMember');
  });

  it('refuses: an approved call that is longer or weighs more than the bounds', () => {
    for (const who of [DAVE, EVE]) done(signed(who), vote(who, true));
    expect(done(ROOT, close({ length_bound: 1 }))).toBe('Triumvirate.ProposalLengthBoundLessThanProposalLength');
    expect(done(ROOT, close({ weight: { ref_time: 1n, proof_size: 0n } }))).toBe('Triumvirate.ProposalWeightLessThanDispatchCallWeight');
    expect(done(ROOT, close())).toBe('ok');
  });

  it('refuses: the eleventh open motion', () => {
    const numbered = (n: number): RuntimeCall => call('System', 'remark', { remark: Uint8Array.of(n) });
    for (let n = 1; n < 10; n++) expect(done(signed(ALICE), propose(numbered(n)))).toBe('ok');
    expect(done(signed(ALICE), propose(numbered(10)))).toBe('Triumvirate.TooManyActiveProposals');
    expect(done(ROOT, call('Triumvirate', 'disapprove_proposal', { proposal_hash: hashOf(CHANGE) }))).toBe('ok');
    expect(done(signed(ALICE), propose(numbered(10)))).toBe('ok');
    expect(S.ProposalCount.get(ctx)).toBe(11);
  });

  it('behavior: a member acts as a member; calls for signers refuse that', () => {
    const events = eventsOf(ctx, () => expect(done(signed(BOB), call('Triumvirate', 'execute', { proposal: call('System', 'remark_with_event', { remark: new Uint8Array(1) }), length_bound: 100 }))).toBe('ok'));
    expect(events.at(-1)).toMatchObject({ name: 'Triumvirate.MemberExecuted', fields: { result: { type: 'Err', value: { kind: 'BadOrigin' } } } });
    expect(done(signed(DAVE), call('Triumvirate', 'execute', { proposal: CHANGE, length_bound: 100 }))).toBe('Triumvirate.NotMember');
  });
});

describe('seats', () => {
  let ctx: BlockCtx;
  const done = (origin: Origin, inner: RuntimeCall): string => outcomeOf(ctx, origin, inner);
  const seat = (name: string, args: object, body = 'TriumvirateMembers'): string => done(ROOT, call(body, name, args));

  beforeEach(() => {
    ctx = chain(GOVERNED_JUNE);
  });

  it('behavior: the collective follows its membership', () => {
    expect(seat('swap_member', { remove: id(BOB), add: id(NOBODY) })).toBe('ok');
    expect(S.Members.get(ctx)).toEqual([ALICE, CHARLIE, NOBODY].sort());
    expect(seat('reset_members', { members: [FERDIE, EVE] })).toBe('ok');
    expect([S.Members.get(ctx), triumvirateSeats.S.Members.get(ctx)]).toEqual([[EVE, FERDIE].sort(), [EVE, FERDIE].sort()]);
  });

  it('behavior: the prime stays while it sits, but one more member makes the collective forget it', () => {
    expect(seat('set_prime', { who: id(ALICE) })).toBe('ok');
    expect([S.Prime.get(ctx), triumvirateSeats.S.Prime.get(ctx)]).toEqual([ALICE, ALICE]);
    seat('remove_member', { who: id(BOB) });
    expect(S.Prime.get(ctx)).toBe(ALICE);
    seat('add_member', { who: id(BOB) });
    expect([S.Prime.get(ctx), triumvirateSeats.S.Prime.get(ctx)]).toEqual([undefined, ALICE]);
    seat('remove_member', { who: id(ALICE) });
    expect([S.Prime.get(ctx), triumvirateSeats.S.Prime.get(ctx)]).toEqual([undefined, undefined]);
  });

  it('behavior: a member changes its own key and stays prime', () => {
    seat('set_prime', { who: id(ALICE) });
    expect(done(signed(ALICE), call('TriumvirateMembers', 'change_key', { new: id(NOBODY) }))).toBe('ok');
    expect([S.Prime.get(ctx), S.Members.get(ctx).includes(NOBODY), S.Members.get(ctx).includes(ALICE)]).toEqual([NOBODY, true, false]);
    expect(seat('clear_prime', {})).toBe('ok');
    expect([S.Prime.get(ctx), triumvirateSeats.S.Prime.get(ctx)]).toEqual([undefined, undefined]);
  });

  it('behavior: who leaves the triumvirate loses its votes, who leaves the senate by root keeps them', () => {
    done(signed(ALICE), propose(CHANGE));
    done(signed(DAVE), vote(DAVE, true));
    seat('remove_member', { who: id(DAVE) }, 'SenateMembers');
    expect(S.Voting.get(ctx, hashOf(CHANGE))?.ayes).toEqual([DAVE]);
    seat('swap_member', { remove: id(BOB), add: id(DAVE) });
    seat('swap_member', { remove: id(DAVE), add: id(BOB) });
    expect(S.Voting.get(ctx, hashOf(CHANGE))?.ayes).toEqual([]);
  });

  it.each([
    { why: 'one more than three', name: 'add_member', args: { who: id(NOBODY) }, refused: 'TriumvirateMembers.TooManyMembers' },
    { why: 'one that sits', name: 'add_member', args: { who: id(ALICE) }, refused: 'TriumvirateMembers.AlreadyMember' },
    { why: 'removing who does not sit', name: 'remove_member', args: { who: id(DAVE) }, refused: 'TriumvirateMembers.NotMember' },
    { why: 'swapping in one that sits', name: 'swap_member', args: { remove: id(ALICE), add: id(BOB) }, refused: 'TriumvirateMembers.AlreadyMember' },
    { why: 'four at once', name: 'reset_members', args: { members: [ALICE, BOB, CHARLIE, DAVE] }, refused: 'TriumvirateMembers.TooManyMembers' },
    { why: 'a prime that does not sit', name: 'set_prime', args: { who: id(DAVE) }, refused: 'TriumvirateMembers.NotMember' },
    { why: 'an address that is no account', name: 'add_member', args: { who: { type: 'Index' } }, refused: 'CannotLookup' },
  ])('refuses: $why', ({ name, args, refused }) => {
    expect(seat(name, args)).toBe(refused);
    expect(done(signed(ALICE), call('TriumvirateMembers', name, args))).toBe('BadOrigin');
  });

  it('behavior: a root hotkey takes a free seat, and the least senator\'s when all are taken', () => {
    const hotkeys = Array.from({ length: 14 }, (_, i) => account(i + 1));
    Subtensor.NetworksAdded.set(ctx, 0, true);
    seat('reset_members', { members: [] }, 'SenateMembers');
    const join = (hotkey: AccountId): string => done(signed(ALICE), call('SubtensorModule', 'adjust_senate', { hotkey }));
    expect(join(hotkeys[0]!)).toBe('SubtensorModule.HotKeyNotRegisteredInSubNet');
    hotkeys.forEach((hotkey, uid) => {
      Subtensor.Uids.set(ctx, 0, hotkey, uid);
      Subtensor.TotalHotkeyAlpha.set(ctx, hotkey, 0, BigInt(100 + (uid % 12)));
    });
    for (const hotkey of hotkeys.slice(0, 12)) expect(join(hotkey)).toBe('ok');
    expect(join(hotkeys[3]!)).toBe('SubtensorModule.HotKeyAlreadyRegisteredInSubNet');
    expect(join(hotkeys[12]!)).toBe('SubtensorModule.StakeTooLowForRoot');
    expect(join(hotkeys[13]!)).toBe('ok');
    expect(senate.S.Members.get(ctx)).toEqual([...hotkeys.slice(1, 12), hotkeys[13]!].sort());
  });
});

describe.each([['June 2026 with governance', GOVERNED_JUNE], ['May 2025', RULES_OF_MAY_2025]])('proxies under the rules of %s', (_, rules) => {
  it.each([
    { kind: 'Triumvirate', proposes: true, seats: false }, { kind: 'Senate', proposes: false, seats: true }, { kind: 'Governance', proposes: true, seats: true },
    { kind: 'NonCritical', proposes: false, seats: true }, { kind: 'Any', proposes: true, seats: true }, { kind: 'Staking', proposes: false, seats: false },
  ] as const)('$kind', ({ kind, proposes, seats }) => {
    const filters = proxyFiltersOf(chain(rules));
    expect([passesProxyType(kind, propose(CHANGE), filters), passesProxyType(kind, call('SenateMembers', 'clear_prime'), filters)]).toEqual([proposes, seats]);
  });

  it('behavior: one of kind Triumvirate proposes in a member\'s name', () => {
    const ctx = chain(rules);
    mintInto(ctx, ALICE, 10_000_000_000n);
    expect(outcomeOf(ctx, signed(ALICE), call('Proxy', 'add_proxy', { delegate: id(NOBODY), proxy_type: 'Triumvirate', delay: 0 }))).toBe('ok');
    expect(outcomeOf(ctx, signed(NOBODY), call('Proxy', 'proxy', { real: id(ALICE), force_proxy_type: undefined, call: propose(CHANGE) }))).toBe('ok');
    expect(S.Proposals.get(ctx)).toEqual([hashOf(CHANGE)]);
  });
});

describe('without the switch', () => {
  it('behavior: kinds of proxies for the bodies let nothing through', () => {
    for (const kind of ['Triumvirate', 'Senate', 'Governance'] as const) expect(passesProxyType(kind, propose(CHANGE), proxyFiltersOf(chain(RULES_OF_JUNE_2026)))).toBe(false);
  });

  it('refuses: every call of governance', () => {
    const ctx = chain(RULES_OF_JUNE_2026);
    for (const inner of [propose(CHANGE), vote(DAVE, true), call('SubtensorModule', 'adjust_senate', { hotkey: DAVE })]) expect(outcomeOf(ctx, signed(ALICE), inner)).toBe('System.CallFiltered');
    expect(outcomeOf(ctx, ROOT, call('SenateMembers', 'clear_prime'))).toBe('System.CallFiltered');
  });
});
