/** Texts that a JSON-RPC door should not be sent. */

import type { MadeExtrinsic } from './extrinsics.ts';
import { mutateText, oddValue } from './mutations.ts';
import type { Random } from './random.ts';
import { randomRequest, type ChainFacts } from './requests.ts';

const MB = 1024 * 1024;
const HEALTH = '{"jsonrpc":"2.0","id":1,"method":"system_health"}';

const VALUES = ['1e999', '-1e999', '1e-999', '-0', '0.1e1', '9'.repeat(400), '"\\ud800"', '"\\u0000"', '1E400', 'null', 'true', '[]', '{}', '"a"', '{"__proto__":{"x":1}}', '[1,[2,[3]]]'];

/** A request as text; `id` and `params` are JSON texts. */
const requestText = (method: string, id: string, params: string): string => `{"jsonrpc":"2.0","id":${id},"method":${JSON.stringify(method)},"params":${params}}`;

function nesting(random: Random): string {
  const depth = random.oneIn(20) ? 5 * MB : 1 + random.below(200_000);
  const [open, close] = random.pick([['[', ']'], ['{"a":', '}'], ['[{"a":', '}]']] as const);
  const inner = random.pick(['', '1', 'null']);
  const closed = random.oneIn(3) ? '' : close.repeat(depth);
  const text = `${open.repeat(depth)}${inner === '' && open !== '[' ? '1' : inner}${closed}`.slice(0, 14 * MB);
  return random.oneIn(2) ? text : requestText(random.pick(['state_getStorage', 'system_health', 'dev_setStorage']), random.oneIn(2) ? text : '1', random.oneIn(2) ? text : '[]');
}

function batch(random: Random, facts: ChainFacts, made: MadeExtrinsic[]): string {
  const kind = random.below(6);
  if (kind === 0) return `[${Array.from({ length: random.size(2000) }, () => HEALTH).join(',')}]`;
  if (kind === 1) return `[${Array.from({ length: 1 + random.size(100) }, () => random.pick(VALUES)).join(',')}]`;
  if (kind === 2) return `[${Array.from({ length: 1 + random.size(20) }, () => '{"jsonrpc":"2.0","method":"system_health"}').join(',')}]`;
  const requests = Array.from({ length: 1 + random.size(60) }, (_, i) => {
    const { method, params, extrinsics } = randomRequest(random, facts);
    made.push(...extrinsics);
    // The same id for all, or none, or odd ones.
    return { jsonrpc: '2.0', id: random.pick<unknown>([1, 1, i, null, '1', undefined, 1.5, {}, -0]), method: isControl(method) ? 'system_chain' : method, params };
  });
  return JSON.stringify(requests);
}

/** Controls in a text would move the chain behind the fuzzer's back. */
const isControl = (method: string): boolean => method.startsWith('dev_') || method.startsWith('engine_');

function damagedRequest(random: Random, facts: ChainFacts, made: MadeExtrinsic[]): string {
  const { method, params, extrinsics } = randomRequest(random, facts);
  made.push(...extrinsics);
  const name = isControl(method) ? 'chain_getBlock' : method;
  const request: Record<string, unknown> = { jsonrpc: '2.0', id: random.u32(), method: name, params };
  if (random.oneIn(3)) request[random.pick(['jsonrpc', 'id', 'method', 'params', 'x'])] = oddValue(random);
  const text = JSON.stringify(request);
  return random.oneIn(2) ? mutateText(random, text) : text;
}

/** As large as a request may be, or a little more. Few of these: each costs tens of milliseconds on both sides. */
function giant(random: Random, facts: ChainFacts): string {
  const size = 15 * MB - 200 + random.below(400);
  const filled = (piece: string): string => piece.repeat(Math.max(1, Math.floor(size / piece.length)));
  const { storageKeys } = facts;
  switch (random.below(9)) {
    case 0: return requestText(filled('x'), '1', '[]');
    case 1: return requestText('system_health', `"${filled('y')}"`, '[]');
    case 2: return requestText('state_getStorage', '1', `["0x${filled('00')}"]`);
    case 3: return `[${filled('0,')}0]`;
    case 4: return requestText('chain_getBlockHash', '1', `[[${filled('0,')}0]]`);
    case 5: return requestText('state_queryStorageAt', '1', `[[${filled(`"${random.pick(storageKeys)}",`)}"0x"]]`);
    case 6: return requestText('author_submitExtrinsic', '1', `["0x${filled('ff')}"]`);
    case 7: return requestText('state_call', '1', `["StakeInfoRuntimeApi_get_stake_info_for_coldkeys","0x02093d00${filled(random.pick(facts.accounts))}"]`);
    default: return `[${filled(`${HEALTH},`)}${HEALTH}]`;
  }
}

function odd(random: Random): string {
  return random.pick([
    '', ' ', '\u0000', '\ufeff{}', '{', '}', '[', '[]', '{}', '[[]]', '[{}]', 'null', '0', '"x"', 'tru', '{"jsonrpc":"2.0"}', '{"jsonrpc":2.0,"id":1,"method":"system_health"}', `${HEALTH}${HEALTH}`, `${HEALTH}\n`,
    '{"jsonrpc":"2.0","id":1,"id":2,"method":"system_health","method":"system_name"}', '{"jsonrpc":"2.0","id":1,"method":"__proto__"}', '{"jsonrpc":"2.0","id":1,"method":"constructor"}',
    requestText('chain_getBlockHash', random.pick(VALUES), `[${random.pick(VALUES)}]`), requestText('system_accountNextIndex', '1', random.pick(VALUES)), requestText('dev_mine', '1', `[${random.pick(['1e999', '-1', '1.5', '"1"', '{}'])}]`),
    requestText('chain_unsubscribeNewHeads', '1', random.pick(VALUES)),
  ]);
}

/** made: takes the extrinsics in it. */
export function hostileText(random: Random, facts: ChainFacts, made: MadeExtrinsic[]): string {
  return random.weighted<() => string>([
    [60, () => damagedRequest(random, facts, made)],
    [25, () => odd(random)],
    [20, () => batch(random, facts, made)],
    [8, () => nesting(random)],
    [1, () => giant(random, facts)],
  ])();
}
