/** All rows, in the order of the call's wire index. */

import { adminUtils } from '@taonet/abi';
import { chainSettings } from './chainSettings.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { consensusHyperparameters } from './hyperparametersConsensus.ts';
import { networkHyperparameters } from './hyperparametersNetwork.ts';
import { subnetHyperparameters } from './hyperparametersSubnet.ts';

const indexOf = ({ call }: Hyperparameter): number => adminUtils.calls[call].index;

export const hyperparameters: readonly Hyperparameter[] = [
  ...networkHyperparameters,
  ...subnetHyperparameters,
  ...consensusHyperparameters,
  ...chainSettings,
].sort((a, b) => indexOf(a) - indexOf(b));
