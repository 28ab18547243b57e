import { addWeight, type Hooks } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';

/** No migration runs and no contract's storage waits for deletion: what looking at both costs. */
const WEIGHT = [measured(9_800_000, 3_494, 2, 2), measured(2_054_000, 1_491, 1, 1), measured(715_000, 1_485, 1, 0)].reduce(addWeight);

/** source: pallet-contracts 41.0.0, lib.rs, on_idle */
export const hooks: Hooks = {
  onIdle: () => WEIGHT,
};
