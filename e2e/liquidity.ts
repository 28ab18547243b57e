/**
 * Pools become pools of concentrated liquidity and weighted ones again: root changes the rule, two coldkeys open positions, trades cross
 * their ticks in both directions and pay them fees, fees are collected, positions are closed, and what is still open is paid out by the
 * change back. The price stays where the kind of pool changes, and a quote is what the trade then gives.
 */

import { journey, Network, step } from './kit/journey.ts';

const ALICE = '--wallet-name //Alice --hotkey //Alice//validator';
const BOB = '--wallet-name //Bob --hotkey //Alice//validator';

/** Account id of pallet id `ten/swap`. */
const PROTOCOL = `0x${Buffer.from('modlten/swap').toString('hex').padEnd(64, '0')}`;

interface Switches {
  readonly rule_set: string;
  readonly pool: string;
  readonly pow_registration: boolean;
  readonly governance: boolean;
}
interface Position {
  readonly positionId: string;
  readonly inRange: boolean;
  readonly liquidity: string;
  readonly taoRao: string;
  readonly alphaRao: string;
  readonly feeTaoRao: string;
  readonly feeAlphaRao: string;
}
interface Opened {
  readonly positionId: string;
  readonly liquidity: string;
  readonly tickLow: number;
  readonly tickHigh: number;
  readonly taoRao: string;
  readonly alphaRao: string;
}
type Trades = readonly { readonly taoRao: string; readonly alphaRao: string }[];

await journey(async () => {
  const network = await Network.start();
  try {
    await toConcentrated(network);
    const [around, above] = await openPositions(network);
    await tradeAcross(network, above);
    await collect(network, around);
    await closeAndGoBack(network, above);
  } finally {
    await network.stop();
  }
});

/** Each block the protocol's position is found anew and loses some thousand units of 10¹³ to rounding; the current liquidity does not. */
function isNear(a: bigint, b: bigint | string): boolean {
  const apart = a - BigInt(b);
  return (apart < 0n ? -apart : apart) < 1_000_000n;
}

function isClose(a: number, b: number, share: number): boolean {
  return Math.abs(a / b - 1) < share;
}

async function priceOf(network: Network): Promise<number> {
  const { subnets } = await network.json<{ subnets: readonly { netuid: number; priceRao: string }[] }>('subnets list');
  return Number(subnets.find(({ netuid }) => netuid === 1)!.priceRao) / 1e9;
}

async function changePool(network: Network, pool: string): Promise<Switches> {
  const now = await network.query<Switches>('Rules.Active');
  await network.json(`tx Rules.set_rules 'switches=${JSON.stringify({ ...now, pool })}' --sudo --wallet-name //Alice`);
  await network.json('advance 1');
  return network.query('Rules.Active');
}

/** Around the price: of accounts. The protocol's, which grows with each block, is taken off. */
async function liquidityOfAccounts(network: Network): Promise<bigint> {
  const [all, protocol] = await Promise.all([network.query<string>('Swap.CurrentLiquidity 1'), network.query<{ liquidity: string }>(`Swap.Positions 1 ${PROTOCOL} 1`)]);
  return BigInt(all) - BigInt(protocol.liquidity);
}

async function listOf(network: Network, wallet: string): Promise<readonly Position[]> {
  return (await network.json<{ positions: readonly Position[] }>(`liquidity list 1 ${wallet}`)).positions;
}

function providedOf(network: Network): Promise<readonly string[]> {
  return Promise.all(['SubnetTaoProvided', 'SubnetAlphaInProvided'].map((name) => network.query<string>(`SubtensorModule.${name} 1`)));
}

/** Alpha that a purchase would give in the next block, by the node's dry run. */
async function plannedOf(network: Network, line: string): Promise<unknown> {
  const { events } = await network.json<{ events: readonly { name: string; fields: readonly unknown[] }[] }>(`${line} --dry-run`);
  return events.find(({ name }) => name === 'SubtensorModule.StakeAdded')!.fields[3];
}

async function buy(network: Network, tao: number): Promise<{ readonly planned: unknown; readonly alphaRao: string }> {
  const line = `stake add --netuid 1 --amount ${tao} --unsafe ${BOB} --yes`;
  const planned = await plannedOf(network, line);
  const { added } = await network.write<{ added: Trades }>(line);
  return { planned, alphaRao: added[0]!.alphaRao };
}

async function sell(network: Network, alpha: number): Promise<void> {
  await network.write(`stake remove --netuid 1 --amount ${alpha} --unsafe ${BOB} --yes`);
}

async function toConcentrated(network: Network): Promise<void> {
  step('pools are weighted', (await network.query<Switches>('Rules.Active')).pool, 'Weighted');
  step('and hold no positions', await network.refusal(`tx Swap.add_liquidity hotkey=//Alice//validator netuid=1 tick_low=0 tick_high=10 liquidity=5000 ${ALICE}`), 'Swap.Deprecated');
  await network.write(`stake add --netuid 1 --amount 300 --unsafe ${ALICE} --yes`);
  await network.write(`stake add --netuid 1 --amount 300 --unsafe ${BOB} --yes`);
  const before = await priceOf(network);
  step('nobody but root changes that', await network.refusal(`tx Rules.set_rules 'switches={"rule_set":"June2026","pool":"Concentrated","pow_registration":true,"governance":true}' --wallet-name //Bob`), 'BadOrigin');
  step('root makes them pools of concentrated liquidity', (await changePool(network, 'Concentrated')).pool, 'Concentrated');
  step('the price is what it was', isClose(await priceOf(network), before, 1e-6), true);
  const [tao, alpha] = await Promise.all(['SubnetTAO', 'SubnetAlphaIn'].map(async (name) => Number(await network.query<string>(`SubtensorModule.${name} 1`))));
  step('the protocol\'s position over all prices is made of the reserves', isClose(Number(await network.query<string>('Swap.CurrentLiquidity 1')), Math.sqrt(tao! * alpha!), 1e-3), true);
}

async function openPositions(network: Network): Promise<readonly [Opened, Opened]> {
  const low = `liquidity add 1 --price-low 1.3 --price-high 2 --tao 60 ${ALICE}`;
  step('positions of accounts are not allowed yet', await network.refusal(low), 'Swap.UserLiquidityDisabled');
  step('the subnet\'s owner, or root, allows them', await network.refusal(`tx Swap.toggle_user_liquidity netuid=1 enable=true --wallet-name //Bob`), 'BadOrigin');
  await network.json('tx Swap.toggle_user_liquidity netuid=1 enable=true --sudo --wallet-name //Alice');
  step('but for the protocol\'s nothing is in the pool', isNear(await liquidityOfAccounts(network), 0n), true);
  const around = await network.write<Opened>(low);
  step('//Alice puts TAO and alpha around the price, at most 60 TAO', [BigInt(around.taoRao) > 59_000_000_000n, BigInt(around.taoRao) <= 60_000_000_000n, BigInt(around.alphaRao) > 0n], [true, true, true]);
  step('and its liquidity is there for trades', isNear(await liquidityOfAccounts(network), around.liquidity), true);
  const above = await network.write<Opened>(`liquidity add 1 --price-low 1.8 --price-high 2.5 --alpha 100 ${BOB}`);
  step('//Bob puts alpha alone above the price', [above.taoRao, BigInt(above.alphaRao) > 99_000_000_000n], ['0', true]);
  step('which does not count at this price', (await listOf(network, BOB)).map(({ inRange }) => inRange), [false]);
  step('reserves that accounts provided are counted apart', await providedOf(network), [around.taoRao, String(BigInt(around.alphaRao) + BigInt(above.alphaRao))]);
  step('a range of nothing is refused', await network.refusal(`tx Swap.add_liquidity hotkey=//Alice//validator netuid=1 tick_low=5 tick_high=5 liquidity=5000 ${ALICE}`), 'Swap.InvalidTickRange');
  return [around, above];
}

async function tradeAcross(network: Network, above: Opened): Promise<void> {
  // A block's own injections, and what root sells after an epoch, would come between a plan and its trade.
  await network.json('tx AdminUtils.sudo_set_subnet_emission_enabled netuid=1 enabled=false --sudo --wallet-name //Alice');
  const before = await liquidityOfAccounts(network);
  const small = await buy(network, 10);
  step('a purchase gives what its plan said, to the rao', small.alphaRao, small.planned);
  step('inside the range the liquidity stays', isNear(await liquidityOfAccounts(network), before), true);
  await network.json('advance 8');
  const large = await buy(network, 1800);
  step('so does one that crosses a tick', large.alphaRao, large.planned);
  step('behind the tick //Bob\'s liquidity counts too', isNear(await liquidityOfAccounts(network) - before, above.liquidity), true);
  step('and its position has TAO now', (await listOf(network, BOB)).map(({ inRange, taoRao }) => [inRange, BigInt(taoRao) > 0n]), [[true, true]]);
  await sell(network, 900);
  step('a sale back across it takes it out again', isNear(await liquidityOfAccounts(network), before), true);
  const [alice, bob] = [(await listOf(network, ALICE))[0]!, (await listOf(network, BOB))[0]!];
  step('both earned fees in both currencies', [alice, bob].flatMap(({ feeTaoRao, feeAlphaRao }) => [BigInt(feeTaoRao) > 0n, BigInt(feeAlphaRao) > 0n]), [true, true, true, true]);
  step('//Alice, in range all the time, earned more TAO', BigInt(alice.feeTaoRao) > BigInt(bob.feeTaoRao), true);
}

async function collect(network: Network, { positionId, liquidity }: Opened): Promise<void> {
  const [due] = await listOf(network, ALICE);
  const delta = BigInt(liquidity) / 10n;
  const line = (sign: string): string => `liquidity modify 1 --position-id ${positionId} --liquidity-delta=${sign}${delta} ${ALICE}`;
  const paid = await network.write<{ feeTaoRao: string; feeAlphaRao: string; taoRao: string }>(line('-'));
  step('//Alice takes a tenth out and is paid the fees that the list showed', [paid.feeTaoRao, paid.feeAlphaRao, BigInt(paid.taoRao) < 0n], [due!.feeTaoRao, due!.feeAlphaRao, true]);
  const again = await network.write<{ feeTaoRao: string; feeAlphaRao: string }>(line('+'));
  step('put back at once: no fee twice', [again.feeTaoRao, again.feeAlphaRao], ['0', '0']);
  step('too little is refused', await network.refusal(`liquidity modify 1 --position-id ${positionId} --liquidity-delta=-999 ${ALICE}`), 'Swap.InvalidLiquidityValue');
  step('another\'s position is not to be had', await network.refusal(`liquidity remove 1 --position-id ${positionId} ${BOB}`), 'Swap.LiquidityNotFound');
}

async function closeAndGoBack(network: Network, above: Opened): Promise<void> {
  await network.json('tx Swap.toggle_user_liquidity netuid=1 enable=false --sudo --wallet-name //Alice');
  const { closed } = await network.write<{ closed: readonly Position[] }>(`liquidity remove 1 --all ${ALICE}`);
  step('//Alice closes, though no new positions are allowed', closed.length, 1);
  step('and the protocol is alone around the price', [(await listOf(network, ALICE)).length, isNear(await liquidityOfAccounts(network), 0n)], [0, true]);
  await network.json('tx AdminUtils.sudo_set_subnet_emission_enabled netuid=1 enabled=true --sudo --wallet-name //Alice');
  await network.json('advance 25');
  const scraps = await Promise.all(['ScrapReservoirTao', 'ScrapReservoirAlpha'].map(async (name) => BigInt(await network.query<string>(`Swap.${name} 1`))));
  step('emission went into it block by block, what did not fit waits', scraps.some((one) => one > 0n), true);

  const before = await priceOf(network);
  const [owed] = await listOf(network, BOB);
  const free = async (): Promise<bigint> => BigInt((await network.json<{ freeRao: string }>('stake list //Bob')).freeRao);
  const balance = await free();
  step('root makes pools weighted again', (await changePool(network, 'Weighted')).pool, 'Weighted');
  step('the price is what it was, but for what root sold in these blocks', isClose(await priceOf(network), before, 2e-3), true);
  const gained = await free() - balance;
  step('//Bob, still open, was paid its TAO and fees', gained >= BigInt(owed!.taoRao) + BigInt(owed!.feeTaoRao), true);
  step('nothing of positions is left', [await network.query(`Swap.Ticks 1 ${above.tickLow}`), await network.query('Swap.AlphaSqrtPrice 1'), await providedOf(network)], [null, '0', ['0', '0']]);
  const last = await buy(network, 10);
  step('trade goes on', isClose(Number(last.alphaRao), Number(last.planned), 1e-5), true);
}
