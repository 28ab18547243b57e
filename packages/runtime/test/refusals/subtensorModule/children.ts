import { U64_MAX } from '@taonet/primitives';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import type { Provocation } from '../provoke.ts';
import { all, coldkey, COLDKEY, HOTKEY, NETUID, OTHER_COLDKEY, OTHER_HOTKEY, owns, subnet, subtensor, type Step } from './scenery.ts';

const child = (i: number): string => `d${i}`.repeat(32);
const children = (...list: readonly [bigint, string][]) => subtensor('set_children', { hotkey: HOTKEY, netuid: NETUID, children: list });
const take = (value: number) => subtensor('set_childkey_take', { hotkey: HOTKEY, netuid: NETUID, take: value });
const parent = all(subnet(), owns());
const HALF = U64_MAX / 2n + 1n;

/** `TransactionType` of upstream: children 0, childkey take 1, tempo 11. */
const acted = (key: string, type: number): Step => (ctx) => S.TransactionKeyLastBlock.set(ctx, key, NETUID, type, 900n);
const needsStake: Step = (ctx) => S.StakeThreshold.set(ctx, 1_000n);
const atLeast: Step = (ctx) => S.MinChildkeyTake.set(ctx, 10);

function row(error: string, call: Provocation['call'], facts: Provocation['facts'], more: Partial<Provocation> = {}): Provocation {
  return { error: `SubtensorModule.${error}`, arrange: parent, origin: coldkey, call, facts, ...more };
}

export const rows: readonly Provocation[] = [
  row('RegistrationNotPermittedOnRootSubnet', subtensor('set_children', { hotkey: HOTKEY, netuid: 0, children: [] }), { netuid: 0 }, { because: 'set_children' }),
  row('NonAssociatedColdKey', children(), { hotkey: HOTKEY, actual: COLDKEY, required: OTHER_COLDKEY }, { because: 'set_children', arrange: all(subnet(), owns(HOTKEY, OTHER_COLDKEY)) }),
  row('DuplicateChild', children([1n, OTHER_HOTKEY], [2n, OTHER_HOTKEY]), { netuid: NETUID, hotkey: HOTKEY, child: OTHER_HOTKEY }),
  row('InvalidChild', children([1n, HOTKEY]), { hotkey: HOTKEY }),
  row('TooManyChildren', children(...[1, 2, 3, 4, 5, 6].map((i): [bigint, string] => [1n, child(i)])), { hotkey: HOTKEY, actual: 6, required: 5 }),
  row('ProportionOverflow', children([HALF, child(1)], [HALF, child(2)]), { hotkey: HOTKEY, actual: U64_MAX + 1n, required: U64_MAX }),
  row('NotEnoughStakeToSetChildkeys', children([1n, OTHER_HOTKEY]), { netuid: NETUID, hotkey: HOTKEY, actual: 0n, required: 1_000n }, { arrange: all(parent, needsStake) }),
  row('TxRateLimitExceeded', children([1n, OTHER_HOTKEY]), { key: HOTKEY, netuid: NETUID, actual: 1_000n, required: 1_050n }, { because: 'children', arrange: all(parent, acted(HOTKEY, 0)) }),
  row('TxRateLimitExceeded', subtensor('set_tempo', { netuid: NETUID, tempo: 400 }), { key: COLDKEY, netuid: NETUID, actual: 1_000n, required: 1_260n }, { because: 'a hyperparameter', arrange: all(parent, acted(COLDKEY, 11)) }),

  row('NonAssociatedColdKey', take(1), { hotkey: HOTKEY, actual: COLDKEY, required: undefined }, { because: 'set_childkey_take, a hotkey that nobody owns', arrange: subnet() }),
  row('InvalidChildkeyTake', take(11_797), { netuid: NETUID, hotkey: HOTKEY, actual: 11_797, required: 11_796 }, { because: 'too high' }),
  row('InvalidChildkeyTake', take(9), { netuid: NETUID, hotkey: HOTKEY, actual: 9, required: 10 }, { because: 'too low', arrange: all(parent, atLeast) }),
  row('TxChildkeyTakeRateLimitExceeded', take(1), { key: HOTKEY, netuid: NETUID, actual: 1_000n, required: 216_900n }, { arrange: all(parent, acted(HOTKEY, 1)) }),
];
