/**
 * What moved a subnet's price: the pool's reserves from block to block, and in each block what the emission put in, what root's alpha was sold for, and what is left, which
 * was traded. Price is TAO over alpha, so its logarithm is a sum: each part has its share of the whole move.
 */

/** A subnet's pool at the end of a block, and what the chain itself did in it. Rao and alpha 10⁻⁹. */
export interface PoolBlock {
  readonly block: number;
  readonly tao: bigint;
  readonly alpha: bigint;
  /** Put in by the emission. */
  readonly taoIn: bigint;
  readonly alphaIn: bigint;
  /** TAO that left for root's alpha; undefined where it cannot be told from trades. */
  readonly rootSold: bigint | undefined;
}

export type PartName = 'injection' | 'root' | 'trades';

export interface Part {
  readonly tao: bigint;
  readonly alpha: bigint;
  /** Its share of the change of ln(price). */
  readonly lnPrice: number;
}

export type Parts = Readonly<Record<PartName, Part>>;

const RAO = 1e9;
const ln = (tao: number, alpha: number): number => Math.log(tao) - Math.log(alpha);

/** `blocks`: in order, the first only as the start. refuses nothing; pools that are empty give no part */
export function partsOf(blocks: readonly PoolBlock[]): Parts {
  const sum = { injection: zero(), root: zero(), trades: zero() };
  const add = (name: PartName, tao: bigint, alpha: bigint, lnPrice: number): void => {
    sum[name] = { tao: sum[name].tao + tao, alpha: sum[name].alpha + alpha, lnPrice: sum[name].lnPrice + lnPrice };
  };
  for (let i = 1; i < blocks.length; i++) {
    const [before, now] = [blocks[i - 1]!, blocks[i]!];
    if ([before.tao, before.alpha, now.tao, now.alpha].some((reserve) => reserve === 0n)) continue;
    const injected = { tao: before.tao + now.taoIn, alpha: before.alpha + now.alphaIn };
    const sold = now.rootSold ?? 0n;
    // A constant product: what TAO leaves tells how much alpha came.
    const afterSale = { tao: injected.tao - sold, alpha: sold === 0n ? injected.alpha : (injected.tao * injected.alpha) / (injected.tao - sold) };
    const steps = [before, injected, afterSale, now].map(({ tao, alpha }) => ln(Number(tao) / RAO, Number(alpha) / RAO));
    add('injection', now.taoIn, now.alphaIn, steps[1]! - steps[0]!);
    add('root', -sold, afterSale.alpha - injected.alpha, steps[2]! - steps[1]!);
    add('trades', now.tao - afterSale.tao, now.alpha - afterSale.alpha, steps[3]! - steps[2]!);
  }
  return sum;
}

const zero = (): Part => ({ tao: 0n, alpha: 0n, lnPrice: 0 });
