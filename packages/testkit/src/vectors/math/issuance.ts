/** Section `block_emission`. */

import { computeBlockEmission } from '@taonet/runtime';
import { outcome, type MathOutcome } from './replay.ts';

export function replayBlockEmission(cases: readonly (readonly [issuanceRao: string, emissionRao: string])[]): MathOutcome[] {
  return cases.map(([issuanceRao, emissionRao]) => outcome(`block_emission/${issuanceRao}`, emissionRao, computeBlockEmission(BigInt(issuanceRao))));
}
