/** Section `pow_ratio_scaled`. */

import { powRatioScaled, powRatioScaledOracle } from '@taonet/primitives';
import { outcome, type MathOutcome } from './replay.ts';

export function replayPow(cases: readonly (readonly (string | number | null)[])[]): MathOutcome[] {
  return cases.flatMap(([baseNum, baseDen, expNum, expDen, precision, scale, result], i) => {
    const question = {
      baseNum: BigInt(baseNum!), baseDen: BigInt(baseDen!), expNum: BigInt(expNum!), expDen: BigInt(expDen!),
      precision: Number(precision), scale: BigInt(scale!),
    };
    return [
      outcome(`pow_ratio_scaled/${i}/fast`, result, powRatioScaled(question)),
      outcome(`pow_ratio_scaled/${i}/exact`, result, powRatioScaledOracle(question)),
    ];
  });
}
