/** What a subnet asks of those who come by work, and what it costs to buy instead. */

import type { Reads } from '@taonet/sdk';
import { ValidationError } from '../failure.ts';

export interface PowFacts {
  readonly netuid: number;
  readonly block: number;
  readonly difficulty: bigint;
  readonly minDifficulty: bigint;
  readonly maxDifficulty: bigint;
  readonly burnRao: bigint;
  readonly maxPerBlock: number;
  /** Three times the target: so many registrations, of every kind, are taken in an interval. */
  readonly maxPerInterval: number;
  readonly target: number;
  readonly thisInterval: number;
  readonly intervalBlocks: number;
  /** Blocks until the counters start anew and the difficulty moves. */
  readonly blocksToAdjustment: number;
  readonly freePlaces: number;
}

const INTERVAL_FACTOR = 3;

/** refuses: ValidationError where nobody can come by work */
export async function readPowFacts(reads: Reads, netuid: number, block: number): Promise<PowFacts> {
  const { query } = reads;
  const Q = query.SubtensorModule;
  if (netuid === 0) throw new ValidationError('Seats on root are had by stake, not by work.', 'taonet root register');
  const switches = reads.runtime.palletNames.includes('Rules') ? await query.Rules.Active() : undefined;
  if (switches?.pow_registration !== true) throw new ValidationError('This chain takes no proof of work.', 'A network of your own does: taonet node, or taonet up. Elsewhere buy the place: taonet subnets register.');
  const [exists, allowed, difficulty, minDifficulty, maxDifficulty, burn, maxPerBlock, target, thisInterval, thisBlock, intervalBlocks, lastAdjustment, neurons, places] = await Promise.all([
    Q.NetworksAdded(netuid), Q.NetworkPowRegistrationAllowed(netuid), Q.Difficulty(netuid), Q.MinDifficulty(netuid), Q.MaxDifficulty(netuid), Q.Burn(netuid),
    Q.MaxRegistrationsPerBlock(netuid), Q.TargetRegistrationsPerInterval(netuid), Q.RegistrationsThisInterval(netuid), Q.RegistrationsThisBlock(netuid),
    Q.AdjustmentInterval(netuid), Q.LastAdjustmentBlock(netuid), Q.SubnetworkN(netuid), Q.MaxAllowedUids(netuid),
  ]);
  if (!exists) throw new ValidationError(`There is no subnet ${netuid}.`, 'taonet subnets list shows which there are.');
  if (!allowed) throw new ValidationError(`Subnet ${netuid} takes no proof of work.`, `Its owner can open it: taonet tx AdminUtils.sudo_set_network_pow_registration_allowed netuid=${netuid} registration_allowed=true. Or buy the place: taonet subnets register ${netuid}.`);
  // Today's rules add a block's registrations to the interval with the next block.
  const counted = switches.rule_set === 'May2025' ? thisInterval : thisInterval + thisBlock;
  return {
    netuid, block, difficulty, minDifficulty, maxDifficulty, burnRao: burn, maxPerBlock, target, maxPerInterval: target * INTERVAL_FACTOR, thisInterval: counted,
    intervalBlocks, blocksToAdjustment: Math.max(1, Number(lastAdjustment) + intervalBlocks - block), freePlaces: Math.max(0, places - neurons),
  };
}
