/** Settings of root that are no hyperparameters: who makes and finalizes blocks, the EVM's chain id and precompiles. */

import { changeAuthorities } from '../aura/changeAuthorities.ts';
import { S as EvmChainId } from '../evmChainId/pallet.ts';
import { scheduleChange } from '../grandpa/scheduleChange.ts';
import { composite, type Hyperparameter } from './hyperparameter.ts';
import { Ev, S } from './pallet.ts';

/** source: pallets/admin-utils/src/lib.rs @ 14bc6f9 */
export const chainSettings: readonly Hyperparameter[] = [
  composite('swap_authorities', {
    item: 'Aura.Authorities', who: 'root', unit: 'accounts',
    write: (ctx, { new_authorities }) => changeAuthorities(ctx, new_authorities),
    docs: 'Who makes blocks, at most 32 keys. An empty list changes nothing.',
    effect: 'The block\'s digest tells clients of the change.',
  }),
  composite('schedule_grandpa_change', {
    item: 'Grandpa.PendingChange', who: 'root', unit: 'accounts',
    write: (ctx, { next_authorities, in_blocks, forced }) => scheduleChange(ctx, { nextAuthorities: next_authorities, inBlocks: in_blocks, forced }),
    docs: 'Who finalizes blocks, from some blocks on. One change at a time.',
  }),
  composite('sudo_set_evm_chain_id', {
    item: 'EVMChainId.ChainId', who: 'root', unit: 'number',
    write: (ctx, { chain_id }) => EvmChainId.ChainId.set(ctx, chain_id),
    docs: 'Chain id that Ethereum transactions must name.',
  }),
  composite('sudo_toggle_evm_precompile', {
    item: 'AdminUtils.PrecompileEnable', who: 'root', unit: 'flag',
    write: (ctx, { precompile_id, enabled }) => {
      if (S.PrecompileEnable.get(ctx, precompile_id) === enabled) return;
      S.PrecompileEnable.set(ctx, precompile_id, enabled);
      ctx.deposit(Ev.PrecompileUpdated({ precompile_id, enabled }));
    },
    docs: 'Whether contracts may call a precompile. Nothing happens when it is so already.',
  }),
];
