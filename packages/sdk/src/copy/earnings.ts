/** What subnets earn side by side: emission, and what participants would get for their alpha. */

import { blockNumber, entries, exitRao, mine, priceRao, read, readAll, type Account, type Asking, type ItemKey } from './ask.ts';

export interface Earnings {
  readonly netuid: number;
  /** Epochs that ran. */
  readonly epochs: number;
  /** TAO that the chain gave the subnet, into its pool and for alpha it bought; and of all TAO that subnets got, parts of a million. */
  readonly taoInRao: bigint;
  readonly shareMillionths: bigint;
  readonly priceBeforeRao: bigint;
  readonly priceAfterRao: bigint;
  /** Alpha paid, 10⁻⁹: to neurons that validated and who has stake on them, to miners, to the owner as its cut, to root's stakers. */
  readonly alpha: Readonly<Record<Party, bigint>>;
  /** Root's stakers are paid in TAO under the rules of May 2025. */
  readonly rootRao: bigint;
  /** TAO for the same alpha, each party's sold at once and alone. */
  readonly exit: Readonly<Record<Party, bigint>>;
  /** TAO when all of them sell at once. */
  readonly exitAllRao: bigint;
}

export type Party = 'miners' | 'validators' | 'owner' | 'root';
export const PARTIES: readonly Party[] = ['miners', 'validators', 'owner', 'root'];

export interface FollowOrder {
  /** The subnets; epochs are counted on the last one. */
  readonly netuids: readonly number[];
  readonly epochs: number;
}

export interface Followed {
  readonly from: number;
  readonly to: number;
  readonly subnets: readonly Earnings[];
}

const MILLION = 1_000_000n;
const U16_MAX = 65_535n;
const FRACTION_BITS = 32n;
/** Blocks without an epoch before it counts as standing still. */
const PATIENCE_BLOCKS = 100_000;

interface Book {
  readonly netuid: number;
  readonly priceBeforeRao: bigint;
  readonly alpha: Record<Party, bigint>;
  rootRao: bigint;
  taoInRao: bigint;
  epochs: number;
  lastStep: bigint;
  /** The owner's cut since the last epoch. */
  cut: bigint;
  /** Alpha on each hotkey after the block before. */
  stakes: ReadonlyMap<Account, bigint>;
}

/** Makes blocks until the last subnet has had so many epochs, and counts in each. Whoever trades meanwhile changes prices; alpha is counted in the blocks of epochs only. */
export function* followEpochs({ netuids, epochs }: FollowOrder): Asking<Followed> {
  const from = yield* blockNumber();
  const books: Book[] = [];
  for (const netuid of netuids) books.push(yield* open(netuid));
  const last = books[books.length - 1]!;
  let allRao = 0n;
  for (let idle = 0; last.epochs < epochs && idle < PATIENCE_BLOCKS; idle++) {
    const ran = last.epochs;
    yield* mine(1);
    allRao += yield* taoOfBlock();
    for (const book of books) yield* countBlock(book);
    if (last.epochs > ran) idle = 0;
  }
  const subnets: Earnings[] = [];
  for (const book of books) subnets.push(yield* close(book, allRao));
  return { from, to: yield* blockNumber(), subnets };
}

function* open(netuid: number): Asking<Book> {
  return {
    netuid, priceBeforeRao: yield* priceRao(netuid), alpha: { miners: 0n, validators: 0n, owner: 0n, root: 0n }, rootRao: 0n, taoInRao: 0n, epochs: 0,
    cut: yield* read<bigint>('SubtensorModule.PendingOwnerCut', netuid),
    lastStep: yield* read<bigint>('SubtensorModule.LastMechansimStepBlock', netuid), stakes: yield* stakesOf(netuid),
  };
}

/** TAO that all subnets got in the newest block. */
function* taoOfBlock(): Asking<bigint> {
  let sum = 0n;
  for (const item of ['SubnetTaoInEmission', 'SubnetExcessTao']) for (const [, rao] of yield* entries<[number], bigint>(`SubtensorModule.${item}`)) sum += rao;
  return sum;
}

function* hotkeysOf(netuid: number): Asking<Account[]> {
  const count = yield* read<number>('SubtensorModule.SubnetworkN', netuid);
  return yield* readAll<Account>(Array.from({ length: count }, (_, uid): ItemKey => ({ item: 'SubtensorModule.Keys', keys: [netuid, uid] })));
}

/** Of neurons, and of the owner's hotkey, which need not be one. */
function* stakesOf(netuid: number): Asking<Map<Account, bigint>> {
  const hotkeys = [...new Set([...yield* hotkeysOf(netuid), yield* read<Account>('SubtensorModule.SubnetOwnerHotkey', netuid)])];
  const alpha = yield* readAll<bigint>(hotkeys.map((hotkey) => ({ item: 'SubtensorModule.TotalHotkeyAlpha', keys: [hotkey, netuid] })));
  return new Map(hotkeys.map((hotkey, i) => [hotkey, alpha[i]!]));
}

function* countBlock(book: Book): Asking<void> {
  const { netuid } = book;
  const [tao, bought, step] = yield* readAll<bigint>(['SubnetTaoInEmission', 'SubnetExcessTao', 'LastMechansimStepBlock'].map((item) => ({ item: `SubtensorModule.${item}`, keys: [netuid] })));
  book.taoInRao += tao! + bought!;
  book.cut += yield* cutOfBlock(netuid);
  const stakes = yield* stakesOf(netuid);
  if (step! > book.lastStep) yield* countEpoch(book, stakes);
  book.lastStep = step!;
  book.stakes = stakes;
}

/** As the chain finds it, in 32 bits behind the point. */
function* cutOfBlock(netuid: number): Asking<bigint> {
  const blocks = yield* read<bigint>('SubtensorModule.SubnetAlphaOutEmission', netuid);
  const share = (BigInt(yield* read<number>('SubtensorModule.SubnetOwnerCut')) << FRACTION_BITS) / U16_MAX;
  return (yield* read<boolean>('SubtensorModule.OwnerCutEnabled', netuid)) ? (blocks * share) >> FRACTION_BITS : 0n;
}

/** The owner's hotkey may validate too, never mine. A subnet without owner loses the cut. */
function* countEpoch(book: Book, stakes: ReadonlyMap<Account, bigint>): Asking<void> {
  const { netuid, alpha } = book;
  const owner = yield* read<Account>('SubtensorModule.SubnetOwnerHotkey', netuid);
  const miners = yield* minersOf(netuid);
  for (const [hotkey, now] of stakes) {
    const more = now - (book.stakes.get(hotkey) ?? 0n);
    if (more <= 0n) continue;
    const cut = hotkey !== owner ? 0n : more < book.cut ? more : book.cut;
    alpha.owner += cut;
    alpha[miners.has(hotkey) ? 'miners' : 'validators'] += more - cut;
  }
  for (const [, rest] of yield* entries<[number, Account], bigint>('SubtensorModule.RootAlphaDividendsPerSubnet', netuid)) alpha.root += rest;
  book.rootRao += yield* rootTao(netuid);
  book.cut = 0n;
  book.epochs += 1;
}

/** Neurons that were paid for work and for nothing else. */
function* minersOf(netuid: number): Asking<ReadonlySet<Account>> {
  const [incentive, dividends] = yield* readAll<readonly number[]>([{ item: 'SubtensorModule.Incentive', keys: [netuid] }, { item: 'SubtensorModule.Dividends', keys: [netuid] }]);
  return new Set((yield* hotkeysOf(netuid)).filter((_, uid) => (incentive![uid] ?? 0) > 0 && (dividends![uid] ?? 0) === 0));
}

/** What the chain keeps of a root dividend is without the validator's take, which went to root stake too. */
function* rootTao(netuid: number): Asking<bigint> {
  let sum = 0n;
  for (const [[, hotkey], rest] of yield* entries<[number, Account], bigint>('SubtensorModule.TaoDividendsPerSubnet', netuid)) {
    const take = BigInt(yield* read<number>('SubtensorModule.Delegates', hotkey));
    sum += (rest * U16_MAX) / (U16_MAX - take);
  }
  return sum;
}

function* close({ netuid, epochs, taoInRao, priceBeforeRao, alpha, rootRao }: Book, allRao: bigint): Asking<Earnings> {
  const exit: Record<Party, bigint> = { miners: 0n, validators: 0n, owner: 0n, root: 0n };
  for (const party of PARTIES) exit[party] = yield* exitRao(netuid, alpha[party]);
  return {
    netuid, epochs, taoInRao, priceBeforeRao, alpha: { ...alpha }, rootRao, exit,
    shareMillionths: allRao === 0n ? 0n : (taoInRao * MILLION) / allRao,
    priceAfterRao: yield* priceRao(netuid),
    exitAllRao: yield* exitRao(netuid, PARTIES.reduce((sum, party) => sum + alpha[party], 0n)),
  };
}
