import { S } from '../../../src/pallets/subtensor/pallet.ts';
import type { Provocation } from '../provoke.ts';
import { all, HOTKEY, hotkey, NETUID, seats, subnet, subtensor, type Step } from './scenery.ts';

const PUBLIC = 0x0102_0304n;
const LOCALHOST = 0x7f00_0001n;
const AXON = { netuid: NETUID, version: 1, ip: PUBLIC, port: 8_091, ip_type: 4, protocol: 4, placeholder1: 0, placeholder2: 0 };
const METRICS = { netuid: NETUID, version: 1, ip: PUBLIC, port: 9_090, ip_type: 4 };

const neuron = all(subnet(), seats(NETUID, HOTKEY));
const servedAt = (block: bigint): Step => (ctx) => {
  S.Axons.set(ctx, NETUID, HOTKEY, { ...AXON, block });
  S.Prometheus.set(ctx, NETUID, HOTKEY, { ...METRICS, block });
};

/** The same of an axon and of metrics. */
function both(error: string, change: object, facts: Provocation['facts'], arrange: Step = neuron): readonly Provocation[] {
  return (['serve_axon', 'serve_prometheus'] as const).map((name) => ({
    error: `SubtensorModule.${error}`, because: name, arrange, origin: hotkey, call: subtensor(name, { ...(name === 'serve_axon' ? AXON : METRICS), ...change }), facts,
  }));
}

export const rows: readonly Provocation[] = [
  ...both('HotKeyNotRegisteredInNetwork', {}, { netuid: NETUID, hotkey: HOTKEY }, subnet()),
  ...both('InvalidIpType', { ip_type: 5 }, { actual: 5, required: '4 or 6' }),
  ...both('InvalidIpAddress', { ip: LOCALHOST }, { actual: LOCALHOST, ipType: 4 }),
  ...both('InvalidIpAddress', { ip: 1n, ip_type: 6 }, { actual: 1n, ipType: 6 }),
  ...both('InvalidPort', { port: 0 }, { actual: 0, required: 1 }),
  ...both('ServingRateLimitExceeded', {}, { netuid: NETUID, actual: 1_000n, required: 1_040n }, all(neuron, servedAt(990n))),
];
