export type { PoolKind, Reserves, SwapDirection, SwapOrder, SwapOutcome, SwapRecorder, SwapRefusal, SwapRefused, SwapResult, SwapStages } from './swap.ts';
export { computeAlphaForTao, defaultLimitRao, limitPriceOfRao, PRICE_LIMIT_MAX_RAO, PRICE_LIMIT_MIN_RAO } from './priceLimit.ts';
export {
  baseWeightOf, computeQuoteWeightForInjection, computeQuoteWeightForPrice, isWeightInRange, QUOTE_WEIGHT_DEFAULT, weighed, WEIGHT_MIN, WEIGHT_ONE,
  type Injection,
} from './balancer/weights.ts';
export {
  computeAlphaNeededForTao, computeAmountInToPrice, computeAmountOut, computePrice, computeRemainingShare, type WeighedReserves,
} from './balancer/formulas.ts';
export { computeFeeOfAmount, computeFeeOnNet, FEE_RATE_DEFAULT_U16, FEE_RATE_MAX_U16 } from './balancer/fee.ts';
export {
  balancer, computeBalancerSwap, INPUT_RESERVE_MULTIPLE_MAX, quoteWeightForSwap, RESERVE_MIN_RAO, simBalancerSwap, type BalancerPool,
} from './balancer/swap.ts';
export { computeConstantProductOut, computeConstantProductPrice, computeConstantProductSwap, constantProduct, POOL_LIQUIDITY_MIN_RAO } from './constantProduct.ts';
export { stable } from './stable.ts';
export { computeMaxAmountAdd, computeMaxAmountMove, computeMaxAmountRemove, type LimitedPool } from './constantProductLimits.ts';
