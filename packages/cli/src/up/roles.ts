/** The parts that processes of the living network can play. */

import { playMiners, type MinersRole } from './minersRole.ts';
import { playModels, type ModelRole } from './modelRole.ts';
import { playRole } from './roleProcess.ts';
import { playValidators, type ValidatorsRole } from './validatorsRole.ts';

/** A part that is being played. */
export interface Playing<Facts> {
  /** What the parent is told. */
  readonly facts: Facts;
  close(): Promise<void>;
}

/** `taonet role`: run by the living network for its own processes. */
export function runRole(): Promise<void> {
  return playRole({
    models: (config) => playModels(config as ModelRole),
    miners: (config, note) => playMiners(config as MinersRole, note),
    validators: (config, note) => playValidators(config as ValidatorsRole, note),
  });
}
