import type { Hooks } from '@taonet/frame';
import { serviceAgendas } from './serviceAgendas.ts';

/** source: pallet-scheduler 42.0.0, lib.rs, on_initialize */
export const hooks: Hooks = {
  onInitialize: (ctx, block) => serviceAgendas(ctx, block),
};
