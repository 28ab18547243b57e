import type { Hooks } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';
import { S } from './pallet.ts';

const LOOKED = measured(0, 0, 1, 0);

export const hooks: Hooks = {
  onInitialize: () => LOOKED,
};
