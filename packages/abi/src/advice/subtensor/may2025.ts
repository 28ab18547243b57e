/** Advice on refusals that only the rules of May 2025 make. */

import type { errorsOfMay2025 } from '../../subtensorModule/may2025.ts';
import type { PalletAdvice } from '../advice.ts';

export const may2025: PalletAdvice<typeof errorsOfMay2025> = {
  SubNetworkDoesNotExist: { check: 'The subnet exists.', fix: 'List subnets with taonet subnets list and take one of them.' },
  NotSenateMember: { check: 'The hotkey sits in the senate.', fix: 'Register it on root with enough stake, then call adjust_senate.' },
  CouldNotJoinSenate: { check: 'The hotkey got its seat.', fix: 'Have more root stake than the smallest senator.' },
  ColdkeyIsInArbitration: { check: 'No swap of this coldkey is disputed.', fix: 'Wait until the arbitration is over.' },
  SwapAlreadyScheduled: { check: 'No swap of this coldkey waits.', fix: 'Wait for its block, or for the time after which it may be scheduled anew.' },
  FailedToSchedule: { check: 'The scheduler takes the call.', fix: 'Try in another block.' },
  CannotUnstakeLock: { check: 'The stake is not locked.', fix: 'Unstake less than what is locked.' },
  ZeroMaxStakeAmount: { check: 'The price limit leaves something to trade.', fix: 'Give a limit beyond the present price.' },
};
