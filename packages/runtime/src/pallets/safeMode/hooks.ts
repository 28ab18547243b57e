import { weightOf, type Hooks } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';

const NOTHING_TO_DO = measured(733_000, 1_489, 1, 0);

export const hooks: Hooks = {
  onInitialize: () => NOTHING_TO_DO,
};
