/** Advice on refusals of calls that make other calls: Proxy, Multisig, Utility, Sudo, Preimage, Scheduler. */

import type { errors as multisig } from '../multisig/errors.ts';
import type { errors as preimage } from '../preimage/errors.ts';
import type { errors as proxy } from '../proxy/errors.ts';
import type { errors as scheduler } from '../scheduler/errors.ts';
import type { errors as sudo } from '../sudo/errors.ts';
import type { errors as utility } from '../utility/errors.ts';
import type { PalletAdvice } from './advice.ts';

export const proxyAdvice: PalletAdvice<typeof proxy> = {
  TooMany: { check: 'The account has room for another proxy or announcement.', fix: 'Remove one that is no longer needed: remove_proxy, remove_announcement' },
  NotFound: { check: 'There is such a proxy or announcement.', fix: 'Give delegate, type and delay as they were added, or the hash as it was announced: see Proxy.Proxies and Proxy.Announcements' },
  NotProxy: { check: 'The sender is a proxy of the account, of the given type.', fix: 'The account adds it: Proxy.add_proxy' },
  Unproxyable: { check: 'The proxy\'s type lets the call through.', fix: 'Use a proxy of another type: Proxy.add_proxy. A call that a proxy may not make ends with System.CallFiltered in the event ProxyExecuted.' },
  Duplicate: { check: 'There is no such proxy, or pure account, yet.', fix: 'It is there already: use it, or choose another index.' },
  NoPermission: { check: 'The signer is the pure account made from these parts.', fix: 'Give spawner, type, index, block and extrinsic index as in event PureCreated.' },
  Unannounced: { check: 'The call was announced, and the proxy\'s delay is over.', fix: 'Announce it, wait `delayBlocks` blocks, then use proxy_announced.' },
  NoSelfProxy: { check: 'Proxy and account are two.', fix: 'Give another account as delegate.' },
  AnnouncementDepositInvariantViolated: { check: 'The deposit fits the number of announcements.', fix: 'Report it: no call of this chain should end like this.' },
  InvalidDerivedAccountId: { check: 'An account can be derived from these parts.', fix: 'Report it: no call of this chain should end like this.' },
};

export const multisigAdvice: PalletAdvice<typeof multisig> = {
  MinimumThreshold: { check: 'The threshold is at least 2.', fix: 'Use as_multi_threshold_1 for a threshold of 1.' },
  AlreadyApproved: { check: 'The signer has not approved yet.', fix: 'Have another signatory approve; the last one uses as_multi with the call itself.' },
  NoApprovalsNeeded: { check: 'Approvals are still needed.', fix: 'Use as_multi with the call itself.' },
  TooFewSignatories: { check: 'There is at least one other signatory.', fix: 'Give the other signatories.' },
  TooManySignatories: { check: 'There are at most 100 signatories, the sender among them.', fix: 'Use fewer.' },
  SignatoriesOutOfOrder: { check: 'The other signatories are sorted by public key, each once.', fix: 'Sort them by their 32 bytes, not by SS58 text.' },
  SenderInSignatories: { check: 'The sender is not among the other signatories.', fix: 'Leave the sender out of the list.' },
  NotFound: { check: 'There is such an open operation.', fix: 'Check signatories, threshold and call hash: they name the operation.' },
  NotOwner: { check: 'The sender opened the operation.', fix: 'Sign with the account in `required`.' },
  NoTimepoint: { check: 'The timepoint of the open operation is given.', fix: 'Give the one in `required` (block/extrinsic), as in event NewMultisig.' },
  WrongTimepoint: { check: 'The timepoint is that of the open operation.', fix: 'Give the one in `required` (block/extrinsic).' },
  UnexpectedTimepoint: { check: 'No timepoint is given when the operation is opened.', fix: 'Leave it out; if the operation should be open, check the call, the signatories and the threshold.' },
  MaxWeightTooLow: { check: 'The call weighs at most max_weight.', fix: 'Give at least the weight in `required`.' },
  AlreadyStored: { check: 'The call is not stored yet.', fix: 'No call of this chain ends like this.' },
};

export const utilityAdvice: PalletAdvice<typeof utility> = {
  TooManyCalls: { check: 'The batch holds at most as many calls as it may.', fix: 'Split the batch; the constant Utility.batched_calls_limit is the limit.' },
  InvalidDerivedAccount: { check: 'An account can be derived.', fix: 'No call of this chain ends like this.' },
};

export const sudoAdvice: PalletAdvice<typeof sudo> = {
  RequireSudo: { check: 'The signer is the chain\'s sudo key.', fix: 'Sign with the account in `required`; on a local chain that is Alice.' },
};

export const preimageAdvice: PalletAdvice<typeof preimage> = {
  TooBig: { check: 'The preimage has at most 4 MiB.', fix: 'Note something shorter.' },
  AlreadyNoted: { check: 'The preimage is not noted yet.', fix: 'It is there already: use it.' },
  NotAuthorized: { check: 'The sender noted the preimage.', fix: 'Sign with the account in `required`, or have root do it.' },
  NotNoted: { check: 'The preimage is noted.', fix: 'Check the hash: blake2-256 of the bytes.' },
  Requested: { check: 'Nothing requests the preimage.', fix: 'No call of this chain ends like this.' },
  NotRequested: { check: 'Something requests the preimage.', fix: 'Check the hash; there is nothing to undo.' },
  TooMany: { check: 'The call brings at most 1024 hashes.', fix: 'Split the list.' },
  TooFew: { check: 'The call brings at least one hash.', fix: 'Give a hash.' },
};

export const schedulerAdvice: PalletAdvice<typeof scheduler> = {
  FailedToSchedule: { check: 'The task\'s name is free.', fix: 'Choose another name, or cancel the task of that name: cancel_named' },
  NotFound: { check: 'There is such a task.', fix: 'See Scheduler.Agenda and Scheduler.Lookup for the tasks there are.' },
  TargetBlockNumberInPast: { check: 'The block lies ahead.', fix: 'Give the block in `required` or a later one.' },
  RescheduleNoChange: { check: 'The task moves to another block.', fix: 'No call of this chain ends like this.' },
  Named: { check: 'The task has no name.', fix: 'No call of this chain ends like this.' },
};
