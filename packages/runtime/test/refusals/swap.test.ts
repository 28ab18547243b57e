import { swap } from '@taonet/abi';
import { ROOT } from '@taonet/frame';
import { call } from '../pallets/createBlockCtx.ts';
import { describeRefusals, type Provocation } from './provoke.ts';

const rows: readonly Provocation[] = [
  { error: 'Swap.FeeRateTooHigh', origin: ROOT, call: call('Swap', 'set_fee_rate', { netuid: 1, rate: 65_535 }), facts: {} },
];

describeRefusals('Swap', swap.errors, rows, {});
