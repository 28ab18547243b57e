/** Commands on root, addresses of neurons, and conversions. */

import type { CommandRow } from '../../command.ts';
import { amount, list, number, object, text, whole } from '../../schema.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';
import { NETUID, NETUID_ARG } from '../subnets/rows.ts';

const WRITE = ['chain', 'wallet', 'write'] as const;

export const NEURON_ROWS: readonly CommandRow[] = [
  { path: 'root list', about: 'who sits on root', needs: ['chain'], examples: ['taonet root list'], schema: object({ block: whole, members: list(object({ uid: whole, hotkey: text, coldkey: text, stakeTaoRao: amount, take: number })) }), load: () => import('./root.ts').then(({ run }) => run) },
  { path: 'root register', about: 'a seat on root for the hotkey, by stake', needs: WRITE, examples: ['taonet root register --wallet-name //Dave --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('../subnets/register.ts').then(({ runRoot }) => runRoot) },
  {
    path: 'axon set', about: 'say where the hotkey listens', args: [NETUID_ARG], options: [NETUID, { flags: '--ip <address>', about: 'IPv4 or IPv6' }, { flags: '--port <port>', about: 'port', default: 8091 }, { flags: '--protocol <number>', about: 'kind of transport', default: 4 }, { flags: '--ip-type <number>', about: 'told by the address' }], needs: WRITE,
    examples: ['taonet axon set 1 --ip 203.0.113.7 --port 8091 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./axon.ts').then(({ runSet }) => runSet),
  },
  { path: 'axon reset', about: 'take that back', args: [NETUID_ARG], options: [NETUID], needs: WRITE, examples: ['taonet axon reset 1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./axon.ts').then(({ runReset }) => runReset) },
  { path: 'utils convert', about: 'TAO to rao and back', args: [{ name: 'amount', about: '1.5tao or 1500000000rao', optional: true }], options: [{ flags: '--tao <amount>', about: 'from TAO', spellings: ['--from-tao'] }, { flags: '--rao <amount>', about: 'from rao', spellings: ['--from-rao'] }], examples: ['taonet utils convert 1.5tao'], schema: object({ rao: amount, tao: text }), load: () => import('./convert.ts').then(({ run }) => run) },
];
