import { addWeight, type Hooks } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';
import { S } from './pallet.ts';

/** Looking at all agendas, and at one that is empty. */
const WEIGHT = addWeight(measured(1_335_000, 1_489, 1, 1), measured(2_409_000, 110_487, 1, 1));

export const hooks: Hooks = {
  onInitialize(ctx, block) {
    S.IncompleteSince.remove(ctx);
    S.Agenda.remove(ctx, block);
    return WEIGHT;
  },
};
