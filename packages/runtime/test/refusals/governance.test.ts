/** Refusals of the pallets of governance and of Rules, which only extended builds have. */

import { rules, senateMembers, triumvirate, triumvirateMembers } from '@taonet/abi';
import { ROOT, signed, type BlockCtx, type RuntimeCall } from '@taonet/frame';
import { bytesToHex, type AccountId } from '@taonet/primitives';
import { writeGovernanceGenesis } from '../../src/genesis/governanceGenesis.ts';
import { senate, triumvirateSeats } from '../../src/pallets/membership/pallet.ts';
import { S as Triumvirate } from '../../src/pallets/triumvirate/pallet.ts';
import { RULES_OF_MAY_2025 } from '../../src/rules/activeRules.ts';
import { call, id } from '../pallets/createBlockCtx.ts';
import { createMay2025Ctx } from '../rules/may2025/createMay2025Ctx.ts';
import { describeRefusals, type Provocation } from './provoke.ts';

function governed(): BlockCtx {
  const ctx = createMay2025Ctx();
  writeGovernanceGenesis(ctx);
  return ctx;
}

const [member] = triumvirateSeats.S.Members.get(governed()) as [AccountId];
const [senator, second] = senate.S.Members.get(governed()) as [AccountId, AccountId];
const STRANGER = '77'.repeat(32);

const remark = call('System', 'remark', { remark: new Uint8Array(8) });
const BYTES = governed().encodeCall(remark).length;
const HASH = bytesToHex(governed().crypto.blake2b256(governed().encodeCall(remark)));

const row = (error: string, facts: Provocation['facts'], what: RuntimeCall, more: Partial<Provocation> = {}): Provocation => ({ error, facts, call: what, origin: signed(member), chain: governed, ...more });
const propose = (more: object = {}): RuntimeCall => call('Triumvirate', 'propose', { proposal: remark, length_bound: 1_000, duration: 3_600, ...more });
const close = (more: object = {}): RuntimeCall => call('Triumvirate', 'close', { proposal_hash: HASH, index: 0, proposal_weight_bound: { ref_time: 10n ** 12n, proof_size: 10n ** 6n }, length_bound: 1_000, ...more });
const vote = (index = 0): RuntimeCall => call('SubtensorModule', 'vote', { hotkey: senator, proposal: HASH, index, approve: true });
/** The remark is proposed, and these senators agree. */
const proposed = (...ayes: readonly AccountId[]) => (ctx: BlockCtx): void => {
  ctx.dispatch(propose(), signed(member));
  Triumvirate.Voting.set(ctx, HASH, { index: 0, threshold: 2, ayes: [...ayes], nays: [], end: 4_600 });
};
const many = (ctx: BlockCtx): void => Triumvirate.Proposals.set(ctx, Array.from({ length: 10 }, (_, at) => at.toString(16).padStart(64, '0')));

describeRefusals('Triumvirate', triumvirate.errors, [
  row('Triumvirate.NotMember', { who: STRANGER }, propose(), { origin: signed(STRANGER), because: 'proposing' }),
  row('Triumvirate.NotMember', { who: STRANGER }, call('Triumvirate', 'execute', { proposal: remark, length_bound: 1_000 }), { origin: signed(STRANGER), because: 'acting as a member' }),
  row('Triumvirate.NotMember', { who: member }, call('Triumvirate', 'vote', { proposal: HASH, index: 0, approve: true }), { because: 'voting: senators do' }),
  row('Triumvirate.DuplicateProposal', { proposal: HASH }, propose(), { arrange: proposed() }),
  row('Triumvirate.ProposalNotExists', { proposal: HASH }, close(), { origin: ROOT, because: 'closing' }),
  row('Triumvirate.ProposalNotExists', { proposal: HASH }, vote(), { origin: signed(senator), because: 'voting' }),
  row('Triumvirate.IndexMismatchProposalHash', { proposal: HASH, actual: 7, required: 0 }, vote(7), { origin: signed(senator), arrange: proposed() }),
  row('Triumvirate.DuplicateVote', { proposal: HASH, who: senator }, vote(), { origin: signed(senator), arrange: proposed(senator) }),
  row('Triumvirate.TooEarlyToCloseProposal', { proposal: HASH, actual: 1_000, required: 4_600 }, close(), { origin: ROOT, arrange: proposed(senator) }),
  row('Triumvirate.TooManyActiveProposals', { actual: 10, required: 9 }, propose(), { arrange: many }),
  row('Triumvirate.ProposalWeightLessThanDispatchCallWeight', { actual: '1 ps, 1 bytes' }, close({ proposal_weight_bound: { ref_time: 1n, proof_size: 1n } }), { origin: ROOT, arrange: proposed(senator, second) }),
  row('Triumvirate.ProposalLengthBoundLessThanProposalLength', { actual: 1, required: BYTES }, propose({ length_bound: 1 }), { because: 'proposing' }),
  row('Triumvirate.ProposalLengthBoundLessThanProposalLength', { actual: 1, required: BYTES }, close({ length_bound: 1 }), { origin: ROOT, arrange: proposed(senator, second), because: 'closing' }),
  row('Triumvirate.ProposalLengthBoundLessThanProposalLength', { actual: 1, required: BYTES }, call('Triumvirate', 'execute', { proposal: remark, length_bound: 1 }), { because: 'acting as a member' }),
  row('Triumvirate.DurationLowerThanConfiguredMotionDuration', { actual: 3_599, required: 3_600 }, propose({ duration: 3_599 })),
  row('BadOrigin', { actual: 'signed', required: 'TriumvirateMembers' }, call('Triumvirate', 'set_members', { new_members: [], prime: undefined, old_count: 3 }), { because: 'seats are TriumvirateMembers\'' }),
  row('BadOrigin', { required: 'a majority of the senate' }, call('SubtensorModule', 'sudo', { call: remark }), { because: 'acting as root', origin: ROOT }),
], {});

const seatRows = (pallet: 'TriumvirateMembers' | 'SenateMembers', sitting: AccountId, seatsMax: number): readonly Provocation[] => {
  const seat = (error: string, facts: Provocation['facts'], name: string, args: object, because?: string): Provocation =>
    row(`${pallet}.${error}`, facts, call(pallet, name, args), { origin: ROOT, ...(because === undefined ? {} : { because }) });
  const accounts = Array.from({ length: seatsMax + 1 }, (_, at) => (at + 1).toString(16).padStart(64, '0'));
  const full = (ctx: BlockCtx): void => (pallet === 'SenateMembers' ? senate : triumvirateSeats).S.Members.set(ctx, accounts.slice(0, seatsMax));
  return [
    seat('AlreadyMember', { who: sitting }, 'add_member', { who: id(sitting) }),
    seat('NotMember', { who: STRANGER }, 'remove_member', { who: id(STRANGER) }, 'leaving'),
    seat('NotMember', { who: STRANGER }, 'swap_member', { remove: id(STRANGER), add: id(sitting) }, 'giving way'),
    seat('NotMember', { who: STRANGER }, 'set_prime', { who: id(STRANGER) }, 'being prime'),
    { ...seat('TooManyMembers', { actual: seatsMax, required: seatsMax - 1 }, 'add_member', { who: id(STRANGER) }, 'one more'), arrange: full },
    seat('TooManyMembers', { actual: seatsMax + 1, required: seatsMax }, 'reset_members', { members: accounts }, 'all anew'),
  ];
};

describeRefusals('TriumvirateMembers', triumvirateMembers.errors, seatRows('TriumvirateMembers', member, 3), {});
describeRefusals('SenateMembers', senateMembers.errors, seatRows('SenateMembers', senator, 12), {});

const choose = (switches: object): RuntimeCall => call('Rules', 'set_rules', { switches: { ...RULES_OF_MAY_2025, ...switches } });

describeRefusals('Rules', rules.errors, [
  row('Rules.PoolDoesNotFitRules', { ruleSet: 'May2025', actual: 'Weighted', required: 'ConstantProduct' }, choose({ pool: 'Weighted' }), { origin: ROOT, because: 'May 2025' }),
  row('Rules.PoolDoesNotFitRules', { ruleSet: 'June2026', actual: 'ConstantProduct', required: 'Weighted or Concentrated' }, choose({ rule_set: 'June2026' }), { origin: ROOT, because: 'June 2026' }),
  row('Rules.NothingChanges', { ruleSet: 'May2025', pool: 'ConstantProduct', powRegistration: true, governance: true }, choose({}), { origin: ROOT }),
  row('BadOrigin', { actual: 'signed', required: 'root' }, choose({ governance: false }), { because: 'root\'s call' }),
], {});
