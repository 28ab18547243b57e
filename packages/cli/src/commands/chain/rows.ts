/** Commands on whatever the chain has, made from what it tells of itself. */

import type { CommandRow } from '../../command.ts';
import { anything, list, object, oneOf, orNull, text, whole } from '../../schema.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';

export const CHAIN_ROWS: readonly CommandRow[] = [
  {
    path: 'query', about: 'read any storage item, constant or runtime API by its name on the chain',
    args: [{ name: 'name', about: 'Pallet.Item or Api.method; a pallet alone, or nothing, lists what there is', optional: true }, { name: 'keys', about: 'keys or arguments, by position; of runtime APIs also name=value', optional: true, many: true }],
    options: [{ flags: '--at <block>', about: 'number or hash of the block; the newest one unless given' }, { flags: '--limit <count>', about: 'entries of a map that are shown', default: 100 }],
    needs: ['chain', 'wallet'],
    examples: ['taonet query SubtensorModule.Tempo 1', 'taonet query NeuronInfoRuntimeApi.get_neurons_lite 1', 'taonet query System.Account //Alice'],
    schema: oneOf(
      object({ name: text, kind: { enum: ['storage', 'constant', 'api'] }, block: orNull(whole), value: anything }),
      object({ name: text, kind: { const: 'map' }, block: whole, entries: list(object({ keys: list(anything), value: anything })), total: whole }),
      object({ names: list(object({ name: text, kind: text })) }),
    ),
    load: () => import('./query.ts').then(({ run }) => run),
  },
  {
    path: 'tx', about: 'send any call by its name on the chain',
    args: [{ name: 'name', about: 'Pallet.call; a pallet alone, or nothing, lists what there is', optional: true }, { name: 'values', about: 'name=value, or by position', optional: true, many: true }],
    options: [{ flags: '--sudo', about: 'as root: the signer is the sudo key' }, { flags: '--signer <key>', about: 'which key signs; the usual one for the call unless given', choices: ['coldkey', 'hotkey'] }],
    needs: ['chain', 'wallet', 'write'],
    examples: ['taonet tx SubtensorModule.add_stake hotkey=//Alice//validator netuid=1 amount_staked=1tao --wallet-name //Alice --dry-run', 'taonet tx AdminUtils.sudo_set_tempo netuid=1 tempo=20 --sudo --wallet-name //Alice'],
    schema: oneOf(PLAN_OR_RECEIPT, object({ calls: list(object({ name: text, args: list(object({ name: text, type: text })) })) })),
    load: () => import('./tx.ts').then(({ run }) => run),
  },
];
