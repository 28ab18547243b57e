/** What working off the agenda weighs. source: pallet-scheduler 42.0.0, weights.rs, lib.rs MarginalWeightInfo */

import { addWeight, subWeight, timesWeight, weightOf, type Origin, type Weight } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';

export const AGENDAS_BASE = measured(1_335_000, 1_489, 1, 1);
const AGENDA_BASE = measured(2_409_000, 110_487, 1, 1);
const AGENDA_TASK = weightOf(486_046n, 0n);
const TASK_BASE = measured(2_991_000, 0, 0, 0);
const TASK_FETCHED = measured(16_792_000, 3_556, 3, 2);
const TASK_FETCHED_BYTE = weightOf(23_402n, 1n);
const TASK_NAMED = measured(4_292_000, 0, 0, 1);
const TASK_PERIODIC = measured(2_974_000, 0, 0, 0);
const DISPATCH_SIGNED = measured(4_155_000, 3_997, 2, 0);
const DISPATCH_UNSIGNED = measured(1_858_000, 0, 0, 0);
/** For 50 tasks in the agenda. */
export const SCHEDULE_RETRY = addWeight(measured(10_762_174, 110_487, 1, 2), timesWeight(weightOf(16_285n, 0n), 50n));

export const agendaWeight = (tasks: number): Weight => addWeight(AGENDA_BASE, timesWeight(AGENDA_TASK, BigInt(tasks)));

/** `length` of a call kept by hash. */
export function taskWeight({ length, named, periodic }: { readonly length: number | undefined; readonly named: boolean; readonly periodic: boolean }): Weight {
  let weight = length === undefined ? TASK_BASE : addWeight(TASK_FETCHED, timesWeight(TASK_FETCHED_BYTE, BigInt(length)));
  if (named) weight = addWeight(weight, subWeight(TASK_NAMED, TASK_BASE));
  if (periodic) weight = addWeight(weight, subWeight(TASK_PERIODIC, TASK_BASE));
  return weight;
}

export const dispatchWeight = (origin: Origin): Weight => (origin.kind === 'signed' ? DISPATCH_SIGNED : DISPATCH_UNSIGNED);
