/** Sentences on the pallets that governed in May 2025: Triumvirate, TriumvirateMembers, SenateMembers. */

import type { MetadataDocs, PalletDocs } from '@taonet/codec';

const membershipDocs = (whose: string): PalletDocs => ({
  calls: {
    add_member: `Root seats an account in ${whose}.`,
    remove_member: `Root takes a seat of ${whose} away.`,
    swap_member: `Root gives a seat of ${whose} to another account.`,
    reset_members: `Root seats others in ${whose} altogether.`,
    change_key: 'A member keeps its seat under another key.',
    set_prime: 'Root makes a member prime.',
    clear_prime: 'Root leaves the seats without a prime.',
  },
  storage: { Members: `Accounts that sit in ${whose}, sorted.`, Prime: `The prime member of ${whose}.` },
  events: {
    MemberAdded: 'An account was seated.',
    MemberRemoved: 'A seat was taken away.',
    MembersSwapped: 'A seat went to another account.',
    MembersReset: 'All seats were given anew.',
    KeyChanged: 'A member changed its key.',
    Dummy: 'Never occurs.',
  },
  errors: {
    AlreadyMember: 'The account has a seat already.',
    NotMember: 'The account has no seat.',
    TooManyMembers: 'There are no seats left.',
  },
});

export const governanceDocs: MetadataDocs = {
  Triumvirate: {
    calls: {
      set_members: 'Nobody may call it: TriumvirateMembers says who sits.',
      execute: 'A member makes a call in the name of one member.',
      propose: 'A member puts a call to the vote of the senate.',
      vote: 'Switched off: senators vote with SubtensorModule.vote.',
      disapprove_proposal: 'Root drops a proposal.',
      close: 'Root ends a vote: the call is made, or the proposal dropped.',
    },
    storage: {
      Proposals: 'Hashes of the open proposals.',
      ProposalOf: 'The call of an open proposal.',
      Voting: 'Index, threshold, votes and end of an open proposal.',
      ProposalCount: 'How many proposals there have been.',
      Members: 'Accounts that may propose, sorted.',
      Prime: 'Whose vote stands for those that are missing at the end.',
    },
    events: {
      Proposed: 'A call was put to the vote.',
      Voted: 'A senator voted; the count so far.',
      Approved: 'Enough senators agreed.',
      Disapproved: 'A proposal was dropped.',
      Executed: 'An approved call was made, with what came of it.',
      MemberExecuted: 'A member made a call in the name of one member, with what came of it.',
      Closed: 'A vote ended, with the count.',
    },
    errors: {
      NotMember: 'The account is no member of the triumvirate.',
      DuplicateProposal: 'The same call is open already.',
      ProposalNotExists: 'There is no such open proposal.',
      IndexMismatchProposalHash: 'Index and hash are of two proposals.',
      DuplicateVote: 'This vote was cast already.',
      TooEarlyToCloseProposal: 'Votes are missing and the vote has not ended.',
      TooManyActiveProposals: 'As many proposals are open as can be.',
      ProposalWeightLessThanDispatchCallWeight: 'The call weighs more than the given bound.',
      ProposalLengthBoundLessThanProposalLength: 'The call is longer than the given bound.',
      DurationLowerThanConfiguredMotionDuration: 'A vote must stay open for longer.',
    },
  },
  TriumvirateMembers: membershipDocs('the triumvirate'),
  SenateMembers: membershipDocs('the senate'),
};
