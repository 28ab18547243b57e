/** One sentence on each item of SubtensorModule that only extended builds have. */

import type { PalletDocs } from '@taonet/codec';

export const subtensorMay2025: Required<Omit<PalletDocs, 'constants'>> = {
  storage: {
    SubnetTaoProvided: 'TAO that positions of accounts put into a pool of concentrated liquidity, in rao.',
    SubnetAlphaInProvided: 'Alpha that positions of accounts put into a pool of concentrated liquidity.',
    ColdkeySwapScheduleDuration: 'May 2025: blocks between scheduling a coldkey swap and its execution.',
    ColdkeySwapRescheduleDuration: 'May 2025: blocks after a scheduled swap\'s time before it may be scheduled anew.',
    SenateRequiredStakePercentage: 'May 2025: percent of stake that a senator was meant to hold; nothing reads it.',
    TaoDividendsPerSubnet: 'May 2025: TAO that a hotkey\'s root stake earned at a subnet\'s last epoch, in rao.',
    ColdkeySwapScheduled: 'May 2025: block and new coldkey of a scheduled swap.',
    NetworkLastRegistered: 'May 2025: block of the last subnet registration.',
    NetworkModality: 'May 2025: kind of work of a subnet; always 0.',
    PendingEmission: 'May 2025: alpha of a subnet that its next epoch shares out, root\'s part taken off.',
    PendingRootDivs: 'May 2025: TAO that root\'s alpha was sold for since the last epoch, in rao.',
    PendingAlphaSwapped: 'May 2025: root\'s alpha that was sold since the last epoch.',
    Rank: 'May 2025: each neuron\'s rank, u16 of the largest.',
    Trust: 'May 2025: each neuron\'s rank after clipping over rank before, u16.',
    PruningScores: 'May 2025: the lowest score is replaced first.',
    SubnetIdentitiesV2: 'May 2025: what a subnet says of itself, without a logo.',
  },
  calls: {
    become_delegate: 'May 2025: does nothing, and succeeds.',
    set_tao_weights: 'May 2025: does nothing, and succeeds; root weights no longer set emission.',
    sudo: 'May 2025: dispatches a call as root; for the senate\'s majority.',
    sudo_unchecked_weight: 'May 2025: as sudo, with a weight given.',
    vote: 'May 2025: a senator votes on a proposal.',
    adjust_senate: 'May 2025: gives a root hotkey a senate seat if its stake suffices.',
    commit_crv3_weights: 'May 2025: commits time-locked weights without a version.',
    schedule_dissolve_network: 'May 2025: refused; subnets are not dissolved by their owners.',
    associate_evm_key_of_hotkey: 'May 2025: a hotkey\'s owner names the EVM address of its neuron (then called associate_evm_key).',
  },
  events: {
    SenateRequiredStakePercentSet: 'May 2025: a senator\'s least share of stake was set.',
    SenateAdjusted: 'May 2025: a hotkey took a senate seat.',
    ColdkeySwapScheduled: 'May 2025: a coldkey swap will be executed at a block.',
    ColdkeySwapScheduleDurationSet: 'May 2025: the wait before a coldkey swap was set.',
  },
  errors: {
    SubNetworkDoesNotExist: 'May 2025: there is no such subnet.',
    NotSenateMember: 'May 2025: the hotkey is not a senator.',
    CouldNotJoinSenate: 'May 2025: the hotkey got no seat.',
    ColdkeyIsInArbitration: 'May 2025: the coldkey\'s swap is disputed.',
    SwapAlreadyScheduled: 'May 2025: a swap of this coldkey waits already.',
    FailedToSchedule: 'May 2025: the scheduler refused the call.',
    CannotUnstakeLock: 'May 2025: locked stake cannot be taken.',
    ZeroMaxStakeAmount: 'May 2025: the price limit leaves nothing to trade.',
  },
};
